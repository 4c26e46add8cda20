//! What a drawing says in words: names, sentences, descriptions.

use super::recent::Recent;
use super::rule_words::{outcome_sentence, rule_line, shown_outcome};
use super::tally::turnout_line;
use super::{TallyForm, TallyOrder, composition};
use crate::analyze::{Headline, Summary};
use crate::lang::{Lang, Message};
use crate::model::{
    Agreement, Member, PartyId, Position, RollCall, Tally, Verdict, VoteDate, VoteKind, Votes,
};

/// What is to be drawn: a roll call, its numbers, and the language to say it in.
#[derive(Clone, Copy, Debug)]
pub struct Vote<'a> {
    /// The roll call.
    pub roll_call: RollCall<'a>,
    /// Its numbers.
    pub summary: &'a Summary,
    /// The language.
    pub lang: Lang,
    /// The name of the file it was read from.
    pub file: &'a str,
}

impl Vote<'_> {
    /// The title of the vote, or of the composition.
    #[must_use]
    pub fn title(&self) -> String {
        let untitled = if self.summary.composition.is_some() { "party-seats" } else { "untitled" };
        self.roll_call.info().title.clone().unwrap_or_else(|| self.lang.text(untitled))
    }
}

/// A number of votes in the form of the place.
#[must_use]
pub fn votes(lang: Lang, votes: Votes) -> String {
    if votes.is_whole() { lang.number(votes.floor()) } else { votes.to_string() }
}

/// The name of a position; of a named option, the option itself.
#[must_use]
pub fn position_name(roll_call: RollCall<'_>, position: Position, lang: Lang) -> String {
    match roll_call.choice_name(position) {
        Some(option) => option.to_owned(),
        None => plain_position_name(position, lang),
    }
}

/// The name of a position that is not a named option.
#[must_use]
pub fn plain_position_name(position: Position, lang: Lang) -> String {
    lang.text(match position {
        Position::For => "position-for",
        Position::Against => "position-against",
        Position::Abstain => "position-abstain",
        Position::Present => "position-present",
        Position::NotVoting => "position-not-voting",
        Position::Absent => "position-absent",
        Position::Excused => "position-excused",
        Position::Paired => "position-paired",
        Position::Presiding => "position-presiding",
        Position::Vacant => "position-vacant",
        Position::Seat => "position-seat",
        Position::Unknown | Position::Choice(_) => "position-unknown",
    })
}

/// The name of the character between cells.
#[must_use]
pub fn delimiter_name(delimiter: char, lang: Lang) -> String {
    match delimiter {
        ',' => lang.text("delimiter-comma"),
        ';' => lang.text("delimiter-semicolon"),
        '\t' => lang.text("delimiter-tab"),
        '|' => lang.text("delimiter-pipe"),
        other => Message::new("delimiter-other").with("character", other.to_string()).text(lang),
    }
}

/// The name of a member, by number where the file has none.
#[must_use]
pub fn member_name(member: &Member, ballot: usize, lang: Lang) -> String {
    if member.name.is_empty() {
        Message::new("unnamed-member").with("n", ballot + 1).text(lang)
    } else {
        member.name.clone()
    }
}

/// The name of who holds a seat: a member's, or in a composition without names the seat's number.
#[must_use]
pub fn holder_name(vote: &Vote<'_>, member: &Member, ballot: usize) -> String {
    if member.name.is_empty() && vote.summary.composition.is_some() {
        Message::new("unnamed-seat").with("n", ballot + 1).text(vote.lang)
    } else {
        member_name(member, ballot, vote.lang)
    }
}

/// The full name of a party, or that nobody is of one.
pub(super) fn party_name_of(vote: &Vote<'_>, party: Option<PartyId>) -> String {
    let party = party.and_then(|id| vote.roll_call.archive().party(id));
    party.map_or_else(|| vote.lang.text("no-party"), |party| party.name.clone())
}

/// The full name of a member's party.
#[must_use]
pub fn party_name(roll_call: RollCall<'_>, member: &Member, lang: Lang) -> String {
    roll_call.party_of(member).map_or_else(|| lang.text("no-party"), |party| party.name.clone())
}

/// The figures of a vote in a list: those of the result, or the seats of a composition, in which there is no result.
#[must_use]
pub fn figures_text(headline: Option<&Headline>, seats: u32, lang: Lang) -> String {
    let seats_text = || {
        let label = Message::new("seats-label").with("n", seats).text(lang);
        format!("{} {label}", lang.number(u64::from(seats)))
    };
    headline.map_or_else(seats_text, |headline| tally_text(headline, lang))
}

/// The two figures of a result, the larger first: `119–24`; `160–?` where only those in favour are named.
#[must_use]
pub fn tally_text(headline: &Headline, lang: Lang) -> String {
    let (in_favour, against) = (headline.in_favour, headline.against);
    if headline.only_for {
        return format!("{}–{UNKNOWN}", votes(lang, in_favour));
    }
    let (first, second) = if against > in_favour { (against, in_favour) } else { (in_favour, against) };
    format!("{}–{}", votes(lang, first), votes(lang, second))
}

