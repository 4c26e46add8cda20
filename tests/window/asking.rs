//! Files that do not say what their codes mean: the window asks, before anything of them is opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hemicycle::app::{Answer, App, Command, CopyFormat, Sample};
use hemicycle::lang::Lang;
use hemicycle::model::Position;

use super::{settle, window};

const READ: &str = "Read it this way";

/// A chamber of two parties and 16 votes in codes: 1, 0 and 9. In vote n, 20 + n of 60 of the first party have a 1, 30 of 40 of
/// the second, and two of each a 9.
fn codes(folder: &Path) -> PathBuf {
    let mut text = "class".to_owned();
    (1..=16).for_each(|vote| text.push_str(&format!(",vote{vote}")));
    text.push('\n');
    for (party, size) in [("republican", 60), ("democrat", 40)] {
        for member in 0..size {
            text.push_str(party);
            for vote in 1..=16 {
                let ones = if size == 60 { 20 + vote } else { 30 };
                let code = if member < ones {
                    1
                } else if member < size - 2 {
                    0
                } else {
                    9
                };
                text.push_str(&format!(",{code}"));
            }
            text.push('\n');
        }
    }
    written(folder, "codes.csv", &text)
}

/// One vote of 11: six of 1, four of 0, one of 9; the parties X and Y.
fn one_vote() -> String {
    let mut text = "name,party,vote\n".to_owned();
    for (member, code) in [1, 1, 1, 1, 0, 9, 1, 1, 0, 0, 0].into_iter().enumerate() {
        let party = if member < 6 { "X" } else { "Y" };
        text.push_str(&format!("Member {member},{party},{code}\n"));
    }
    text
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

fn apply(harness: &mut Harness<'_, App>, command: Command) {
    let context = harness.ctx.clone();
    harness.state_mut().apply(&context, command);
}

fn answer(harness: &mut Harness<'_, App>, answer: Answer) {
    apply(harness, Command::Answer(Box::new(answer)));
    harness.run_steps(3);
}

fn asked(path: &Path, lang: Lang, size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = window(lang, egui::Theme::Light, size);
    harness.run_steps(2);
    apply(&mut harness, Command::Open(path.to_owned()));
    settle(&mut harness);
    assert!(harness.state().state().asked.is_some() && harness.state().state().opened.is_none());
    harness
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    settle(harness);
}

/// Every text of the window, for those who do not see it.
fn texts(harness: &Harness<'_, App>) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let of = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    };
    nodes.flat_map(of).flatten().collect()
}

fn says_no_figure_of_nothing(harness: &Harness<'_, App>) {
    for text in texts(harness) {
        for claim in ["0–0", "Tied", "tied"] {
            assert!(!text.contains(claim), "{text}");
        }
    }
}

fn figures(harness: &Harness<'_, App>) -> Option<(u64, u64)> {
    let headline = harness.state().state().opened.as_ref()?.summary.headline?;
    Some((headline.in_favour.floor(), headline.against.floor()))
}

fn chosen(harness: &Harness<'_, App>) -> Option<usize> {
    harness.state().state().asked.as_ref().expect("a question").chosen()
}

fn is_disabled(harness: &Harness<'_, App>, label: &str) -> bool {
    harness.get_by_role_and_label(Role::Button, label).accesskit_node().is_disabled()
}

#[test]
fn codes_are_asked_about_and_nothing_is_opened_or_claimed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = asked(&codes(folder.path()), Lang::En, [1440.0, 900.0]);
    harness.get_by_label("What do 1, 0 and 9 mean?");
    harness.get_by_label_contains("results of 16 votes depend on it");
    harness.get_by_label_contains("codes.csv · 100 rows · 17 columns · comma · nothing opened yet");
    harness.get_by_label("3 codes have no meaning yet");
    harness.get_by_label("Kept in codes.hemicycle.toml beside the file.");
    says_no_figure_of_nothing(&harness);
    assert_eq!(chosen(&harness), None, "no card is chosen at first");
    assert!(is_disabled(&harness, READ) && is_disabled(&harness, "Export…"));
    // Vote 1: 21 and 30 of 1, 2 and 2 of 9; the others 0.
    harness.get_by_label_contains("1: 51 in this vote");
    harness.get_by_label_contains("republican: 21 of 60; democrat: 30 of 40");
    harness.get_by_role_and_label(Role::RadioButton, "If 1 = For, 0 = Against: 51–45, Adopted by 6");
    harness.get_by_role_and_label(Role::RadioButton, "If 1 = Against, 0 = For: 45–51, Rejected by 6");
    harness.get_by_role_and_label(Role::RadioButton, "If 1 = For, 0 = did not vote: 51–4, Adopted by 47");
    harness.get_by_label_contains("1 is the larger side in 16 of 16 votes");
    let rare = harness.query_all_by_label_contains("9 is rare: 3% of one party, 5% of the other");
    assert_eq!(rare.count(), 2);
    harness.get_by_label_contains("the rows alone cannot tell it from the first");
    // Enter does nothing before there is an answer, nor do the keys of the graphic.
    press(&mut harness, Key::Enter);
    apply(&mut harness, Command::Copy(CopyFormat::Svg));
    harness.run_steps(3);
    assert!(harness.state().state().asked.is_some() && harness.state().state().note.is_none());
}

