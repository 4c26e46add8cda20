//! What the window shows.

use std::path::PathBuf;
use std::sync::Arc;

use super::ask::Asking;
use super::classroom::Lesson;
use super::command::MemberOrder;
use super::graphic::{Graphic, History};
use super::opened::Opened;
use super::playback::Playback;
use super::vote_list::{VoteFilter, VoteList};
use super::{Command, Tab};
use crate::analyze::Summary;
use crate::chart::{Arrangement, Replay, RevealOrder, member_name, party_name};
use crate::lang::{Lang, Message};
use crate::layout::LayoutOption;
use crate::model::MajorityRule;
use crate::read::{Progress, Reading};

/// What the window shows.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is shown or not")]
pub struct State {
    /// The vote, if one is open.
    pub opened: Option<Arc<Opened>>,
    /// The file about which the user is asked; nothing is open meanwhile.
    pub asked: Option<Box<Asking>>,
    /// The name of the file being read.
    pub reading: Option<String>,
    /// How far the reader is, where it says so.
    pub progress: Option<Progress>,
    /// Whether what is open is the beginning of the file that is being read.
    pub is_beginning: bool,
    /// Where the file is, unless it came from elsewhere.
    pub path: Option<PathBuf>,
    /// Whether the page about how the file is read is open.
    pub shows_mapping: bool,
    /// The first rows of the file.
    pub preview: Vec<Vec<String>>,
    /// What is looked for among the votes of the archive.
    pub vote_filter: VoteFilter,
    /// The votes of the archive that are listed, in the order of the list.
    pub listed: Vec<usize>,
    /// Whether any of them has a day.
    pub(super) has_days: bool,
    /// Whether the list is to show the vote that is open.
    pub(super) shows_vote: bool,
    /// The tab of the right panel.
    pub tab: Tab,
    /// The pinned ballot, by its place in the roll call.
    pub pinned: Option<usize>,
    /// The seat that the arrow keys stand on, by its place in the drawing.
    pub(super) cursor: Option<usize>,
    /// What is looked for.
    pub find: String,
    /// The ballots that match it; `None` where nothing is looked for.
    pub matches: Option<Vec<bool>>,
    /// The order of the list of members.
    pub member_order: MemberOrder,
    /// The rule chosen instead of the votes' own.
    pub rule: Option<MajorityRule>,
    /// The rule being written.
    pub rule_text: String,
    /// How the chamber is arranged.
    pub arrangement: Arrangement,
    /// How the graphic that leaves the window is drawn.
    pub graphic: Graphic,
    /// What was changed of it and of the arrangement.
    pub history: History,
    /// The replay, where its bar is shown.
    pub playback: Option<Playback>,
    /// The lesson of a class.
    pub classroom: Lesson,
    /// How far the film that is being made is, in percent.
    pub filming: Option<u32>,
    /// Whether the rail of the replay wants the keys.
    pub(super) wants_replay_focus: bool,
    /// A fault to show until it is dismissed.
    pub fault: Option<Message>,
    /// A note in the status bar.
    pub note: Option<Message>,
    /// Whether the page about the program is open.
    pub about: bool,
    /// Whether the list of keys is open.
    pub shortcuts: bool,
    /// Whether the search field wants the cursor.
    pub(super) wants_find_focus: bool,
    /// Whether the graphic can be dragged out of the window.
    pub(super) can_drag: bool,
    /// Whether a page on which the roll is called is shown instead of the vote.
    pub is_calling: bool,
    /// Where the journal of that roll call is, and how far.
    pub(super) journal: Option<String>,
    /// The language.
    pub lang: Lang,
}

impl State {
    /// True while a dialog of the window lies over everything.
    pub(super) fn is_covered(&self) -> bool {
        self.about || self.shortcuts || self.fault.is_some()
    }

    /// True while a vote of this file is open.
    pub(super) fn has_open(&self, reading: &Arc<Reading>) -> bool {
        self.opened.as_ref().is_some_and(|opened| Arc::ptr_eq(&opened.list.reading, reading))
    }

    /// Shows a vote in place of the one before.
    pub(super) fn open(&mut self, opened: Opened) {
        // Lines are drawn for a number of seats, which another vote may not have.
        self.arrangement.lines.clear();
        // Parties were summed of another chamber.
        self.arrangement.coalition.clear();
        // Nor does it always have the seats or the parties that the chamber was arranged for.
        let fits = opened
            .roll_call()
            .is_some_and(|roll_call| self.arrangement.check(roll_call, opened.summary.seats).is_ok());
        if !fits {
            self.arrangement = Arrangement::default();
        }
        self.arrangement = with_majority_line(std::mem::take(&mut self.arrangement), &opened.summary);
        self.forget_vote();
        self.listed = opened.list.listed(&VoteFilter::default());
        self.has_days = opened.list.has_days();
        self.opened = Some(Arc::new(opened));
    }

