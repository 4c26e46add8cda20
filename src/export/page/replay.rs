//! The bar of the page that plays the vote back, with the orders in which rows of the table show.
//!
//! An order is an `option` of a list: its rows one after the other, by number, or, for orders by party, the parties
//! one after the other, whose members then show as in the order by name.

use super::Contents;
use crate::chart::{Arrangement, Replay, RevealOrder, side_positions, verdict_name};
use crate::export::markup::escaped;
use crate::lang::Message;
use crate::model::Position;

/// The speeds to choose from, in answers a second.
const SPEEDS: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];
/// About how many seconds the whole takes at the speed it starts with.
const SECONDS: usize = 20;

/// The bar; nothing where there is nobody to show. `ballots` are those of the rows.
pub(super) fn bar(contents: &Contents<'_>, arrangement: &Arrangement, ballots: &[Option<usize>]) -> String {
    let vote = contents.vote;
    if vote.summary.composition.is_some() {
        return String::new();
    }
    let orders = RevealOrder::of(vote.roll_call);
    let replays = orders.iter().map(|&order| Replay::new(vote, arrangement, order)).collect::<Vec<_>>();
    let Some(first) = replays.first().filter(|replay| !replay.is_empty()) else { return String::new() };
    let text = |key: &str| escaped(&contents.say(key));
    let options: Vec<String> = replays
        .iter()
        .map(|replay| {
            let order = replay.order();
            let sequence = match order {
                RevealOrder::Party | RevealOrder::Closeness => {
                    format!("data-parties=\"{}\"", parties(contents, replay))
                }
                _ => format!("data-rows=\"{}\"", rows(replay, ballots)),
            };
            format!("<option value=\"{}\" {sequence}>{}</option>", key(order), text(order.key()))
        })
        .collect();
    let usual = SPEEDS.into_iter().find(|speed| speed * SECONDS >= first.len()).unwrap_or(SPEEDS[6]);
    let speeds: Vec<String> = SPEEDS
        .into_iter()
        .map(|speed| {
            let name = Message::new("replay-speed").with("n", speed.to_string()).text(vote.lang);
            let selected = if speed == usual { " selected" } else { "" };
            format!("<option value=\"{speed}\"{selected}>{}</option>", escaped(&name))
        })
        .collect();
    let certain = first.certain().map_or_else(String::new, |(step, verdict)| {
        let words = Message::new("replay-certain")
            .with("verdict", verdict_name(verdict, vote.lang))
            .with("n", step)
            .text(vote.lang);
        format!(" data-certain=\"{step}\" data-certain-words=\"{}\"", escaped(&words))
    });
    let pattern = |key: &'static str| {
        let figures = "{figures}".to_owned();
        escaped(&Message::new(key).with("figures", figures).text(vote.lang))
    };
    format!(
        "<section class=\"replay\" aria-label=\"{title}\" data-sides=\"{}\"{}{certain} data-so-far=\"{}\" \
         data-so-far-certain=\"{}\" hidden>\n\
         <button id=\"play\" type=\"button\" data-play=\"{}\" data-pause=\"{}\">{}</button>\n\
         <div class=\"rail\"><input id=\"at\" type=\"range\" min=\"0\" step=\"1\" aria-label=\"{}\"><i hidden></i></div>\n\
         <p class=\"count\"><b></b> <span></span></p>\n\
         <label><span class=\"unseen\">{}</span><select id=\"order\">{}</select></label>\n\
         <label><span class=\"unseen\">{}</span><select id=\"speed\">{}</select></label>\n\
         <label><input id=\"loop\" type=\"checkbox\"> {}</label>\n\
         <p class=\"certain\" role=\"status\"></p>\n</section>",
        sides(contents),
        weights(contents, ballots),
        pattern("replay-so-far"),
        pattern("replay-so-far-certain"),
        text("replay-play"),
        text("replay-pause"),
        text("replay-play"),
        text("replay-rail"),
        text("replay-order"),
        options.concat(),
        text("replay-pace"),
        speeds.concat(),
        text("replay-loop"),
        title = text("replay-title"),
    )
}

fn key(order: RevealOrder) -> &'static str {
    order.key().trim_start_matches("replay-")
}

/// The numbers of the rows in the order in which they show.
fn rows(replay: &Replay, ballots: &[Option<usize>]) -> String {
    let step = |ballot: &Option<usize>| ballot.and_then(|ballot| replay.steps().get(ballot).copied());
    let mut rows: Vec<(usize, usize)> = ballots
        .iter()
        .enumerate()
        .filter_map(|(row, ballot)| Some((step(ballot).filter(|&step| step > 0)?, row)))
        .collect();
    rows.sort_unstable();
    rows.iter().map(|(_, row)| row.to_string()).collect::<Vec<_>>().join(" ")
}

/// The places of the parties in the lists of the page, in the order in which their members show.
fn parties(contents: &Contents<'_>, replay: &Replay) -> String {
    let vote = contents.vote;
    let mut steps: Vec<(usize, usize)> = Vec::new();
    for (place, line) in vote.summary.parties.iter().enumerate() {
        let own = vote.roll_call.votes().enumerate().filter(|(_, cast)| cast.member.party == line.party);
        let first =
            own.filter_map(|(ballot, _)| replay.steps().get(ballot).copied()).filter(|&step| step > 0).min();
        steps.extend(first.map(|step| (step, place)));
    }
    steps.sort_unstable();
    steps.iter().map(|(_, place)| place.to_string()).collect::<Vec<_>>().join(" ")
}

/// The places in the legend of what the two figures count; `-` for what no row has.
fn sides(contents: &Contents<'_>) -> String {
    let place = |side: Option<Position>| {
        let place =
            side.and_then(|side| contents.positions.iter().position(|(position, _)| *position == side));
        place.map_or_else(|| "-".to_owned(), |place| place.to_string())
    };
    side_positions(contents.vote, &contents.styles.light).map(place).join(" ")
}

/// The votes of each row, where members carry weights.
fn weights(contents: &Contents<'_>, ballots: &[Option<usize>]) -> String {
    let vote = contents.vote;
    if !vote.summary.tally.is_weighted() {
        return String::new();
    }
    let weight = |ballot: &Option<usize>| {
        let cast = ballot.and_then(|ballot| vote.roll_call.vote(ballot));
        cast.map_or_else(|| "0".to_owned(), |cast| cast.member.votes().to_string())
    };
    let weights: Vec<String> = ballots.iter().map(weight).collect();
    format!(" data-weights=\"{}\"", weights.join(" "))
}
