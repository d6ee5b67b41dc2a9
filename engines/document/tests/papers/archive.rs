// SPDX-License-Identifier: Apache-2.0 OR MIT
//! PDF/A-3a and PDF/UA-1 of every kind of paper, judged by veraPDF.

use std::path::Path;
use std::process::Command;

use document::{Block, Paper, PaperSize, render_certificate, render_letter, render_roll};

use crate::examples::{certificate, letter, note, roll, unit};
use crate::readers::{Desk, missing, run};
use crate::sealed::sealed;

/// Exit status of the script where Java, Python or a library is not installed.
const TOOL_MISSING: i32 = 3;
const PRINTABLE: &str = "an invented paper is printable";

fn papers() -> Vec<(&'static str, Paper)> {
    let mut crowded = certificate();
    crowded.specimen = true;
    crowded.units = (0..60).map(|n| unit(&format!("C.24LAS01.{n:03}.1"), "Mengelas pelat", 8)).collect();
    let mut long = letter();
    let row = vec![String::from("1"), String::from("Peserta")];
    long.body.push(Block::Table { columns: vec!["No.".into(), "Nama".into()], rows: vec![row; 90] });
    (long.specimen, long.paper) = (true, PaperSize::F4);
    vec![
        ("sealed.pdf", sealed(&render_certificate(&certificate()).expect(PRINTABLE))),
        ("sealed-specimen.pdf", sealed(&render_certificate(&crowded).expect(PRINTABLE))),
        ("certificate.pdf", render_certificate(&certificate()).expect(PRINTABLE)),
        ("certificate-specimen.pdf", render_certificate(&crowded).expect(PRINTABLE)),
        ("letter.pdf", render_letter(&letter()).expect(PRINTABLE)),
        ("note.pdf", render_letter(&note()).expect(PRINTABLE)),
        ("letter-long.pdf", render_letter(&long).expect(PRINTABLE)),
        (
            "roll.pdf",
            render_roll(&roll(PaperSize::A4, 30, &["13.00–14.00", "14.15–15.15"])).expect(PRINTABLE),
        ),
        (
            "roll-f4.pdf",
            render_roll(&roll(PaperSize::F4, 5, &["Sen", "Sel", "Rab", "Kam"])).expect(PRINTABLE),
        ),
    ]
}

#[test]
fn every_paper_is_fit_for_the_archive_and_for_screen_readers() {
    let desk = Desk::new("verapdf");
    let files: Vec<_> = papers().iter().map(|(name, paper)| desk.put(name, paper)).collect();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verapdf/verapdf.sh");
    let Some(output) = run(Command::new("bash").arg(script).arg("3a,ua1").args(&files), "bash") else {
        return;
    };
    let report =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.code() == Some(TOOL_MISSING) {
        return missing(&report);
    }
    assert!(output.status.success(), "{report}");
    assert_eq!(report.matches("compliant=true").count(), 2 * files.len(), "{report}");
}

/// The judge must be able to say no: a certificate whose archive claim was blotted out is not compliant.
#[test]
fn the_judge_says_no_to_a_file_that_is_not_an_archive_file() {
    let desk = Desk::new("verapdf-no");
    let mut paper = render_certificate(&certificate()).unwrap();
    let mark = b"pdfaid:part";
    let at =
        paper.pdf.windows(mark.len()).position(|window| window == mark).expect("the claim is in plain XMP");
    paper.pdf[at..at + mark.len()].copy_from_slice(b"pdfaid:trap");
    let file = desk.put("not-an-archive.pdf", &paper);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verapdf/verapdf.sh");
    let Some(output) = run(Command::new("bash").arg(script).arg("3a").arg(file), "bash") else {
        return;
    };
    let report =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.code() == Some(TOOL_MISSING) {
        return missing(&report);
    }
    assert!(report.contains("compliant=false"), "{report}");
    assert!(!output.status.success());
}