/// A figure that the source does not give.
pub(super) const UNKNOWN: &str = "?";

/// What stands in the place of two figures that are not known.
pub const NO_FIGURES: &str = "– –";

/// `Positions unknown: 435`
#[must_use]
pub fn unknown_positions(vote: &Vote<'_>) -> String {
    let unknown = vote.summary.tally.members(Position::Unknown);
    Message::new("positions-unknown").with("n", unknown).text(vote.lang)
}

/// What the rows say, beside a declared result: `118–21, 22 positions unknown`.
#[must_use]
pub fn rows_sentence(vote: &Vote<'_>) -> String {
    rows_sentence_as(vote, TallyForm::default())
}

/// The same with the figures written as a style has them.
pub(super) fn rows_sentence_as(vote: &Vote<'_>, form: TallyForm) -> String {
    let tally = &vote.summary.tally;
    let (in_favour, against) = (tally.votes(Position::For), tally.votes(Position::Against));
    // The same order as the headline, so that the figures can be compared.
    let is_larger = vote.summary.headline.is_some_and(|headline| headline.against > headline.in_favour);
    let (first, second) = if is_larger && form.order == TallyOrder::Larger {
        (against, in_favour)
    } else {
        (in_favour, against)
    };
    let dash = form.dash.character();
    let figures = format!("{}{dash}{}", votes(vote.lang, first), votes(vote.lang, second));
    let unknown = tally.members(Position::Unknown);
    if unknown == 0 {
        return Message::new("rows-name").with("tally", figures).text(vote.lang);
    }
    Message::new("rows-name-unknown").with("tally", figures).with("unknown", unknown).text(vote.lang)
}

/// Where the headline comes from, in up to two lines; nothing where nobody voted.
#[must_use]
pub fn provenance(vote: &Vote<'_>) -> Vec<String> {
    let lang = vote.lang;
    if vote.summary.composition.is_some() {
        return Vec::new();
    }
    match vote.summary.agreement {
        Agreement::NotDeclared => vec![lang.text("counted-rows")],
        Agreement::Yes => vec![lang.text("declared-rows-agree")],
        Agreement::ExplainedByUnknown => vec![lang.text("declared-rows"), rows_sentence(vote)],
        Agreement::No => vec![lang.text("declared-differ"), rows_sentence(vote)],
    }
}

/// A day in the form of the language, or the text that the file has for it.
#[must_use]
pub fn date_text(date: &VoteDate, lang: Lang) -> String {
    /// A calendar takes its time, and an archive has a few hundred days at most in a year.
    const MOST: usize = 400;
    static DAYS: Recent<(VoteDate, Lang), String, MOST> = Recent::new();
    match date {
        VoteDate::Day(_) => DAYS.get_or((date.clone(), lang), |(date, lang)| match date {
            VoteDate::Day(day) => lang.day(day),
            VoteDate::Text(text) => text.clone(),
        }),
        VoteDate::Text(text) => text.clone(),
    }
}

