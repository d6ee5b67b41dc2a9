// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The programs the tests call that cargo does not bring: looked for, and on Debian installed when run as root.

use crate::postgres;
use crate::run::{is_fine, succeed};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

struct Need {
    package: &'static str,
    is_met: fn() -> bool,
}

const NEEDS: [Need; 13] = [
    Need { package: "git", is_met: || is_fine("git", &["--version"]) },
    Need { package: "chromium", is_met: || is_fine("chromium", &["--version"]) },
    Need {
        package: "poppler-utils",
        is_met: || is_fine("pdfinfo", &["-v"]) && is_fine("pdftotext", &["-v"]),
    },
    Need { package: "zbar-tools", is_met: || is_fine("zbarimg", &["--version"]) },
    Need { package: "libjaxb-java", is_met: || Path::new("/usr/share/java/jaxb-runtime.jar").exists() },
    Need {
        package: "default-jdk-headless",
        is_met: || is_fine("java", &["-version"]) && is_fine("javac", &["-version"]),
    },
    Need { package: "postgresql", is_met: || postgres::programs().is_some() },
    Need { package: "python3-pip", is_met: || is_fine("python3", &["-m", "pip", "--version"]) },
    Need { package: "python3-icalendar", is_met: has_icalendar },
    Need { package: "python3-venv", is_met: || is_fine("python3", &["-c", "import ensurepip"]) },
    Need { package: "unzip", is_met: || is_fine("unzip", &["-v"]) },
    Need { package: "nodejs", is_met: || is_fine("node", &["--version"]) },
    Need { package: "npm", is_met: || is_fine("npm", &["--version"]) },
];

/// A Debian package brings a library to Debian's own Python, which need not be the first of the path.
fn has_icalendar() -> bool {
    ["python3", "/usr/bin/python3"].iter().any(|python| is_fine(python, &["-c", "import icalendar"]))
}

/// Installs what is missing, or says exactly what it is.
pub fn ensure() -> Result<()> {
    components()?;
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    if !postgres::is_root() || !is_fine("apt-get", &["--version"]) {
        bail!(
            "please install these Debian packages, or what brings the same programs: {}",
            missing.join(" ")
        );
    }
    println!("installing {}", missing.join(" "));
    succeed(apt().args(["-qq", "update"]))?;
    succeed(apt().args(["-qq", "-y", "--no-install-recommends", "install"]).args(&missing))?;
    let still = self::missing();
    if !still.is_empty() {
        bail!("installed, but their programs are not to be found: {}", still.join(" "));
    }
    Ok(())
}

fn missing() -> Vec<&'static str> {
    NEEDS.iter().filter(|need| !(need.is_met)()).map(|need| need.package).collect()
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// The two parts of the Rust toolchain that a minimal installation lacks.
fn components() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !is_fine("cargo", &[subcommand, "--version"]) {
            if !is_fine("rustup", &["--version"]) {
                bail!("please install the {component} of your Rust toolchain");
            }
            succeed(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}
