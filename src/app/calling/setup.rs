//! A roll call that is being prepared.
//!
//! Goes in: what is typed and chosen. Comes out: an [`Opening`] and the path of its journal, or what is still missing.
//! Must not know: drawing.

use std::path::{Path, PathBuf};

use super::clock::stamp;
use super::keys::{Keys, Reply};
use crate::export::FileNames;
use crate::lang::{Lang, Message};
use crate::model::{MajorityRule, Moment, Preset, RollCall};
use crate::record::{CallOrder, Conduct, Opening, Question, Roster};

/// Where the members come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RosterSource {
    /// Names typed or pasted.
    #[default]
    Text,
    /// A file of this name.
    File(String),
    /// The vote that is open.
    Vote,
}

/// Whom a class calls, and why.
#[derive(Clone, Debug)]
pub struct MockCall {
    /// The members.
    pub roster: Roster,
    /// What they are called.
    pub name: String,
    /// The question.
    pub title: String,
}

/// An order of calling, without its letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderChoice {
    /// By group, and by alphabet inside it.
    #[default]
    Group,
    /// By alphabet from a drawn letter.
    Drawn,
    /// By alphabet.
    Name,
    /// By number of the seat.
    Seat,
    /// As in the file.
    File,
}

impl OrderChoice {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Group, Self::Drawn, Self::Name, Self::Seat, Self::File];
}

/// A roll call that is being prepared.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Where the members come from.
    pub source: RosterSource,
    /// Names as they are typed.
    pub text: String,
    /// The members.
    pub roster: Roster,
    /// What is put to the vote.
    pub title: String,
    /// The chamber.
    pub chamber: String,
    /// The number of the vote.
    pub number: String,
    /// The rule.
    pub rule: MajorityRule,
    /// A rule as it is typed.
    pub rule_text: String,
    /// The order of calling.
    pub order: OrderChoice,
    /// The letter it starts from.
    pub letter: String,
    /// What members may do.
    pub conduct: Conduct,
    /// The keys as they are typed, in the order of [`Reply::ALL`].
    pub keys: [String; 5],
    /// Where the journal is to lie; `None` for the proposed place.
    pub journal: Option<String>,
    /// The folder that is proposed.
    folder: Option<PathBuf>,
    /// When the page was opened: names the proposed journal.
    opened: Moment,
    /// Whether the first empty field wants the cursor.
    pub(super) wants_focus: bool,
    /// What is missing, or went wrong.
    pub fault: Option<Message>,
    /// True while a roster is read or a journal opened.
    pub is_waiting: bool,
    /// The members in the order of calling, and what it was made of.
    listed: Option<(CallOrder, usize, Vec<usize>)>,
}

impl Setup {
    /// An empty form.
    #[must_use]
    pub fn new(keys: Keys, folder: Option<PathBuf>, now: Moment) -> Self {
        Self {
            conduct: Conduct::default(),
            keys: keys.0.map(String::from),
            folder,
            wants_focus: true,
            opened: now,
            rule: Preset::MoreForThanAgainst.rule(),
            ..Self::default()
        }
    }

    /// Takes members from somewhere; what was said of them with the file fills in what is empty.
    pub fn take_roster(&mut self, source: RosterSource, roll_call: RollCall<'_>) {
        self.roster = Roster::of_roll_call(roll_call);
        self.source = source;
        if self.chamber.is_empty() {
            self.chamber = roll_call.info().chamber.clone().unwrap_or_default();
        }
        if self.rule_text.is_empty() && self.rule.preset == Some(Preset::MoreForThanAgainst) {
            self.rule = roll_call.rule();
        }
        (self.listed, self.fault) = (None, None);
    }

    /// Takes a class.
    pub fn take_class(&mut self, class: MockCall) {
        self.roster = class.roster;
        (self.source, self.title) = (RosterSource::File(class.name), class.title);
        self.rule = Preset::Class.rule();
        (self.listed, self.fault) = (None, None);
    }

    /// Takes the names that are typed.
    pub fn take_text(&mut self) {
        self.roster = Roster::of_text(&self.text);
        self.source = RosterSource::Text;
        (self.listed, self.fault) = (None, None);
    }

    /// The order of calling.
    #[must_use]
    pub fn call_order(&self) -> CallOrder {
        match self.order {
            OrderChoice::Group => CallOrder::Group,
            OrderChoice::Drawn => CallOrder::DrawnLetter(self.letter.trim().to_uppercase()),
            OrderChoice::Name => CallOrder::Name,
            OrderChoice::Seat => CallOrder::Seat,
            OrderChoice::File => CallOrder::File,
        }
    }

    /// The places of the members in the order of calling.
    pub fn in_order(&mut self) -> &[usize] {
        let (order, len) = (self.call_order(), self.roster.members.len());
        let is_listed =
            self.listed.as_ref().is_some_and(|(listed, members, _)| *listed == order && *members == len);
        if !is_listed {
            let places = order.places(&self.roster);
            self.listed = Some((order, len, places));
        }
        self.listed.as_ref().map_or(&[], |(_, _, places)| places)
    }

