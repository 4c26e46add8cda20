//! What could be lost without a word between a path and the tables in it: sheets, files of one name, folders, bytes, a
//! file that changes, a mapping nobody asked for. All inputs are made here.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod archives;
mod bytes;
mod folders;
mod journals;
mod mappings;
mod sheets;

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use hemicycle::model::Position;
use hemicycle::read::{Options, ProblemKind, ReadError, Reading, Source, open, read};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const VOTE: &str = "name,party,vote\nAnn Alm,Reds,yes\nBo Berg,Reds,yes\nCy Dahl,Blues,no\n";
const OTHER: &str = "name,party,vote\nDi Ek,Reds,no\nEd Falk,Reds,no\nFay Gran,Blues,no\nGil Holm,Blues,no\nHal Ilk,Reds,yes\n";

fn files_in(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
}

fn opened(path: &Path) -> Reading {
    open(path, &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn bytes_read(bytes: impl Into<Vec<u8>>) -> Result<Reading, ReadError> {
    read(&Source::new("given", bytes))
}

fn sides(reading: &Reading, index: usize) -> (u32, u32) {
    let tally = reading.archive.roll_call(index).expect("a vote").tally();
    (tally.members(Position::For), tally.members(Position::Against))
}

/// The files that were left out, each with the sentence that says why.
fn left_out(reading: &Reading) -> Vec<(String, String)> {
    let unread = reading.problems.iter().filter(|problem| problem.kind == ProblemKind::UnreadFile);
    unread.map(|problem| (problem.file.clone(), problem.message().to_string())).collect()
}

fn zipped(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("a file");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    program.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    let output = program.args(arguments).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// A table that is read in bulk: 60 votes of 800 members, 1.4 MB.
fn large() -> String {
    let mut text = "vote_id,member_id,name,party,vote\n".to_owned();
    for vote in 0..60 {
        for member in 0..800 {
            let how = ["yes", "no"][(vote + member) % 2];
            text.push_str(&format!("{vote},m{member},Member {member},P{},{how}\n", member % 5));
        }
    }
    text
}
