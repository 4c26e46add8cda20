//! Roll calls in documents: JSON, XML, and tables that pack lists into their cells.
//!
//! Goes in: text, and what is known of members and parties. Comes out: an archive with its problems, or what
//! the document is instead of a roll call. Must not know: files, containers.
//!
//! ```text
//! text -> tree (json, xml, packed) -> publishers' codes spelled out -> votes and ballots (search, graph)
//!      -> roles of the columns (roles) -> members, words, facts (assemble) -> Archive
//! ```
//!
//! Nothing is known of a publisher but its codes: where a vote is and what its parts mean is found by the
//! vocabularies, as in tables.

mod assemble;
mod directory;
mod facts;
mod fault;
mod form;
mod graph;
mod json;
mod node;
mod packed;
mod publisher;
mod record;
mod roles;
mod search;
mod single;
mod words;
mod xml;

pub use fault::DocumentFault;

pub(super) use directory::Directory;
pub(super) use node::Node;
pub(super) use packed::unpack;

use super::error::Content;
use super::mapping::{ColumnChoice, Mapping, WordChoice};
use super::problem::Problems;
use super::rows::RowCount;
use super::{Done, Format, Problem, ProblemKind, ReadError};
use crate::model::Archive;
use assemble::Assembling;

/// What documents became.
pub(super) struct Assembled {
    pub(super) archive: Archive,
    pub(super) columns: Vec<ColumnChoice>,
    pub(super) words: Vec<WordChoice>,
    pub(super) options: Vec<String>,
    pub(super) rows: RowCount,
}

/// The form a text sets out to have, by how it begins.
pub(super) fn form_of(text: &str) -> Option<Format> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if let Some(tag) = start.strip_prefix('<') {
        let is_markup = tag.starts_with(|c: char| c.is_alphabetic() || matches!(c, '?' | '!' | '_'));
        return is_markup.then_some(Format::Xml);
    }
    let opens_json = start.starts_with('{')
        || start.strip_prefix('[').is_some_and(|rest| {
            rest.trim_start().starts_with(|c: char| matches!(c, '{' | '[' | '"' | ']') || c.is_ascii_digit())
        });
    (opens_json || resembles_json(start)).then_some(Format::Json)
}

/// Text that was JSON before somebody wrote a name or a comment above it.
fn resembles_json(start: &str) -> bool {
    const LONGEST_PREFIX: usize = 200;
    let opening = start.bytes().take(LONGEST_PREFIX).position(|byte| matches!(byte, b'{' | b'['));
    let Some(opening) = opening else { return false };
    let (before, inside) = start.split_at(opening);
    let is_prefix = !before.contains([',', ';', '\t', '|', '"']) && before.lines().count() <= 5;
    let end = start.trim_end().trim_end_matches([',', ';', ')']);
    is_prefix && end.ends_with(['}', ']']) && inside.contains("\":") && inside.matches('"').count() >= 4
}

/// Reads a text of this form into a tree.
///
/// # Errors
/// [`ReadError::Broken`] with the line and the column; a web page is refused as such.
pub(super) fn parse<'t>(file: &str, text: &'t str, format: Format) -> Result<Node<'t>, ReadError> {
    let text = text.trim_start_matches('\u{feff}');
    let parsed = match format {
        Format::Xml => {
            let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
            if head.starts_with("<!doctype html") || head.starts_with("<html") {
                return Err(ReadError::NotDelimited { file: file.to_owned(), found: super::Foreign::Html });
            }
            xml::parse(text)
        }
        _ => json::parse(text),
    };
    let mut node = parsed.map_err(|(place, fault)| ReadError::Broken {
        file: file.to_owned(),
        format,
        line: place.line,
        column: place.column,
        fault,
    })?;
    single::unify(&mut node);
    publisher::spell_out(&mut node);
    Ok(node)
}

/// Gathers the votes of any number of documents, whose members and parties a directory knows.
#[derive(Debug)]
pub(super) struct Gathering<'a> {
    assembling: Assembling<'a>,
    num_votes: u64,
    content: Content,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(problems: Problems, directory: &'a Directory, given: Option<&'a Mapping>) -> Self {
        Self {
            assembling: Assembling::new(problems, directory, given),
            num_votes: 0,
            content: Content::Nothing,
        }
    }

    /// Adds the votes of a document.
    ///
    /// # Errors
    /// What the document has instead.
    pub(super) fn add(&mut self, node: &Node<'_>) -> Result<(), Content> {
        let found = graph::search(node).unwrap_or_else(|| search::search(node, self.assembling.given));
        let has_ballots = found.events.iter().any(|event| !event.ballots.is_empty());
        let is_void = |event: &search::Event| {
            facts::declared(&event.facts).is_some_and(|declared| {
                declared.in_favour == crate::model::Votes::ZERO
                    && declared.against == crate::model::Votes::ZERO
            })
        };
        let is_vote = has_ballots || (!found.events.is_empty() && found.events.iter().all(is_void));
        if !is_vote {
            let content = content(node, &found);
            self.content = self.content.max(content);
            return Err(content);
        }
        self.num_votes += found.events.len() as u64;
        self.assembling.add(found);
        Ok(())
    }

    /// The archive, or what the documents are instead.
    pub(super) fn finish(self) -> Result<(Assembled, Vec<Problem>), Content> {
        if self.num_votes == 0 {
            let directory = self.assembling.directory;
            let known = if !directory.persons.is_empty() {
                Content::Members(directory.persons.len())
            } else if !directory.groups.is_empty() {
                Content::Parties(directory.groups.len())
            } else {
                Content::Nothing
            };
            return Err(self.content.max(known));
        }
        let Assembling { assembly, mut problems, columns, mut words, options, labels, present, .. } =
            self.assembling;
        let assembled = assembly.finish();
        for duplicate in &assembled.duplicates {
            let found = labels.get(duplicate.added).map_or("", |(_, label)| label.as_str());
            problems.add(ProblemKind::DuplicateMember, Done::SetAside, None, None, found);
        }
        words.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.word.cmp(&b.word)));
        let set_aside = assembled.duplicates.len() as u64;
        let rows = RowCount { present, read: present - set_aside, set_aside };
        let assembled = Assembled { archive: assembled.archive, columns, words, options, rows };
        Ok((assembled, problems.into_list()))
    }
}

/// What a document without ballots is.
fn content(node: &Node<'_>, found: &search::Search<'_>) -> Content {
    let totals = num_totals(node);
    if found.has_history {
        Content::OneMember
    } else if totals > 0 {
        Content::Totals(totals)
    } else {
        Content::Nothing
    }
}

/// How many objects hold numbers for and against.
fn num_totals(node: &Node<'_>) -> usize {
    match node {
        Node::List(items) => items.iter().map(num_totals).sum(),
        Node::Object(entries) => {
            if facts::declared(&facts::facts(node)).is_some() {
                return 1;
            }
            entries.iter().map(|(_, value)| num_totals(value)).sum()
        }
        _ => 0,
    }
}
