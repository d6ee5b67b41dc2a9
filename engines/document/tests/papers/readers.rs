// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Readers from outside. Where one is missing a test says how to install it; under `CI=true` it fails instead.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use document::Paper;

/// A folder of its own for one test, removed at the end.
pub struct Desk(PathBuf);

impl Desk {
    pub fn new(name: &str) -> Desk {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        Desk(folder)
    }

    pub fn put(&self, name: &str, paper: &Paper) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, &paper.pdf).expect("the folder was just made");
        path
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Runs a reader; `None` only where it is not installed and nobody promised that it would be.
pub fn run(command: &mut Command, debian_package: &str) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(error) => {
            missing(&format!(
                "{:?}: {error}. Install it with: apt install {debian_package}",
                command.get_program()
            ));
            None
        }
    }
}

pub fn missing(what: &str) {
    assert!(std::env::var("CI").as_deref() != Ok("true"), "a reader is missing in CI: {what}");
    eprintln!("NOT CHECKED, a reader is missing: {what}");
}

/// The text of a paper with every run of white space as one space.
pub fn text(paper: &Paper) -> Option<String> {
    let desk = Desk::new(&format!("text-{:?}", std::thread::current().id()));
    let file = desk.put("paper.pdf", paper);
    let output = run(Command::new("pdftotext").arg("-layout").arg(file).arg("-"), "poppler-utils")?;
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("pdftotext writes UTF-8");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Asserts that every word of every page lies inside the page.
pub fn assert_nothing_leaves_the_page(paper: &Paper) {
    let desk = Desk::new(&format!("bbox-{:?}", std::thread::current().id()));
    let file = desk.put("paper.pdf", paper);
    let Some(output) = run(Command::new("pdftotext").arg("-bbox").arg(file).arg("-"), "poppler-utils") else {
        return;
    };
    let report = String::from_utf8(output.stdout).expect("pdftotext writes UTF-8");
    let (mut width, mut height, mut words) = (0.0, 0.0, 0);
    for line in report.lines().map(str::trim) {
        if line.starts_with("<page") {
            (width, height) = (attribute(line, "width"), attribute(line, "height"));
        } else if line.starts_with("<word") {
            let inside = attribute(line, "xMin") >= 0.0
                && attribute(line, "yMin") >= 0.0
                && attribute(line, "xMax") <= width
                && attribute(line, "yMax") <= height;
            assert!(inside, "outside a page of {width} x {height}: {line}");
            words += 1;
        }
    }
    assert!(words > 0, "pdftotext found no words");
}

fn attribute(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!("{name}=\"")).expect("the attribute is there");
    rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// What a scanner reads from one page at the resolution of an office printer's draft mode.
pub fn qr_codes(paper: &Paper, page: usize) -> Option<Vec<String>> {
    codes_in(paper, page, &["-png"], "page.png")
}

/// The same from a picture that was pressed hard, as it is passed on by telephone.
pub fn qr_codes_in_poor_picture(paper: &Paper, page: usize) -> Option<Vec<String>> {
    codes_in(paper, page, &["-jpeg", "-jpegopt", "quality=40"], "page.jpg")
}

fn codes_in(paper: &Paper, page: usize, kind: &[&str], picture: &str) -> Option<Vec<String>> {
    let desk = Desk::new(&format!("qr-{:?}", std::thread::current().id()));
    let file = desk.put("paper.pdf", paper);
    let page = page.to_string();
    let mut draw = Command::new("pdftoppm");
    draw.args(["-r", "150", "-singlefile", "-f", &page, "-l", &page])
        .args(kind)
        .arg(file)
        .arg(desk.path("page"));
    assert!(run(&mut draw, "poppler-utils")?.status.success());
    let output = run(Command::new("zbarimg").args(["-q", "--raw"]).arg(desk.path(picture)), "zbar-tools")?;
    Some(String::from_utf8(output.stdout).expect("zbarimg writes UTF-8").lines().map(str::to_owned).collect())
}
