//! What a drawing says in words: names, sentences, descriptions.

use super::recent::Recent;
use super::{TallyForm, TallyOrder};
use crate::analyze::{Headline, Summary};
use crate::lang::{Lang, Message};
use crate::model::{Agreement, Member, Position, RollCall, Tally, Verdict, VoteDate, Votes};

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
    /// The title of the vote.
    #[must_use]
    pub fn title(&self) -> String {
        self.roll_call.info().title.clone().unwrap_or_else(|| self.lang.text("untitled"))
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

/// The full name of a member's party.
#[must_use]
pub fn party_name(roll_call: RollCall<'_>, member: &Member, lang: Lang) -> String {
    roll_call.party_of(member).map_or_else(|| lang.text("no-party"), |party| party.name.clone())
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
    let is_larger = vote.summary.headline.against > vote.summary.headline.in_favour;
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

/// Where the headline comes from, in up to two lines.
#[must_use]
pub fn provenance(vote: &Vote<'_>) -> Vec<String> {
    let lang = vote.lang;
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
    let verdict = summary.outcome.map_or("options", |outcome| outcome.verdict.key());
    let leader = summary
        .options
        .first()
        .map(|&(position, _)| position_name(vote.roll_call, position, vote.lang))
        .unwrap_or_default();
    let mut counts = String::new();
    push_counts(&mut counts, vote, &summary.tally, |_| true);
    let against = if summary.headline.only_for {
        UNKNOWN.to_owned()
    } else {
        votes(vote.lang, summary.headline.against)
    };
    let result = Message::new("picture-description")
        .with("verdict", verdict)
        .with("title", vote.title())
        .with("for", votes(vote.lang, summary.headline.in_favour))
        .with("against", against)
        .with("leader", leader)
        .with("seats", summary.seats)
        .with("counts", counts)
        .text(vote.lang);
    [Some(result), Some(turnout_sentence(vote)), parties_sentence(vote)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// How many took part.
fn turnout_sentence(vote: &Vote<'_>) -> String {
    let (summary, lang) = (vote.summary, vote.lang);
    let cast = votes(lang, summary.took_part);
    let took = Message::new("took-part").with("cast", cast).with("members", summary.members).text(lang);
    Message::new("description-turnout")
        .with("took", format!("{took} {}", lang.text("took-part-label")))
        .with("turnout", Message::new("turnout").with("percent", lang.percent(summary.turnout())))
        .text(lang)
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