/// Chamber, day and procedure in one line, as far as known.
#[must_use]
pub fn date_line(vote: &Vote<'_>) -> String {
    let info = vote.roll_call.info();
    let date = info.date.as_ref().map(|date| date_text(date, vote.lang));
    let parts = [info.chamber.clone(), date, info.procedure.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The whole drawing in full sentences, for those who cannot see it.
#[must_use]
pub fn description(vote: &Vote<'_>) -> String {
    let summary = vote.summary;
    let Some(headline) = &summary.headline else {
        return match &summary.composition {
            Some(composition) => composition::description(vote, composition),
            None => unsettled_description(vote),
        };
    };
    let leader = summary.judgement.elected.or(summary.options.first().map(|&(position, _)| position));
    let leader = leader.map(|position| position_name(vote.roll_call, position, vote.lang));
    let against = if headline.only_for { UNKNOWN.to_owned() } else { votes(vote.lang, headline.against) };
    let in_favour = match summary.judgement.elected {
        Some(elected) => summary.tally.votes(elected),
        None if summary.kind == VoteKind::QuorumCall => summary.tally.votes(Position::Present),
        None => headline.in_favour,
    };
    let result = Message::new("description-result")
        .with("verdict", described_result(summary, headline))
        .with("title", vote.title())
        .with("for", votes(vote.lang, in_favour))
        .with("against", against)
        .with("leader", leader.unwrap_or_default())
        .text(vote.lang);
    let sentences = [
        Some(result),
        rule_note(vote),
        Some(seats_sentence(vote)),
        turnout_line(vote).map(|line| format!("{}.", line.replace(" · ", ", "))),
        parties_sentence(vote),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The description of a vote whose figures are not known.
fn unsettled_description(vote: &Vote<'_>) -> String {
    let unknown = format!("{}. {}.", vote.title(), unknown_positions(vote));
    [Some(unknown), Some(seats_sentence(vote)), parties_sentence(vote)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// How many seats are drawn, and how many for each position.
fn seats_sentence(vote: &Vote<'_>) -> String {
    let summary = vote.summary;
    let mut counts = String::new();
    push_counts(&mut counts, vote, &summary.tally, |_| true);
    let drawn = if summary.draws_named_members { "description-named" } else { "description-seats" };
    let drawn = Message::new(drawn).with("seats", summary.seats).text(vote.lang);
    format!("{drawn} {counts}.")
}

/// How a description says the result: `{ $verdict -> [adopted] … }`.
fn described_result(summary: &Summary, headline: &Headline) -> &'static str {
    let &Headline { in_favour, against, only_for, .. } = headline;
    let judgement = &summary.judgement;
    match (summary.kind, judgement.result) {
        (VoteKind::Options, _) if judgement.elected.is_some() => "elected",
        (VoteKind::Options, _) => "options",
        (VoteKind::QuorumCall, _) => "quorum-call",
        // `rejected by 43 votes to 57` reads like a mistake.
        (_, Some(Verdict::Adopted)) if in_favour < against || only_for => "adopted-otherwise",
        (_, Some(Verdict::Rejected)) if against < in_favour || only_for => "rejected-otherwise",
        (_, Some(verdict)) => verdict.key(),
        (_, None) => "open",
    }
}

/// What the source states of the result and of the majority, in its words.
#[must_use]
pub fn stated_words(roll_call: RollCall<'_>, lang: Lang) -> Option<String> {
    let stated = roll_call.info().stated.as_ref()?;
    let majority = stated.majority.as_ref().map(|majority| majority.text.as_str());
    let words = [Some(stated.text.as_str()).filter(|text| !text.is_empty()), majority];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join("; ");
    Some(Message::new("description-stated").with("text", words).text(lang))
}

/// Who says the result: the source in its words, else the rule by which the count was judged.
fn rule_note(vote: &Vote<'_>) -> Option<String> {
    let judgement = &vote.summary.judgement;
    if judgement.stated.is_some() {
        return stated_words(vote.roll_call, vote.lang);
    }
    match shown_outcome(judgement) {
        Some(outcome) => {
            let rule = rule_line(outcome.rule, vote.lang);
            Some(Message::new("description-rule").with("rule", rule).text(vote.lang))
        }
        None => outcome_sentence(vote).map(|sentence| format!("{sentence}.")),
    }
}

/// How the groups voted, the one with most ballots first; nothing without groups.
fn parties_sentence(vote: &Vote<'_>) -> Option<String> {
    const MOST: usize = 8;
    let (summary, lang) = (vote.summary, vote.lang);
    let archive = vote.roll_call.archive();
    let mut lines: Vec<_> = summary.parties.iter().filter(|line| line.tally.num_cast() > 0).collect();
    lines.sort_by_cached_key(|line| std::cmp::Reverse(line.tally.num_cast()));
    lines.iter().find(|line| line.party.is_some())?;
    let mut list = String::new();
    for line in lines.iter().take(MOST) {
        list.push_str(if list.is_empty() { "" } else { "; " });
        match line.party.and_then(|id| archive.party(id)) {
            Some(party) => list.push_str(&party.name),
            None => list.push_str(&lang.text("no-party")),
        }
        list.push_str(" (");
        push_counts(&mut list, vote, &line.tally, Position::is_cast);
        list.push(')');
    }
    if lines.len() > MOST {
        list.push_str("; ");
        list.push_str(&Message::new("and-others").with("n", lines.len() - MOST).text(lang));
    }
    Some(Message::new("description-parties").with("list", list).text(lang))
}

/// Adds the positions of a count with their members: `For 119, Against 24`.
fn push_counts(out: &mut String, vote: &Vote<'_>, tally: &Tally, is_told: impl Fn(Position) -> bool) {
    let told = tally.occurring().filter(|&(position, _)| is_told(position));
    for (index, (position, line)) in told.enumerate() {
        out.push_str(if index == 0 { "" } else { ", " });
        out.push_str(&position_name(vote.roll_call, position, vote.lang));
        out.push(' ');
        out.push_str(&vote.lang.number(u64::from(line.members)));
    }
}

/// The word for a verdict.
#[must_use]
pub fn verdict_name(verdict: Verdict, lang: Lang) -> String {
    lang.text(match verdict {
        Verdict::Adopted => "verdict-adopted",
        Verdict::Rejected => "verdict-rejected",
        Verdict::Tied => "verdict-tied",
        Verdict::NoQuorum => "verdict-no-quorum",
    })
}

/// The word for the result that leads, or for who was elected; nothing where neither is known.
#[must_use]
pub fn result_word(vote: &Vote<'_>) -> Option<String> {
    let judgement = &vote.summary.judgement;
    if let Some(elected) = judgement.elected {
        let name = position_name(vote.roll_call, elected, vote.lang);
        return Some(Message::new("verdict-elected").with("name", name).text(vote.lang));
    }
    Some(verdict_name(judgement.result?, vote.lang))
}
