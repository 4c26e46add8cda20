//! The figures, the lists and the table of the page.

use super::Contents;
use crate::analyze::PartyLine;
use crate::chart::scene::{Item, Marker, Point};
use crate::chart::{SeatFigure, Side, Style, holder_name, party_name, position_name, sides, votes};
use crate::export::markup::escaped;
use crate::export::number::number;
use crate::export::palette::Palette;
use crate::export::svg::in_both_looks;
use crate::lang::Message;
use crate::model::{Position, Rgb, Tally};

/// The two figures in big type, or the one of a composition.
pub(super) fn tally(contents: &Contents<'_>) -> String {
    let vote = contents.vote;
    let Some(both) = sides(vote, &contents.styles.light) else {
        let figure = SeatFigure::of(vote).map(|SeatFigure { seats, name }| {
            format!("<p><b>{}</b> <small>{}</small></p>", escaped(&seats), escaped(&name))
        });
        return format!("<div class=\"tally\">{}</div>", figure.unwrap_or_default());
    };
    // Named options have no colours that are legible as type.
    let is_on_question = vote.summary.has_sides();
    let class = |side: &Side| match side.colour == contents.styles.light.in_favour {
        _ if !is_on_question => "",
        true => " class=\"in-favour\"",
        false => " class=\"against\"",
    };
    let [first, second] = both.map(|side| {
        let (figure, name) = (escaped(&side.votes), escaped(&side.name));
        format!("<p{}><b>{figure}</b> <small>{name}</small></p>", class(&side))
    });
    format!("<div class=\"tally\">{first}<i></i>{second}</div>")
}

/// What each mark means, with how many members it stands for.
pub(super) fn legend(contents: &Contents<'_>, palette: &mut Palette) -> String {
    let vote = contents.vote;
    let mut list = String::new();
    let has_mark = |(_, (position, _)): &(usize, &(Position, u32))| *position != Position::Seat;
    for (place, &(position, members)) in contents.positions.iter().enumerate().filter(has_mark) {
        let mark = mark(contents, position, palette);
        let name = escaped(&position_name(vote.roll_call, position, vote.lang));
        let count = vote.lang.number(u64::from(members));
        list.push_str(&format!(
            "<li data-vote=\"{place}\">{mark} <span class=\"name\">{name}</span> <b>{count}</b></li>\n"
        ));
    }
    list
}

/// The mark of a position as a small picture.
fn mark(contents: &Contents<'_>, position: Position, palette: &mut Palette) -> String {
    let marker = |style: &Style| {
        let (mark, colour) = style.seat(position);
        Marker { centre: Point { x: 8.0, y: 8.0 }, radius: 8.0, mark, colour }
    };
    let [light, dark] = [&contents.styles.light, &contents.styles.dark].map(marker);
    let shapes = in_both_looks(&[Item::Marker(light)], &[Item::Marker(dark)], palette, &|_| String::new());
    picture("mark", "0 0 16 16", shapes.trim_end())
}

fn picture(class: &str, view_box: &str, shapes: &str) -> String {
    format!("<svg class=\"{class}\" viewBox=\"{view_box}\" aria-hidden=\"true\">{shapes}</svg>")
}

/// How each party voted, or how many seats it holds.
pub(super) fn groups(contents: &Contents<'_>, palette: &mut Palette) -> String {
    let vote = contents.vote;
    if vote.summary.parties.iter().all(|line| line.party.is_none()) {
        return String::new();
    }
    let mut list = String::new();
    for (place, line) in vote.summary.parties.iter().enumerate() {
        let colour = party_colour(contents, line, palette);
        let dot =
            picture("dot", "0 0 10 10", &format!("<circle cx=\"5\" cy=\"5\" r=\"5\" fill=\"{colour}\"/>"));
        let members = line.tally.num_members();
        let (of, bar) = if let Some(composition) = &vote.summary.composition {
            let share = f64::from(line.num_counted()) / f64::from(composition.seats.max(1));
            let of =
                format!("{} · {}", vote.lang.number(u64::from(line.num_counted())), vote.lang.percent(share));
            (of, share_bar(contents, share, &colour, palette))
        } else {
            let of = Message::new("votes-of").with("n", line.tally.num_cast()).with("all", members);
            (of.text(vote.lang), bar(contents, &line.tally, palette))
        };
        list.push_str(&format!(
            "<li data-party=\"{place}\"><span class=\"line\">{dot}<span class=\"name\">{}</span>\
             <span class=\"of\">{}</span>{bar}</span><span class=\"unseen\">{}</span></li>\n",
            escaped(&name(contents, line)),
            escaped(&of),
            escaped(&counts(contents, &line.tally)),
        ));
    }
    format!(
        "<section class=\"groups\" aria-labelledby=\"groups\">\n<h2 id=\"groups\">{}</h2>\n<ul>\n{list}</ul>\n</section>",
        escaped(&contents.say(if vote.summary.composition.is_some() {
            "party-seats"
        } else {
            "how-each-voted"
        }))
    )
}