#[test]
fn a_card_is_chosen_and_read_by_the_keyboard_and_kept_beside_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = codes(folder.path());
    for (key, wanted) in [(Key::Num1, (51, 45)), (Key::Num2, (45, 51)), (Key::Num3, (51, 4))] {
        let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
        press(&mut harness, key);
        assert!(!is_disabled(&harness, READ));
        harness.get_by_label("every code has a meaning");
        press(&mut harness, Key::Enter);
        assert!(harness.state().state().asked.is_none());
        assert_eq!(figures(&harness), Some(wanted));
        harness.get_by_label_contains("How the file is read is kept in");
        let kept = folder.path().join("codes.hemicycle.toml");
        let text = std::fs::read_to_string(&kept).expect("kept");
        assert!(text.contains("word = \"9\""), "{text}");
        // What was answered is not asked again.
        let mut again = window(Lang::En, egui::Theme::Light, [1024.0, 700.0]);
        apply(&mut again, Command::Open(path.clone()));
        settle(&mut again);
        assert_eq!(figures(&again), Some(wanted));
        std::fs::remove_file(kept).expect("removed");
    }
}

#[test]
fn the_column_of_the_votes_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let text =
        "name,party,vote,ballot\nAnn Alm,Red,aye,contre\nBo Berg,Red,nay,contre\nCy Dahl,Blue,aye,pour\n";
    let path = written(folder.path(), "two.csv", text);
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    harness.get_by_label("Which column is the vote?");
    harness.get_by_label_contains("speaks for each of these columns: vote, ballot");
    harness.get_by_label("the column of the votes is not chosen yet");
    assert!(is_disabled(&harness, READ), "the first column is no answer");
    harness.get_by_role_and_label(Role::RadioButton, "If the vote is in “vote”: 2–1, Adopted by 1");
    press(&mut harness, Key::Num2);
    harness.get_by_label("the column of the votes is chosen");
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((1, 2)));
    let kept = std::fs::read_to_string(folder.path().join("two.hemicycle.toml")).expect("kept");
    assert!(kept.contains("ballot"), "{kept}");
    // Left open, it shows no figure, and nothing leaves the window.
    std::fs::remove_file(folder.path().join("two.hemicycle.toml")).expect("removed");
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    press(&mut harness, Key::U);
    assert_eq!(figures(&harness), None);
    says_no_figure_of_nothing(&harness);
    let opened = harness.state().state().opened.as_ref().expect("a vote");
    assert!(opened.question().is_some());
}

