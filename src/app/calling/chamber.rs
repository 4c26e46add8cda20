//! The chamber that fills seat by seat.

use egui::{Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::command::Command;
use super::look::Look;
use super::sitting::Sitting;
use crate::analyze::Summary;
use crate::app::Command as WindowCommand;
use crate::app::painter::{on_screen, paint};
use crate::app::sprites::Sprites;
use crate::app::state::Commands;
use crate::app::theme::colour;
use crate::chart::scene::{Scene, Seat};
use crate::chart::{Arrangement, SeatOrder, Style, Vote, diagram, fill};
use crate::lang::{Lang, Message};
use crate::model::{Moment, RollCall};
use crate::record::{Call, Clerk, MemberNumber};

/// The last drawing, and what it depends on.
#[derive(Default)]
pub(super) struct Seats {
    drawn: Option<(DrawnFor, usize, Scene)>,
}

/// What moves seats: everything but answers.
#[derive(Clone, PartialEq)]
struct DrawnFor {
    opened: Moment,
    members: usize,
    clerk: Clerk,
    size: Vec2,
    lang: Lang,
    style: Style,
}

/// Chambers beyond this size get no node a seat for screen readers: the list of answers serves there.
const MOST_NODES: usize = 1200;

impl Seats {
    /// The drawing of a call as it is on the disk, and as a clerk heard it. Seats are laid out once; an answer fills one.
    fn scene(&mut self, call: &Call, clerk: Clerk, size: Vec2, lang: Lang, look: &Look) -> Option<&Scene> {
        let wanted = DrawnFor {
            opened: call.opened(),
            members: call.desks().len(),
            clerk,
            size,
            lang,
            style: look.style.clone(),
        };
        let lines = call.log().len();
        let is_laid_out = self.drawn.as_ref().is_some_and(|(drawn, ..)| *drawn == wanted);
        if !is_laid_out || self.drawn.as_ref().is_some_and(|(_, told, _)| *told != lines) {
            let archive = call.standing(clerk).ok()?;
            let roll_call = archive.roll_call(0)?;
            let summary = Summary::of(roll_call, None);
            let vote = Vote { roll_call, summary: &summary, lang, file: "" };
            let mut scene = match self.drawn.take() {
                Some((_, _, scene)) if is_laid_out => scene,
                _ => {
                    let (width, height) = (f64::from(size.x), f64::from(size.y));
                    let type_size = f64::from(look.size(12.0)).max(11.0);
                    diagram(&vote, &look.style, &arrangement(roll_call), width, height, type_size)
                }
            };
            fill(&mut scene, &vote, &look.style);
            self.drawn = Some((wanted, lines, scene));
        }
        self.drawn.as_ref().map(|(_, _, scene)| scene)
    }
}

/// Everybody has the same seat from the first answer to the last: their own where all have one, else by name.
fn arrangement(roll_call: RollCall<'_>) -> Arrangement {
    let is_numbered = roll_call.votes().all(|vote| vote.member.seat.is_some());
    let order = if is_numbered { SeatOrder::Seat } else { SeatOrder::Name };
    Arrangement { order, ..Arrangement::default() }
}

/// Draws the chamber into what is left of the page; the seat of whoever is called is ringed.
pub(super) fn show(
    ui: &mut Ui,
    seats: &mut Seats,
    sprites: &mut Sprites,
    sitting: &Sitting,
    look: &Look,
    lang: Lang,
    commands: &mut Commands,
) {
    let size = ui.available_size().floor();
    if size.y < 90.0 || size.x < 160.0 {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let Some(scene) = seats.scene(&sitting.call, sitting.clerk, size, lang, look) else { return };
    let origin = rect.min;
    paint(scene, &ui.painter_at(rect), sprites, origin, &|_| true);
    let placed: Vec<Seat<'_>> = scene.seats().collect();
    let current = sitting.current().map(MemberNumber::place);
    if let Some(seat) = placed.iter().find(|seat| seat.ballot.is_some() && seat.ballot == current) {
        let centre = on_screen(seat.marker.centre, origin);
        let radius = seat.marker.radius as f32;
        let painter = ui.painter_at(rect.expand(8.0));
        painter.circle_filled(centre, (radius * 0.5).max(2.0), colour(look.style.ink));
        painter.circle_stroke(centre, radius + 3.0, Stroke::new(3.0, colour(look.style.ink)));
    }
    response.widget_info(|| {
        let label = Message::new("calling-chamber").with("n", placed.len()).text(lang);
        WidgetInfo::labeled(Role::GraphicsDocument, ui.is_enabled(), label)
    });
    if placed.len() <= MOST_NODES {
        for (index, seat) in placed.iter().enumerate() {
            let side = Vec2::splat(seat.marker.radius as f32 * 2.0);
            let area = Rect::from_center_size(on_screen(seat.marker.centre, origin), side);
            let node = ui.interact(area, response.id.with(("seat", index)), Sense::hover());
            node.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, seat.title()));
        }
    }
    let pointed = response.hover_pos().and_then(|point| {
        placed.iter().find(|seat| {
            on_screen(seat.marker.centre, origin).distance(point) <= seat.marker.radius as f32 * 1.25
        })
    });
    let Some(seat) = pointed else { return };
    if response.clicked()
        && let Some(place) = seat.ballot
    {
        commands.send(WindowCommand::Calling(Command::GoTo(Some(MemberNumber::at(place)))));
    }
    response.on_hover_text_at_pointer(seat.title());
}
