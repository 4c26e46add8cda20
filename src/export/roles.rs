//! The roles of a mock parliament on paper: a card for each pupil to cut out, and a sheet for the guesses.

use super::RenderError;
use super::paper::{Element, HEIGHT, Leaf, Paper, Role, UNITS, WIDTH, text};
use crate::chart::scene::{Anchor, Item, Line, Point, Rect, Weight};
use crate::chart::{Style, Typeface};
use crate::classroom::{MockParliament, MockSeat};
use crate::lang::{Lang, Message};
use crate::model::Rgb;

/// The cards on a page.
const COLUMNS: usize = 2;
const ROWS: usize = 5;
/// The size of a card, in points: 92 by 54 millimetres.
const CARD: (f64, f64) = (260.8, 153.0);
/// The empty edge of a card.
const EDGE: f64 = 14.0;
/// The groups that the sheet of guesses has room for.
const GROUPS: usize = 10;

/// How the class votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voting {
    /// By word of mouth, each called by name.
    #[default]
    Open,
    /// On papers without names.
    Secret,
}

/// Cards for every pupil, ten a page with lines to cut along, and the sheet for guesses, as a tagged PDF by PDF/UA-1. The
/// same parliament makes the same bytes.
///
/// # Errors
/// [`RenderError`] where the pages could not be made.
pub fn roles_pdf(
    parliament: &MockParliament,
    question: &str,
    voting: Voting,
    lang: Lang,
    typeface: &Typeface,
) -> Result<Vec<u8>, RenderError> {
    let style = Style { typeface: typeface.clone(), ..Style::light() };
    let title = Message::new("roles-title").with("question", question).text(lang);
    let drawer = Drawer { parliament, question, voting, lang, style: &style };
    let mut leaves: Vec<Leaf> =
        parliament.seats.chunks(COLUMNS * ROWS).map(|seats| drawer.cards(seats)).collect();
    let heading = drawer.line(CARD.0, 24.0, 8.0, Weight::Regular, style.secondary, &title, WIDTH - 80.0);
    if let Some(leaf) = leaves.first_mut() {
        let element = element(Role::Title, vec![at_left(heading, left())], Some(title.clone()));
        leaf.elements.insert(0, element);
    }
    leaves.push(drawer.guesses());
    Paper { style: &style, lang, title }.write(&leaves)
}

fn left() -> f64 {
    (WIDTH - COLUMNS as f64 * CARD.0) / 2.0
}

fn top() -> f64 {
    (HEIGHT - ROWS as f64 * CARD.1) / 2.0
}

fn element(role: Role, items: Vec<Item>, outline: Option<String>) -> Element {
    Element { role, items, continues: false, outline }
}

fn at_left(item: Item, x: f64) -> Item {
    match item {
        Item::Text(mut text) => {
            text.at.x = x * UNITS;
            Item::Text(text)
        }
        other => other,
    }
}

struct Drawer<'a> {
    parliament: &'a MockParliament,
    question: &'a str,
    voting: Voting,
    lang: Lang,
    style: &'a Style,
}