#[test]
fn menus_follow_the_card_and_a_menu_deselects_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(folder.path(), "one.csv", &one_vote());
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    harness.get_by_role_and_label(Role::RadioButton, "If 1 = For, 0 = Against: 6–4, Adopted by 2").click();
    harness.run_steps(3);
    assert_eq!(chosen(&harness), Some(0));
    let menu = |harness: &mut Harness<'_, App>, word: &str, meaning: &str| {
        let label = format!("What {word} means");
        harness.get_by_role_and_label(Role::ComboBox, &label).click();
        harness.run_steps(3);
        harness.get_by_role_and_label(Role::Button, meaning).click();
        harness.run_steps(3);
    };
    menu(&mut harness, "9", "For");
    assert_eq!(chosen(&harness), None);
    assert!(!is_disabled(&harness, READ), "every code has a meaning all the same");
    harness.get_by_label(READ).click();
    settle(&mut harness);
    assert_eq!(figures(&harness), Some((7, 4)));
    // By menus alone.
    std::fs::remove_file(folder.path().join("one.hemicycle.toml")).expect("it was kept");
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    for (word, meaning) in [("1", "Against"), ("0", "For")] {
        menu(&mut harness, word, meaning);
        assert!(is_disabled(&harness, READ));
    }
    menu(&mut harness, "9", "Abstained");
    harness.get_by_label(READ).click();
    settle(&mut harness);
    assert_eq!(figures(&harness), Some((4, 6)));
}

#[test]
fn escape_goes_back_to_what_was_open_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = codes(folder.path());
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    apply(&mut harness, Command::OpenSample(Sample::Classroom));
    settle(&mut harness);
    let before = harness.state().state().opened.clone().expect("a vote");
    for key in [(Modifiers::NONE, Key::Escape), (Modifiers::COMMAND, Key::W)] {
        apply(&mut harness, Command::Open(path.clone()));
        settle(&mut harness);
        assert!(harness.query_by_label("Aiko, The Larks: For").is_none());
        // A second file that asks does not forget what was open before the first.
        apply(&mut harness, Command::Open(path.clone()));
        settle(&mut harness);
        harness.key_press_modifiers(key.0, key.1);
        settle(&mut harness);
        let state = harness.state().state();
        assert!(state.asked.is_none() && state.opened.as_ref().is_some_and(|now| Arc::ptr_eq(now, &before)));
        assert!(harness.query_by_label("Aiko, The Larks: For").is_some());
    }
    let mut harness = asked(&path, Lang::En, [1024.0, 700.0]);
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("See how a chamber voted").is_some());
}

#[test]
fn opened_with_positions_unknown_it_has_no_figures_and_does_not_leave_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = codes(folder.path());
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    press(&mut harness, Key::U);
    let opened = harness.state().state().opened.clone().expect("a vote");
    assert_eq!((figures(&harness), opened.summary.tally.members(Position::Unknown)), (None, 100));
    let said = texts(&harness);
    assert!(said.iter().any(|text| text.contains("Positions unknown: 100")), "{said:?}");
    harness.get_by_label_contains("vote2: Untitled vote, – –, Result open");
    says_no_figure_of_nothing(&harness);
    assert!(!folder.path().join("codes.hemicycle.toml").exists(), "nothing was answered");
    let target = folder.path().join("vote.svg");
    for command in [Command::Export(target.clone()), Command::Copy(CopyFormat::Svg), Command::ExportDialog] {
        apply(&mut harness, command);
        harness.run_steps(3);
        assert!(harness.query_by_label_contains("nothing of it leaves the window yet").is_some());
        apply(&mut harness, Command::DismissFault);
        harness.run_steps(2);
    }
    assert!(!target.exists());
    apply(&mut harness, Command::ShowReplay(true));
    assert!(harness.state().state().playback.is_none(), "there is no end to be told");
}

