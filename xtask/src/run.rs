// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Running other programs: with their words passed on, or also kept, and counting the tests they say they ran.

use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Takes away what cargo told us about our own package. Build scripts watch these variables, so that half the house would be built
/// anew whenever cargo is called from here after a shell, and again the other way round.
pub fn plainly(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs to the end with the words passed on; a failure is an error that names the command.
pub fn succeed(command: &mut Command) -> Result<()> {
    let status = plainly(command).status().with_context(|| format!("starting {}", shown(command)))?;
    ensure!(status.success(), "{} ended with {status}", shown(command));
    Ok(())
}

/// Runs to the end without its words and says whether it succeeded; a missing program did not.
pub fn is_fine(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The output of a program that was passed on while it ran.
pub struct Heard {
    pub success: bool,
    pub stdout: Vec<String>,
    pub stderr: Vec<String>,
}

impl Heard {
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        let lines = self.stdout.iter().chain(&self.stderr);
        lines.filter_map(|line| Tally::read(line)).for_each(|one| tally += one);
        tally
    }
}

/// Runs to the end, passing each line on as it comes and keeping it.
pub fn hear(command: &mut Command) -> Result<Heard> {
    let name = shown(command);
    let child = plainly(command).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("starting {name}"))?;
    let stdout = child.stdout.take().expect("stdout was asked for");
    let stderr = child.stderr.take().expect("stderr was asked for");
    let (stdout, stderr) = std::thread::scope(|scope| {
        let errors = scope.spawn(|| pass_on(stderr, std::io::stderr()));
        (pass_on(stdout, std::io::stdout()), errors.join().expect("reading lines does not panic"))
    });
    let status = child.wait().with_context(|| format!("waiting for {name}"))?;
    Ok(Heard { success: status.success(), stdout: stdout?, stderr: stderr? })
}

fn pass_on(from: impl Read, mut to: impl Write) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for line in BufReader::new(from).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        writeln!(to, "{line}")?;
        lines.push(line);
    }
    Ok(lines)
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Tests passed and failed, as the runners said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// Reads the closing line of cargo test, of nextest, or a plain `3 passed, 0 failed`; any other line is nothing.
    pub fn read(line: &str) -> Option<Self> {
        let line = line.trim();
        let closing = line.starts_with("test result: ")
            || (line.starts_with("Summary [") && line.contains(" run: "))
            || (line.starts_with(|first: char| first.is_ascii_digit()) && line.ends_with(" failed"));
        if !closing {
            return None;
        }
        let counted = |word: &str| {
            let words: Vec<&str> = line.split([' ', ',', ';', '.']).filter(|part| !part.is_empty()).collect();
            let at = words.iter().position(|found| *found == word)?;
            words[..at].last()?.parse().ok()
        };
        Some(Self { passed: counted("passed").unwrap_or(0), failed: counted("failed").unwrap_or(0) })
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// A folder of its own below the system's temporary folder, removed when dropped.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Result<Self> {
        // A run that was interrupted may have left a folder of the same name behind.
        for attempt in 0..1000 {
            let own = format!("bekal-{name}-{}-{attempt}", std::process::id());
            let path = std::env::temp_dir().join(own);
            match std::fs::create_dir(&path) {
                Ok(()) => return Ok(Self { path }),
                Err(fault) if fault.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(fault) => return Err(fault).with_context(|| format!("making {}", path.display())),
            }
        }
        bail!("too many folders named bekal-{name} in {}", std::env::temp_dir().display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(fault) = std::fs::remove_dir_all(&self.path) {
            eprintln!("{} could not be removed: {fault}", self.path.display());
        }
    }
}

/// Builds the binary and says where it is.
pub fn built_binary(root: &Path) -> Result<PathBuf> {
    succeed(Command::new("cargo").args(["build", "--quiet", "--package", "bekal"]).current_dir(root))?;
    Ok(target(root).join("debug/bekal"))
}

/// Where cargo builds.
pub fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |place| root.join(place))
}

/// A port on the loopback that nobody uses at the moment.
pub fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_our_own_package_is_handed_on() {
        let mut command = Command::new("cargo");
        let gone: Vec<_> = plainly(&mut command).get_envs().filter(|(_, value)| value.is_none()).collect();
        let names: Vec<_> = gone.iter().filter_map(|(name, _)| name.to_str()).collect();
        assert!(names.contains(&"CARGO_MANIFEST_DIR") && names.contains(&"CARGO_PKG_NAME"), "{names:?}");
        assert!(!names.contains(&"PATH"));
    }

    #[track_caller]
    fn check(line: &str, expected: Option<(u64, u64)>) {
        assert_eq!(Tally::read(line), expected.map(|(passed, failed)| Tally { passed, failed }));
    }

    #[test]
    fn only_closing_lines_count() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.02s",
            Some((12, 0)),
        );
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", Some((3, 2)));
        check("     Summary [   0.005s] 3 tests run: 2 passed, 1 failed, 0 skipped", Some((2, 1)));
        check("     Summary [   0.005s] 3 tests run: 3 passed (1 slow), 0 skipped", Some((3, 0)));
        check("14 passed, 0 failed", Some((14, 0)));
        check("        FAIL [   0.005s] bekal a::b", None);
        check("running 3 tests", None);
    }

    #[test]
    fn what_a_program_says_is_kept_and_its_failure_seen() {
        let heard = hear(Command::new("sh").args(["-c", "echo yes; echo no >&2; exit 3"])).unwrap();
        assert!(!heard.success);
        assert_eq!(
            (heard.stdout.as_slice(), heard.stderr.as_slice()),
            (&["yes".into()][..], &["no".into()][..])
        );
        assert_eq!(heard.tally(), Tally::default());
        assert!(
            succeed(Command::new("false").arg("x")).unwrap_err().to_string().starts_with("false x ended")
        );
        assert!(!is_fine("no-such-program-here", &[]));
    }
}
