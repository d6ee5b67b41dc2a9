// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    bekal::run(std::env::args_os()).await
}