impl Drawer<'_> {
    fn cards(&self, seats: &[MockSeat]) -> Leaf {
        let mut leaf = Leaf::default();
        for (place, seat) in seats.iter().enumerate() {
            let x = left() + (place % COLUMNS) as f64 * CARD.0;
            let y = top() + (place / COLUMNS) as f64 * CARD.1;
            self.card(seat, x, y, &mut leaf);
        }
        let rows = seats.len().div_ceil(COLUMNS);
        for row in 0..=rows {
            let y = top() + row as f64 * CARD.1;
            leaf.ornaments.push(self.cut((left() - 14.0, y), (WIDTH - left() + 14.0, y)));
        }
        let bottom = top() + rows as f64 * CARD.1 + 14.0;
        for column in 0..=COLUMNS {
            let x = left() + column as f64 * CARD.0;
            leaf.ornaments.push(self.cut((x, top() - 14.0), (x, bottom)));
        }
        leaf
    }

    fn cut(&self, from: (f64, f64), to: (f64, f64)) -> Item {
        let point = |(x, y): (f64, f64)| Point { x: x * UNITS, y: y * UNITS };
        let (from, to) = (point(from), point(to));
        Item::Line(Line { from, to, width: 0.5 * UNITS, colour: self.style.ring })
    }

    fn card(&self, seat: &MockSeat, x: f64, y: f64, leaf: &mut Leaf) {
        let (ink, secondary) = (self.style.ink, self.style.secondary);
        let party = self.parliament.parties.get(seat.party);
        let colour = self.style.party(party.map(|party| (seat.party, party)));
        let (width, height) = (6.0 * UNITS, CARD.1 * UNITS);
        leaf.ornaments.push(Item::Rect(Rect {
            x: x * UNITS,
            y: y * UNITS,
            width,
            height,
            rounding: 0.0,
            fill: colour,
        }));
        let inner = x + EDGE + 4.0;
        let room = CARD.0 - 2.0 * EDGE - 4.0;
        let name = self.line(inner, y + 46.0, 16.0, Weight::Bold, ink, &seat.pupil, room);
        leaf.elements.push(element(Role::Heading(2), vec![name], Some(seat.pupil.clone())));
        let number = Message::new("card-seat").with("n", seat.number.to_string()).text(self.lang);
        let number_width = self.style.typeface.width(&number, 9.0, Weight::Regular);
        let party = party.map_or("", |party| party.name.as_str());
        let mut line =
            vec![self.line(inner, y + 24.0, 10.0, Weight::Bold, ink, party, room - number_width - 8.0)];
        let right = x + CARD.0 - EDGE;
        line.push(text(right, y + 24.0, Anchor::End, 9.0, Weight::Regular, secondary, number));
        leaf.elements.push(element(Role::Paragraph, line, None));
        let mut at = y + 64.0;
        self.wrapped(self.question, inner, &mut at, 9.5, (ink, room, 3), leaf);
        at = y + 112.0;
        let position = self.lang.text("card-position");
        self.wrapped(&position, inner, &mut at, 8.5, (secondary, room, 1), leaf);
        let end = inner + self.style.typeface.width(&position, 8.5, Weight::Regular) + 6.0;
        leaf.ornaments.push(self.cut((end, y + 113.0), (right, y + 113.0)));
        let how = match self.voting {
            Voting::Open => "card-open",
            Voting::Secret => "card-secret",
        };
        at = y + 130.0;
        self.wrapped(&self.lang.text(how), inner, &mut at, 8.5, (secondary, room, 2), leaf);
    }

    /// A text in at most so many lines, as one paragraph.
    fn wrapped(
        &self,
        content: &str,
        x: f64,
        y: &mut f64,
        size: f64,
        (ink, room, most): (Rgb, f64, usize),
        leaf: &mut Leaf,
    ) {
        let lines = self.style.typeface.wrapped(content, size, Weight::Regular, room, most);
        let mut items = Vec::new();
        for line in lines {
            items.push(text(x, *y, Anchor::Start, size, Weight::Regular, ink, line));
            *y += size * 1.35;
        }
        if !items.is_empty() {
            leaf.elements.push(element(Role::Paragraph, items, None));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a text and where it stands")]
    fn line(&self, x: f64, y: f64, size: f64, weight: Weight, ink: Rgb, content: &str, room: f64) -> Item {
        let content = self.style.typeface.fitted(content, size, weight, room);
        text(x, y, Anchor::Start, size, weight, ink, content)
    }

    /// The sheet on which groups write what they expect.
    fn guesses(&self) -> Leaf {
        const MARGIN: f64 = 57.0;
        let mut leaf = Leaf::default();
        let (ink, secondary) = (self.style.ink, self.style.secondary);
        let room = WIDTH - 2.0 * MARGIN;
        let title = self.lang.text("guesses-title");
        let heading = self.line(MARGIN, 76.0, 18.0, Weight::Bold, ink, &title, room);
        leaf.elements.push(element(Role::Heading(2), vec![heading], Some(title)));
        let mut y = 100.0;
        self.wrapped(self.question, MARGIN, &mut y, 12.0, (ink, room, 3), &mut leaf);
        y += 6.0;
        self.wrapped(&self.lang.text("guesses-how"), MARGIN, &mut y, 10.0, (secondary, room, 4), &mut leaf);
        y += 20.0;
        let columns = [MARGIN, 290.0, 380.0, 470.0];
        let keys = ["guesses-group", "position-for", "position-against", "position-abstain"];
        let heads = columns
            .into_iter()
            .zip(keys)
            .map(|(x, key)| text(x, y, Anchor::Start, 10.0, Weight::Bold, ink, self.lang.text(key)));
        leaf.elements.push(element(Role::Paragraph, heads.collect(), None));
        for row in 0..=GROUPS {
            let y = y + 10.0 + row as f64 * 42.0;
            leaf.ornaments.push(self.cut((MARGIN, y), (WIDTH - MARGIN, y)));
        }
        for x in columns.into_iter().skip(1) {
            let bottom = y + 10.0 + GROUPS as f64 * 42.0;
            leaf.ornaments.push(self.cut((x - 8.0, y - 14.0), (x - 8.0, bottom)));
        }
        leaf
    }
}
