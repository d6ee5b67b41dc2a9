// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates a second as papers: set, tagged, with both squares, the credential attached, sealed; by one thread and by as many as
//! there are cores: `cargo bench -p document`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use document::render_certificate;
use document::seal::{KeySealer, SealKey, seal};

#[path = "../tests/papers/examples.rs"]
#[expect(dead_code, reason = "the other papers of the tests")]
mod examples;

const LENGTH: Duration = Duration::from_secs(6);

fn main() {
    let one = a_second(1);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let all = a_second(cores);
    println!("certificates of four units, sealed, a second");
    println!("  one thread   {one:>7.1}");
    println!("  {cores} threads    {all:>7.1}");
}

fn a_second(threads: usize) -> f64 {
    let begun = Instant::now();
    let counts: Vec<u32> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|worker| scope.spawn(move || press(worker, begun))).collect();
        workers.into_iter().map(|worker| worker.join().expect("a press that does not panic")).collect()
    });
    f64::from(counts.iter().sum::<u32>()) / begun.elapsed().as_secs_f64()
}

fn press(worker: usize, begun: Instant) -> u32 {
    let key = SealKey::from_seed([7; 32]);
    let own = key
        .certificate("UPT Balai Latihan Kerja Mojokerto", "did:key:z6MkExample")
        .expect("a name of letters");
    let sealer = KeySealer::new(&key, vec![own]).expect("a certificate made a moment ago");
    let mut facts = examples::certificate();
    let mut count = 0_u32;
    while begun.elapsed() < LENGTH {
        facts.number = format!("7F3K-{worker:04}-{count:04}");
        facts.learner_name = format!("Rahmat {} Wibisono", NAMES[count as usize % NAMES.len()]);
        facts.qr_url = format!("https://cek.example/s/{}", facts.number);
        facts.credential_json = vec![b'a' + u8::try_from(count % 26).expect("a letter"); 6_000];
        let paper = render_certificate(&facts).expect("an invented certificate is printable");
        black_box(seal(&paper, facts.document_date, &sealer).expect("a fresh paper takes a seal"));
        count += 1;
    }
    count
}

const NAMES: [&str; 5] = ["Budi", "Ñoman", "Agung Putu", "Siti Nurhaliza", "Kusuma"];