    /// Where the journal will lie.
    #[must_use]
    pub fn journal_path(&self) -> Option<PathBuf> {
        if let Some(path) = &self.journal {
            return Some(PathBuf::from(path.trim())).filter(|path| path.file_name().is_some());
        }
        let folder = self.folder.as_ref()?;
        let about = [&self.number, &self.title, &self.chamber].map(|text| text.trim());
        let about = about.into_iter().find(|text| !text.is_empty());
        let name = match about {
            Some(about) => format!("{}-{about}", stamp(self.opened)),
            None => stamp(self.opened),
        };
        let name = FileNames::default().take(&name);
        let unused = |name: &String| !folder.join(format!("{name}.journal")).exists();
        let names = [name.clone()].into_iter().chain((2..100).map(|number| format!("{name}-{number}")));
        let name = names.into_iter().find(unused).unwrap_or(name);
        Some(folder.join(format!("{name}.journal")))
    }

    /// The keys that are typed, where they are keys.
    #[must_use]
    pub fn chosen_keys(&self) -> Option<Keys> {
        let mut keys = Keys(['\0'; 5]);
        for (reply, text) in Reply::ALL.into_iter().zip(&self.keys) {
            let mut letters = text.trim().chars();
            let (Some(key), None) = (letters.next(), letters.next()) else { return None };
            keys.set(reply, key);
        }
        Some(keys).filter(|keys| keys.are_apart())
    }

    /// What the roll call starts with, and where its journal is to lie.
    ///
    /// # Errors
    /// What is missing.
    pub fn opening(&self) -> Result<(PathBuf, Opening), Message> {
        if self.roster.members.is_empty() {
            return Err(Message::new("calling-no-members"));
        }
        if !self.rule_text.trim().is_empty() && self.rule_text.parse::<MajorityRule>().is_err() {
            let names: Vec<&str> = Preset::ALL.into_iter().map(Preset::key).collect();
            return Err(Message::new("error-rule")
                .with("text", self.rule_text.trim())
                .with("names", names.join(", ")));
        }
        if self.order == OrderChoice::Drawn && !self.letter.chars().any(char::is_alphabetic) {
            return Err(Message::new("calling-no-letter"));
        }
        self.chosen_keys().ok_or_else(|| Message::new("calling-keys-alike"))?;
        let path = self.journal_path().ok_or_else(|| Message::new("calling-no-journal"))?;
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let question =
            Question { title: some(&self.title), number: some(&self.number), chamber: some(&self.chamber) };
        Ok((path, Opening::new(&self.roster, &self.call_order(), question, self.rule, self.conduct)))
    }

    /// Draws a letter of the Latin alphabet, each as likely as every other.
    pub fn draw_letter(&mut self) {
        use std::hash::BuildHasher as _;
        // The standard library seeds its hashes from the system's own source of chance.
        let number = std::collections::hash_map::RandomState::new().hash_one(0_u8);
        self.letter = char::from(b'A' + u8::try_from(number % 26).unwrap_or_default()).to_string();
        self.order = OrderChoice::Drawn;
    }

    /// Who is called, in a line.
    #[must_use]
    pub fn roster_line(&self, lang: Lang) -> String {
        let members = self.roster.members.len();
        let message = Message::new("calling-members").with("n", members);
        let groups = self.roster.parties.len();
        if groups == 0 {
            message.text(lang)
        } else {
            Message::new("calling-members-groups").with("n", members).with("groups", groups).text(lang)
        }
    }
}

/// The name of a file of a path.
#[must_use]
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(names: &str) -> Setup {
        let mut setup =
            Setup::new(Keys::of(Lang::En), Some(PathBuf::from("/nowhere")), Moment(1_742_511_599_999));
        names.clone_into(&mut setup.text);
        setup.take_text();
        setup
    }

    #[test]
    fn a_form_says_what_is_missing() {
        let key = |setup: &Setup| setup.opening().expect_err("not ready").text(Lang::En);
        assert!(key(&setup("")).contains("member"));
        let mut form = setup("Ann Roe\tLarks\nBo Doe\tOwls");
        form.order = OrderChoice::Drawn;
        assert!(key(&form).contains("letter"));
        form.draw_letter();
        assert!(form.letter.len() == 1 && form.letter.as_bytes()[0].is_ascii_uppercase());
        form.keys[1] = "F".to_owned();
        assert!(key(&form).contains("key"));
        form.keys[1] = "a".to_owned();
        form.rule_text = "most of them".to_owned();
        assert!(key(&form).contains("most of them"));
        form.rule_text.clear();
        form.journal = Some(String::new());
        assert!(key(&form).contains("journal"));
        form.journal = None;
        let (path, opening) = form.opening().expect("ready");
        assert!(path.starts_with("/nowhere") && path.extension().is_some_and(|ending| ending == "journal"));
        assert_eq!(opening.members.len(), 2);
        assert_eq!(opening.question, Question::default());
    }

    #[test]
    fn the_proposed_journal_is_named_after_the_question() {
        let mut form = setup("Ann Roe");
        form.title = "A new quay: yes/no?".to_owned();
        let name = file_name(&form.journal_path().expect("proposed"));
        assert!(name.ends_with("-A-new-quay--yes-no-.journal"), "{name}");
    }

    #[test]
    fn the_order_follows_what_is_chosen() {
        let mut form = setup("Zoe Young\tLarks\nBo Doe\tOwls\nAnn Roe\tLarks");
        assert_eq!(form.in_order(), [2, 0, 1]);
        form.order = OrderChoice::File;
        assert_eq!(form.in_order(), [0, 1, 2]);
        form.text.push_str("\nCy Ash\tOwls");
        form.take_text();
        form.order = OrderChoice::Name;
        assert_eq!(form.in_order(), [3, 1, 2, 0]);
    }
}