    /// Goes back to the page without a vote. What was chosen for every file stays, and what is about this one goes.
    pub(super) fn close(&mut self) {
        self.forget_vote();
        self.graphic = self.graphic.of_another_file();
        (self.path, self.shows_mapping, self.tab) = (None, false, Tab::default());
        self.preview.clear();
        self.history = History::default();
        self.arrangement = Arrangement::default();
    }

    /// Forgets the vote that is open, and what was looked for, chosen or said in it. Every field is named here, so that
    /// none is forgotten by oversight, or kept.
    fn forget_vote(&mut self) {
        let Self {
            // Of the file: whoever opens or closes one says what becomes of these.
            path: _,
            shows_mapping: _,
            preview: _,
            history: _,
            arrangement: _,
            graphic: _,
            // Of the window, whatever it shows.
            tab: _,
            member_order: _,
            classroom: _,
            filming: _,
            can_drag: _,
            is_calling: _,
            journal: _,
            lang: _,
            // Of the vote.
            opened,
            asked,
            reading,
            progress,
            is_beginning,
            vote_filter,
            listed,
            has_days,
            shows_vote,
            pinned,
            cursor,
            find,
            matches,
            rule,
            rule_text,
            playback,
            wants_replay_focus,
            fault,
            note,
            about,
            shortcuts,
            wants_find_focus,
        } = self;
        (*opened, *asked, *reading, *progress, *is_beginning) = (None, None, None, None, false);
        (*vote_filter, *has_days, *shows_vote) = (VoteFilter::default(), false, false);
        listed.clear();
        (*pinned, *cursor, *matches, *wants_find_focus) = (None, None, None, false);
        find.clear();
        *rule = None;
        rule_text.clear();
        (*playback, *wants_replay_focus) = (None, false);
        (*fault, *note, *about, *shortcuts) = (None, None, false, false);
    }

    /// Shows the beginning of the file that is being read.
    pub(super) fn open_beginning(&mut self, opened: Opened) {
        let (reading, progress) = (self.reading.take(), self.progress.take());
        self.open(opened);
        (self.reading, self.progress, self.is_beginning) = (reading, progress, true);
    }

    /// Puts the whole file in the place of its beginning: what was looked at stays in view. False where the file
    /// does not have that vote.
    pub(super) fn complete(&mut self, list: VoteList) -> bool {
        let index = self.opened.as_ref().map_or(0, |opened| opened.index);
        let Some(opened) = Opened::new(list, index) else { return false };
        self.opened = Some(Arc::new(opened));
        self.is_beginning = false;
        self.filter_votes(self.vote_filter.clone());
        self.find(self.find.clone());
        self.renew_replay();
        true
    }

    /// Shows another vote of the archive that is open; what is looked for and how the chamber is arranged stay.
    pub(super) fn show_vote(&mut self, index: usize) {
        let Some(opened) = &self.opened else { return };
        let Some(shown) = Opened::new(opened.list.clone(), index) else { return };
        if index != opened.index && self.graphic.turn_to(opened.index, index) {
            // What was written about one vote is not to come back over another.
            self.history = History::default();
        }
        let has_other_seats = shown.summary.seats != opened.summary.seats;
        if has_other_seats {
            // Lines are drawn for a number of seats.
            self.arrangement.lines.clear();
        }
        let fits = shown
            .roll_call()
            .is_some_and(|roll_call| self.arrangement.check(roll_call, shown.summary.seats).is_ok());
        if !fits {
            self.arrangement = Arrangement::default();
        }
        if has_other_seats || !fits {
            let arrangement = std::mem::take(&mut self.arrangement);
            self.arrangement = with_majority_line(arrangement, &shown.summary);
        }
        let shown = shown.with_coalition(&self.arrangement.coalition);
        self.opened = Some(Arc::new(shown));
        (self.pinned, self.cursor) = (None, None);
        self.shows_vote = true;
        let text = std::mem::take(&mut self.find);
        self.find(text);
        self.renew_replay();
    }

    /// Whether a replay still keeps from the reader how a member voted, by the place of the ballot.
    pub(super) fn keeps(&self, ballot: usize) -> bool {
        self.playback.as_ref().is_some_and(|playback| playback.keeps(ballot))
    }

    /// The vote as far as a replay has told it; `None` where all is told.
    pub(super) fn told(&self) -> Option<Opened> {
        let playback = self.playback.as_ref().filter(|playback| !playback.is_told())?;
        let opened = self.opened.as_ref()?;
        let summary = playback.replay.summary(&opened.vote(self.lang)?, playback.shown());
        Some(Opened { list: opened.list.clone(), index: opened.index, summary })
    }