#[test]
fn only_the_votes_that_it_is_about_are_shown_and_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "name,party,vote1,vote2,vote3\n".to_owned();
    for member in 0..12 {
        // Vote 2 is settled whatever the word means.
        let second = if member == 0 { "zz" } else { "yes" };
        let (first, third) = (["yes", "yes", "no", "zz"][member % 4], ["no", "zz", "no", "yes"][member % 4]);
        text.push_str(&format!("Member {member},X,{first},{second},{third}\n"));
    }
    let path = written(folder.path(), "mixed.csv", &text);
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    harness.get_by_label("What does zz mean?");
    harness.get_by_label_contains("results of 2 votes depend on it");
    let votes = |harness: &Harness<'_, App>| -> Vec<String> {
        let columns = harness.query_all_by_role(Role::RadioButton);
        let labels = columns.filter_map(|node| node.accesskit_node().label());
        labels.filter(|label| label.starts_with("vote")).collect()
    };
    assert_eq!(votes(&harness).len(), 2, "{:?}", votes(&harness));
    assert_eq!(harness.state().state().asked.as_ref().expect("a question").vote(), 0);
    harness.get_by_label_contains("vote3: no, zz, no").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state().asked.as_ref().expect("a question").vote(), 2);
    harness.get_by_label_contains("zz: 3 in this vote");
    answer(&mut harness, Answer::ShowVote(1));
    assert_eq!(harness.state().state().asked.as_ref().expect("a question").vote(), 2, "it is settled");
    press(&mut harness, Key::U);
    assert_eq!(figures(&harness), None);
    apply(&mut harness, Command::ShowVote(1));
    harness.run_steps(3);
    assert_eq!(figures(&harness), Some((11, 0)));
    // A vote that is settled is exported as any other.
    let target = folder.path().join("vote.svg");
    apply(&mut harness, Command::Export(target));
    super::until(&mut harness, |state| {
        state.note.as_ref().is_some_and(|note| note.to_string().contains("Written"))
    });
}

#[test]
fn votes_below_one_another_are_chosen_by_a_menu() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "vote_id,title,name,party,vote\n".to_owned();
    for vote in 0..3 {
        for member in 0..20 {
            let code = u8::from(member < 11 + vote);
            text.push_str(&format!("{vote},Motion {vote},Member {member},X,{code}\n"));
        }
    }
    let mut harness = asked(&written(folder.path(), "long.csv", &text), Lang::En, [1440.0, 900.0]);
    harness.get_by_label_contains("1: 11 in this vote, 36 in all");
    harness.get_by_role_and_label(Role::ComboBox, "shown for").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Motion 2").click();
    harness.run_steps(3);
    harness.get_by_label_contains("1: 13 in this vote, 36 in all");
    harness.get_by_role_and_label(Role::RadioButton, "If 1 = For, 0 = Against: 13–7, Adopted by 6");
}

#[test]
fn words_of_an_unknown_language_are_asked_about_beside_known_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "name,vote\n".to_owned();
    for member in 0..15 {
        text.push_str(&format!("Member {member},{}\n", ["for", "brzzt", "brzzt"][member % 3]));
    }
    let mut harness = asked(&written(folder.path(), "words.csv", &text), Lang::En, [1440.0, 900.0]);
    harness.get_by_label("What does brzzt mean?");
    harness.get_by_label("Known already: for = For");
    harness.get_by_role_and_label(Role::RadioButton, "If brzzt = Against: 5–10, Rejected by 5");
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((5, 10)));
}

#[test]
fn folders_and_documents_are_read_as_answered_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let votes = folder.path().join("votes");
    std::fs::create_dir(&votes).expect("a folder");
    written(&votes, "first.csv", &one_vote());
    written(&votes, "second.csv", &one_vote().replace(",9", ",1"));
    let mut harness = asked(&votes, Lang::En, [1440.0, 900.0]);
    harness.get_by_label_contains("results of 2 votes depend on it");
    harness.get_by_label_contains("There is no file to keep this beside");
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((6, 4)));
    assert_eq!(harness.state().state().path.as_deref(), Some(votes.as_path()));
    let rows = one_vote();
    let ballots: Vec<String> = rows
        .lines()
        .skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            let [name, party, vote] = cells[..] else { panic!("three cells") };
            format!(
                r#"{{"name": "{name}", "party": "{party}", "vote": "{}"}}"#,
                ["krrk", "yes"][usize::from(vote == "0")]
            )
        })
        .collect();
    let document = format!(r#"{{"title": "Water", "votes": [{}]}}"#, ballots.join(","));
    let mut harness = asked(&written(folder.path(), "vote.json", &document), Lang::En, [1440.0, 900.0]);
    harness.get_by_label("What does krrk mean?");
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((4, 7)));
    assert!(folder.path().join("vote.hemicycle.toml").exists());
}

