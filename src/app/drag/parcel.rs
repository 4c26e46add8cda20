//! What is dragged out: a file in a folder of the program's own, and its bytes.
//!
//! The folder is made at the first drag, for this user alone, and removed when the window closes. Each drag has a folder
//! inside it, so that a file keeps the name of the export and no drag writes over the file of another.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use crate::export::{Pixels, WriteError, write};
use crate::lang::Message;

/// More folders than this are not tried before the fault is said.
const MOST_TRIES: u32 = 1000;

/// A file that another program is handed.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// A small picture of it, to show at the pointer.
    pub thumbnail: Option<Pixels>,
}

impl Parcel {
    /// Writes the file into a folder.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub(super) fn pack(
        folder: &Path,
        name: &str,
        bytes: Vec<u8>,
        thumbnail: Option<Pixels>,
    ) -> Result<Self, WriteError> {
        let path = folder.join(name);
        write(&path, &bytes)?;
        Ok(Self { path, bytes, thumbnail })
    }

    /// The file as a line of a `text/uri-list` (RFC 2483): an address with its line end.
    #[cfg(all(unix, not(target_vendor = "apple")))]
    pub(super) fn uri_list(&self) -> String {
        format!("{}\r\n", file_uri(&self.path))
    }
}

/// The address of a file (RFC 8089): everything but letters, digits and `-._~/` as `%` and two digits.
#[cfg(all(unix, not(target_vendor = "apple")))]
fn file_uri(path: &Path) -> String {
    use std::os::unix::ffi::OsStrExt as _;
    let mut uri = "file://".to_owned();
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// A folder that is removed with everything in it once it is let go.
#[derive(Debug)]
pub(in crate::app) struct TemporaryFolder {
    path: PathBuf,
    inside: u32,
}

impl TemporaryFolder {
    /// A new folder for this user alone among the system's temporary files.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn new() -> Result<Self, Message> {
        Self::within(&std::env::temp_dir())
    }

    fn within(place: &Path) -> Result<Self, Message> {
        let process = std::process::id();
        let mut number = 0;
        loop {
            let path = place.join(format!("hemicycle-{process}-{number}"));
            match make_private(&path) {
                Ok(()) => return Ok(Self { path, inside: 0 }),
                // Somebody else's, or left by a program that had this number: not ours to write in.
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && number < MOST_TRIES => {
                    number += 1;
                }
                Err(cause) => return Err(fault(&path, &cause)),
            }
        }
    }

    /// A new folder inside it.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn inside(&mut self) -> Result<PathBuf, Message> {
        self.inside += 1;
        let path = self.path.join(self.inside.to_string());
        make_private(&path).map_err(|cause| fault(&path, &cause))?;
        Ok(path)
    }

    /// True for what lies inside, by whatever name the system calls the way to it.
    pub(super) fn holds(&self, path: &Path) -> bool {
        match (fs::canonicalize(&self.path), fs::canonicalize(path)) {
            (Ok(folder), Ok(path)) => path.starts_with(folder),
            _ => false,
        }
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which clears such places.
        fs::remove_dir_all(&self.path).ok();
    }
}

/// Makes a folder that was not there. On Windows temporary files lie in the user's own folder, and have its rights.
fn make_private(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::DirBuilderExt as _;
        let mut builder = DirBuilder::new();
        builder.mode(0o700);
        builder
    };
    #[cfg(not(unix))]
    let builder = DirBuilder::new();
    builder.create(path)
}

fn fault(path: &Path, cause: &io::Error) -> Message {
    Message::new("error-write").with("file", path.display().to_string()).with("cause", cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drag_has_a_file_of_its_own_and_none_is_left() {
        let place = tempfile::tempdir().expect("a folder");
        let name = "vote.svg";
        let mut folder = TemporaryFolder::within(place.path()).expect("a folder");
        let mut other = TemporaryFolder::within(place.path()).expect("another name");
        assert_ne!(folder.path, other.path);
        other.inside().expect("a folder inside");
        let first = Parcel::pack(&folder.inside().expect("a folder"), name, b"one".to_vec(), None);
        let second = Parcel::pack(&folder.inside().expect("a folder"), name, b"two".to_vec(), None);
        let [first, second] = [first, second].map(|parcel| parcel.expect("written").path);
        assert_eq!(fs::read(&first).expect("readable"), b"one");
        assert_eq!(fs::read(&second).expect("readable"), b"two");
        assert!(first.ends_with(name) && second.ends_with(name));
        assert!(folder.holds(&first) && !other.holds(&first) && !folder.holds(place.path()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&folder.path).expect("there").permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "others may not look");
        }
        drop((folder, other));
        assert_eq!(fs::read_dir(place.path()).expect("readable").count(), 0);
    }

    #[test]
    fn a_place_that_is_not_there_is_named() {
        let place = tempfile::tempdir().expect("a folder");
        let gone = place.path().join("gone");
        let fault = TemporaryFolder::within(&gone).expect_err("no such place");
        assert!(fault.text(crate::lang::Lang::En).contains("gone"), "{fault:?}");
    }

    #[cfg(all(unix, not(target_vendor = "apple")))]
    #[test]
    fn addresses_hold_any_name() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new("/tmp/a b/Loi 50% \u{e9}\n#1?.png");
        assert_eq!(file_uri(path), "file:///tmp/a%20b/Loi%2050%25%20%C3%A9%0A%231%3F.png");
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/x/\xff"));
        assert_eq!(file_uri(path), "file:///x/%FF");
    }
}
