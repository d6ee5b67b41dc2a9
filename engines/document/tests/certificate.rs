mod common;
#[test]
fn show() {
    let start = std::time::Instant::now();
    let paper = document::render_certificate(&common::certificate()).unwrap();
    eprintln!("{:?} {} bytes {} pages", start.elapsed(), paper.pdf.len(), paper.pages);
    std::fs::write("/tmp/doc/cert.pdf", paper.pdf).unwrap();
}
