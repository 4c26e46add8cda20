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

/// The arguments as one line that a POSIX shell takes apart into them again.
#[must_use]
pub fn quoted(arguments: &[String]) -> String {
    arguments.iter().map(|argument| quote(argument)).collect::<Vec<_>>().join(" ")
}

fn quote(argument: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_@%+=:,./-".contains(c);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', "'\\''"))
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
            assert_eq!(quote(argument), typed);
        }
    }
}