/// A share of all seats, in the colour of a party.
fn share_bar(contents: &Contents<'_>, share: f64, colour: &str, palette: &mut Palette) -> String {
    let track = palette.pair(contents.styles.light.track, contents.styles.dark.track);
    let shapes = format!(
        "<rect width=\"100\" height=\"4\" fill=\"{track}\"/>\
         <rect width=\"{}\" height=\"4\" fill=\"{colour}\"/>",
        number(100.0 * share)
    );
    picture("bar", "0 0 100 4", &shapes).replacen("<svg ", "<svg preserveAspectRatio=\"none\" ", 1)
}

fn name(contents: &Contents<'_>, line: &PartyLine) -> String {
    let party = line.party.and_then(|id| contents.vote.roll_call.archive().party(id));
    party.map_or_else(|| contents.say("no-party"), |party| party.name.clone())
}

/// The ballots cast, as shares of the party's members.
fn bar(contents: &Contents<'_>, tally: &Tally, palette: &mut Palette) -> String {
    let (light, dark) = (&contents.styles.light, &contents.styles.dark);
    let track = palette.pair(light.track, dark.track);
    let mut shapes = format!("<rect width=\"100\" height=\"4\" fill=\"{track}\"/>");
    let mut x = 0.0;
    for (position, line) in tally.occurring().filter(|(position, _)| position.is_cast()) {
        let width = 100.0 * f64::from(line.members) / f64::from(tally.num_members().max(1));
        let colour = palette.pair(light.seat(position).1, dark.seat(position).1);
        shapes.push_str(&format!(
            "<rect x=\"{}\" width=\"{}\" height=\"4\" fill=\"{colour}\"/>",
            number(x),
            number(width)
        ));
        x += width;
    }
    let picture = picture("bar", "0 0 100 4", &shapes);
    picture.replacen("<svg ", "<svg preserveAspectRatio=\"none\" ", 1)
}

/// `Against 43, Absent 80`.
fn counts(contents: &Contents<'_>, tally: &Tally) -> String {
    let vote = contents.vote;
    let count = |(position, line): (Position, crate::model::TallyLine)| {
        let name = position_name(vote.roll_call, position, vote.lang);
        format!("{name} {}", vote.lang.number(u64::from(line.members)))
    };
    tally.occurring().map(count).collect::<Vec<_>>().join(", ")
}

/// The colour of a party, as the value of an attribute.
pub(super) fn party_colour(contents: &Contents<'_>, line: &PartyLine, palette: &mut Palette) -> String {
    let archive = contents.vote.roll_call.archive();
    let party = line.party.and_then(|id| Some((usize::from(id.0), archive.party(id)?)));
    let [light, dark]: [Rgb; 2] =
        [&contents.styles.light, &contents.styles.dark].map(|style| style.party(party));
    palette.pair(light, dark)
}

/// A row for each seat and for each member without one, and the heads of their columns.
pub(super) fn table(contents: &Contents<'_>, ballots: &[Option<usize>]) -> (String, String) {
    let vote = contents.vote;
    let is_vote = vote.summary.composition.is_none();
    let has_places = vote.roll_call.votes().any(|cast| cast.member.constituency.is_some());
    let mut rows = String::new();
    for &ballot in ballots {
        let class = contents.classes(ballot);
        let [name, party, how, place] = cells(contents, ballot).map(|cell| escaped(&cell));
        rows.push_str(&format!("<tr class=\"{class}\"><th scope=\"row\">{name}<td>{party}"));
        if is_vote {
            rows.push_str(&format!("<td>{how}"));
        }
        if has_places {
            rows.push_str(&format!("<td>{place}"));
        }
        rows.push_str("</tr>\n");
    }
    let mut heads = vec!["column-member", "column-group"];
    if is_vote {
        heads.push("column-vote");
    }
    if has_places {
        heads.push("page-column-place");
    }
    let head = |key: &&str| format!("<th scope=\"col\">{}</th>", escaped(&contents.say(key)));
    (rows, heads.iter().map(head).collect())
}

/// Name, party, vote and constituency.
fn cells(contents: &Contents<'_>, ballot: Option<usize>) -> [String; 4] {
    let vote = contents.vote;
    let Some((index, cast)) = ballot.and_then(|index| Some((index, vote.roll_call.vote(index)?))) else {
        let how = position_name(vote.roll_call, Position::Vacant, vote.lang);
        return [contents.say("vacant-seat"), String::new(), how, String::new()];
    };
    let mut how = position_name(vote.roll_call, cast.position(), vote.lang);
    if cast.ballot.is_proxy() {
        how = format!("{how}, {}", contents.say("by-proxy"));
    }
    if let Some(weight) = cast.member.weight {
        how = format!("{how} ({})", votes(vote.lang, weight));
    }
    [
        holder_name(vote, cast.member, index),
        party_name(vote.roll_call, cast.member, vote.lang),
        how,
        cast.member.constituency.clone().unwrap_or_default(),
    ]
}