#[derive(Debug)]
struct InMemory(String);

impl egui::DroppedFile for InMemory {
    fn path(&self) -> &Path {
        Path::new("dropped.csv")
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Ok(self.0.clone().into_bytes())
    }
}

#[test]
fn what_is_in_memory_is_read_as_answered_and_kept_nowhere() {
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    apply(&mut harness, Command::OpenDropped(Arc::new(InMemory(one_vote()))));
    settle(&mut harness);
    harness.get_by_label_contains("There is no file to keep this beside");
    press(&mut harness, Key::Num2);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((4, 6)));
    let state = harness.state().state();
    assert!(state.path.is_none() && state.fault.is_none() && state.note.is_none());
}

#[test]
fn an_answer_that_cannot_be_kept_is_read_all_the_same_and_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(folder.path(), "one.csv", &one_vote());
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    // A folder is in the way.
    std::fs::create_dir_all(folder.path().join("one.hemicycle.toml/inside")).expect("a folder");
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((6, 4)));
    assert!(harness.state().state().fault.is_none());
    harness.get_by_label_contains("How the file is read could not be kept");
}

#[test]
fn a_column_that_holds_something_else_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(folder.path(), "one.csv", &one_vote());
    let mut harness = asked(&path, Lang::En, [1440.0, 900.0]);
    let has_parties = |harness: &Harness<'_, App>| harness.query_by_label_contains("X: 4 of 6").is_some();
    assert!(has_parties(&harness));
    harness.get_by_role_and_label(Role::ComboBox, "party: what it holds").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Not used").click();
    settle(&mut harness);
    let state = harness.state().state();
    assert!(state.asked.is_some(), "{:?} {:?}", state.fault, state.opened.is_some());
    assert!(!has_parties(&harness), "{:?}", texts(&harness));
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((6, 4)));
}

#[test]
fn the_beginning_of_a_large_file_shows_no_outcome_before_the_user_is_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = "vote_id,title,name,party,vote\n".to_owned();
    for vote in 0..400 {
        for member in 0..100 {
            let code = u8::from((member + vote) % 100 < 55);
            text.push_str(&format!("{vote},Motion number {vote},Member {member},X,{code}\n"));
        }
    }
    let path = written(folder.path(), "large.csv", &text);
    let mut harness = window(Lang::En, egui::Theme::Light, [1440.0, 900.0]);
    apply(&mut harness, Command::Open(path));
    while harness.state().is_busy() {
        harness.step();
        assert!(harness.state().state().opened.is_none());
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    harness.run_steps(4);
    let state = harness.state().state();
    assert_eq!(state.asked.as_ref().expect("a question").question().votes.len(), 400);
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Enter);
    assert_eq!(figures(&harness), Some((55, 45)));
}

#[test]
fn every_node_has_a_name_in_both_languages_and_at_every_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = codes(folder.path());
    for lang in Lang::INTERFACE {
        for size in [[1440.0, 900.0], [1024.0, 640.0], [720.0, 480.0]] {
            let harness = asked(&path, lang, size);
            let roles = [Role::Button, Role::ComboBox, Role::RadioButton, Role::TextInput, Role::Label];
            let mut count = 0;
            for node in harness.root().children_recursive() {
                let node = node.accesskit_node();
                if roles.contains(&node.role()) {
                    count += 1;
                    let name = node.label().or_else(|| node.value());
                    assert!(name.is_some_and(|name| !name.is_empty()), "{:?}", node.role());
                }
            }
            assert!(count > 40, "{count}");
            let read = harness.get_by_label(if lang == Lang::En { READ } else { "Lire ainsi" }).rect();
            assert!(read.bottom() < size[1] && read.right() < size[0], "{lang:?} {size:?}: {read:?}");
        }
    }
}