    /// Goes so many votes down the list, or up where negative.
    pub(super) fn step_vote(&mut self, step: isize) {
        let Some(opened) = &self.opened else { return };
        let place = self.listed.iter().position(|&vote| vote == opened.index);
        let next = match place {
            Some(place) => place.saturating_add_signed(step).min(self.listed.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(&vote) = self.listed.get(next) {
            self.show_vote(vote);
        }
    }

    /// Lists the votes that a filter lets through.
    pub(super) fn filter_votes(&mut self, filter: VoteFilter) {
        if let Some(opened) = &self.opened {
            self.listed = opened.list.listed(&filter);
        }
        self.vote_filter = filter;
    }

    /// Judges every vote by a rule; without one, each by its own.
    pub(super) fn judge(&mut self, rule: Option<MajorityRule>) {
        self.rule = rule;
        let Some(opened) = &self.opened else { return };
        let Some(judged) = Opened::new(opened.list.judged(rule), opened.index) else { return };
        let judged = judged.with_coalition(&self.arrangement.coalition);
        self.listed = judged.list.listed(&self.vote_filter);
        self.opened = Some(Arc::new(judged));
        self.renew_replay();
    }

    /// Takes what is written as a rule, where it is one.
    pub(super) fn write_rule(&mut self, text: String) {
        if let Ok(rule) = text.parse() {
            self.judge(Some(rule));
        }
        self.rule_text = text;
    }

    /// Arranges the chamber as asked, or says why it cannot be.
    pub(super) fn arrange(&mut self, arrangement: Arrangement) {
        let Some(opened) = self.opened.as_ref() else { return };
        let Some(roll_call) = opened.roll_call() else { return };
        match arrangement.check(roll_call, opened.summary.seats) {
            Ok(()) => {
                if arrangement.coalition != self.arrangement.coalition
                    && let Some(summed) = Opened::new(opened.list.clone(), opened.index)
                {
                    self.opened = Some(Arc::new(summed.with_coalition(&arrangement.coalition)));
                }
                self.arrangement = arrangement;
                self.note = None;
                self.renew_replay();
            }
            Err(fault) => self.note = Some(fault),
        }
    }

    /// Shows the bar that plays the vote back, or hides it.
    pub(super) fn show_replay(&mut self, shown: bool) {
        let vote = self.opened.as_ref().filter(|_| shown).and_then(|opened| opened.vote(self.lang));
        // A composition has no roll to be called, and a vote whose result is open no end to show.
        let vote = vote.filter(|vote| vote.summary.headline.is_some());
        self.playback = vote.map(|vote| Playback::new(&vote, &self.arrangement));
        self.wants_replay_focus = self.playback.is_some();
    }

    /// Plays back in another order, from the same step.
    pub(super) fn order_replay(&mut self, order: RevealOrder) {
        let Some(vote) = self.opened.as_ref().and_then(|opened| opened.vote(self.lang)) else { return };
        if let Some(playback) = &mut self.playback {
            playback.replay = Replay::new(&vote, &self.arrangement, order);
            playback.scrub(playback.step);
        }
    }

    /// What is played back is drawn in another way, or is another vote.
    fn renew_replay(&mut self) {
        let Some(vote) = self.opened.as_ref().and_then(|opened| opened.vote(self.lang)) else { return };
        self.playback = self.playback.as_ref().map(|playback| playback.renewed(&vote, &self.arrangement));
    }

    /// Looks for members and parties whose name holds the text, whatever its case.
    pub(super) fn find(&mut self, text: String) {
        let wanted = text.trim().to_lowercase();
        self.matches = match self.opened.as_ref().and_then(|opened| opened.roll_call()) {
            Some(roll_call) if !wanted.is_empty() => Some(
                roll_call
                    .votes()
                    .enumerate()
                    .map(|(index, vote)| {
                        let party = roll_call.party_of(vote.member);
                        let is_party = party.is_some_and(|party| party.short.to_lowercase() == wanted);
                        let holds = |text: String| text.to_lowercase().contains(&wanted);
                        is_party
                            || holds(member_name(vote.member, index, self.lang))
                            || holds(party_name(roll_call, vote.member, self.lang))
                    })
                    .collect(),
            ),
            _ => None,
        };
        self.find = text;
    }
}

/// The arrangement with a line at the majority of a composition, where its shape can have one.
fn with_majority_line(mut arrangement: Arrangement, summary: &Summary) -> Arrangement {
    let majority = summary.composition.as_ref().map(|composition| composition.majority);
    let is_drawn = |&line: &u32| line < summary.seats && arrangement.layout.shape.has(LayoutOption::Line);
    arrangement.lines.extend(majority.filter(is_drawn));
    arrangement
}

/// What panels emit.
#[derive(Debug, Default)]
pub(super) struct Commands(Vec<Command>);

impl Commands {
    pub(super) fn send(&mut self, command: Command) {
        self.0.push(command);
    }

    pub(super) fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}
