//! The command that draws a graphic, as it is typed into a shell.

use std::path::Path;

use super::{RenderOptions, rule_text};
use crate::model::MajorityRule;

/// The command that draws a vote of the file at `data` to `output`, an argument each.
#[must_use]
pub fn command_line(
    data: &Path,
    vote: Option<&str>,
    mapping: Option<&Path>,
    rule: Option<MajorityRule>,
    options: &RenderOptions,
    output: &Path,
) -> Vec<String> {
    let typed = |path: &Path| {
        let text = path.display().to_string();
        // What begins with a dash would be taken for an option.
        if text.starts_with('-') && text != "-" { format!("./{text}") } else { text }
    };
    let mut arguments = vec!["hemicycle".to_owned(), "render".to_owned(), typed(data)];
    arguments.extend(vote.map(|vote| format!("--vote={vote}")));
    arguments.extend(mapping.map(|path| format!("--mapping={}", path.display())));
    arguments.extend(rule.map(|rule| format!("--rule={}", rule_text(rule))));
    arguments.extend(options.arguments());
    arguments.extend(["-o".to_owned(), typed(output)]);
    arguments
}

/// Which shell a line is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// `sh` and those that understand what it does.
    Posix,
    /// `cmd`, and `PowerShell` as far as both have the same rules.
    Windows,
}

impl Shell {
    /// The shell of the system that this program runs on.
    pub const OF_SYSTEM: Self = if cfg!(windows) { Self::Windows } else { Self::Posix };

    /// The arguments as one line that the shell takes apart into them again.
    #[must_use]
    pub fn quoted(self, arguments: &[String]) -> String {
        let quote = match self {
            Self::Posix => quote_for_posix,
            Self::Windows => quote_for_windows,
        };
        arguments.iter().map(|argument| quote(argument)).collect::<Vec<_>>().join(" ")
    }
}

fn quote_for_posix(argument: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_@%+=:,./-".contains(c);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', "'\\''"))
}

/// Single quotes mean nothing to `cmd`. Between double ones a program finds a double one by the backslash before it, and
/// backslashes stand for themselves but where a double quote follows.
fn quote_for_windows(argument: &str) -> String {
    // PowerShell takes apart what begins with a dash and has a point or a colon in it.
    let plain = if argument.starts_with('-') { "_=/\\-" } else { "_=/\\-.:" };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || plain.contains(c);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        return argument.to_owned();
    }
    let mut quoted = String::from('"');
    let mut backslashes = 0;
    for letter in argument.chars() {
        if letter == '"' {
            quoted.extend(std::iter::repeat_n('\\', backslashes + 1));
        }
        backslashes = if letter == '\\' { backslashes + 1 } else { 0 };
        quoted.push(letter);
    }
    quoted.extend(std::iter::repeat_n('\\', backslashes));
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        for (argument, typed) in [
            ("--preset=square", "--preset=square"),
            ("--title=Who's in?", "'--title=Who'\\''s in?'"),
            ("--set=palette.for=\"#103050\"", "'--set=palette.for=\"#103050\"'"),
            ("a b.csv", "'a b.csv'"),
            ("$HOME", "'$HOME'"),
            ("", "''"),
        ] {
            assert_eq!(quote_for_posix(argument), typed);
        }
    }

    #[test]
    fn what_a_shell_of_windows_would_take_apart_is_quoted() {
        for (argument, typed) in [
            ("--preset=square", "--preset=square"),
            (r"C:\Votes\2025.csv", r"C:\Votes\2025.csv"),
            (r"C:\My votes\a.csv", r#""C:\My votes\a.csv""#),
            (r"C:\My votes\", r#""C:\My votes\\""#),
            ("--title=Who's in?", r#""--title=Who's in?""#),
            ("--scale=1.5", r#""--scale=1.5""#),
            ("--set=palette.for=\"#103050\"", r##""--set=palette.for=\"#103050\"""##),
            (r#"a\" b"#, r#""a\\\" b""#),
            ("1,2", r#""1,2""#),
            ("", r#""""#),
        ] {
            assert_eq!(quote_for_windows(argument), typed);
        }
    }
}
