//! Places for texts along an edge such that none touches another or leaves its bounds.

use super::chamber::Frame;
use super::scene::{Anchor, Point};
use crate::layout::Edge;

/// A rectangle that a text covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextBox {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl TextBox {
    /// The square around a point.
    pub(super) fn around(centre: Point, half: f64) -> Self {
        Self { left: centre.x - half, right: centre.x + half, top: centre.y - half, bottom: centre.y + half }
    }

    pub(super) fn touches(&self, other: &Self, gap: f64) -> bool {
        self.left < other.right + gap
            && other.left < self.right + gap
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_inside(&self, bounds: &Self) -> bool {
        self.left >= bounds.left
            && self.right <= bounds.right
            && self.top >= bounds.top
            && self.bottom <= bounds.bottom
    }
}

/// A label to place: where its party is, its width, and how much it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'a> {
    pub(super) course: Course<'a>,
    pub(super) along: f64,
    pub(super) width: f64,
    pub(super) importance: usize,
}

/// A label's place: where its baseline starts, and the leader line to it where it stands off the arc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) at: Point,
    pub(super) anchor: Anchor,
    pub(super) leader: Option<(Point, Point)>,
    pub(super) bounds: TextBox,
    /// Where along the line it stands.
    along: f64,
}

/// The line that labels stand along, outside of an edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<'a> {
    pub(super) edge: &'a Edge,
    pub(super) frame: &'a Frame,
    /// From the edge, in units of the plan.
    pub(super) out: f64,
}

impl Course<'_> {
    /// The point `away` from the line, and the direction outward.
    fn at(&self, along: f64, away: f64) -> (Point, (f64, f64)) {
        let place = self.edge.at(along, self.out + away / self.frame.scale);
        (self.frame.point((place.x, place.y)), (place.outward.0, -place.outward.1))
    }

    /// A length as a difference along the edge.
    fn turn(&self, along: f64, length: f64) -> f64 {
        length / (self.edge.length_at(along, self.out) * self.frame.scale).max(1e-9)
    }
}

/// Places labels, the most important first, each as near to its party as it can: beside the line, else
/// further out on a leader line. `None` for a label that has no place.
pub(super) fn place(bounds: &TextBox, size: f64, wanted: &[Wanted<'_>]) -> Vec<Option<Placed>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(wanted[index].importance), index));
    let mut placed: Vec<Option<Placed>> = vec![None; wanted.len()];
    for index in order {
        let free = candidates(&wanted[index], size).find(|candidate| {
            let mut others = placed.iter().flatten();
            candidate.bounds.is_inside(bounds)
                && others.all(|other| {
                    !candidate.bounds.touches(&other.bounds, size * 0.4)
                        && !crosses(candidate.leader, &other.bounds)
                        && !crosses(other.leader, &candidate.bounds)
                })
                && !wanted[index].meets_line(candidate, size)
        });
        placed[index] = free;
    }
    placed
}

fn candidates<'a>(wanted: &'a Wanted<'a>, size: f64) -> impl Iterator<Item = Placed> + 'a {
    const LEVELS: [f64; 4] = [0.75, 2.1, 3.5, 4.9];
    const TURNS: [f64; 11] = [0.0, -0.8, 0.8, -1.6, 1.6, -2.4, 2.4, -3.6, 3.6, -5.0, 5.0];
    LEVELS.into_iter().flat_map(move |level| {
        let turns = if level < 1.0 { &TURNS[..3] } else { &TURNS[..] };
        turns.iter().flat_map(move |turn| {
            let shift = if level < 1.0 { 0.35 } else { 1.0 };
            let along = wanted.along + wanted.course.turn(wanted.along, shift * turn * size);
            let leaning = at(wanted, size, level * size, along, level > 1.0, MIDDLE);
            // A long text in the middle of its place would lie on a line that rises beside it.
            let aside = (leaning.anchor == Anchor::Middle)
                .then(|| at(wanted, size, level * size, along, level > 1.0, 0.0));
            [leaning].into_iter().chain(aside)
        })
    })
}

/// How far outward may point to the side where a text is still set in the middle.
const MIDDLE: f64 = 0.3;

impl Wanted<'_> {
    /// True where the text lies on the line that labels stand along, tried at points of it.
    fn meets_line(&self, placed: &Placed, size: f64) -> bool {
        let Course { edge, .. } = self.course;
        let reach = self.width + size;
        let steps = (reach / (0.5 * size)).ceil() as i32;
        let bounds = &placed.bounds;
        (-steps..=steps).any(|step| {
            let length = reach * f64::from(step) / f64::from(steps);
            let along = placed.along + self.course.turn(placed.along, length);
            let (Point { x, y }, _) = self.course.at(along, 0.0);
            let is_drawn = edge.is_closed() || (edge.from()..=edge.to()).contains(&along);
            is_drawn && x > bounds.left && x < bounds.right && y > bounds.top && y < bounds.bottom
        })
    }
}

fn at(wanted: &Wanted<'_>, size: f64, away: f64, along: f64, with_leader: bool, middle: f64) -> Placed {
    let (point, (right, down)) = wanted.course.at(along, away);
    // Texts lean outward: the anchor moves from the far end over the middle to the near end.
    let anchor = if right < -middle {
        Anchor::End
    } else if right > middle {
        Anchor::Start
    } else {
        Anchor::Middle
    };
    // Capitals are 0.7 of the em high; beside the line they are centred on it, above it they stand on it, and
    // below it they hang from it.
    let rise = 0.35 * (1.0 - down * down) + if down > 0.0 { 0.7 * down * down } else { 0.0 };
    let place = Point { x: point.x, y: point.y + rise * size };
    let left = match anchor {
        Anchor::Start => place.x,
        Anchor::Middle => place.x - wanted.width / 2.0,
        Anchor::End => place.x - wanted.width,
    };
    let bounds = TextBox {
        left,
        top: place.y - 0.85 * size,
        right: left + wanted.width,
        bottom: place.y + 0.25 * size,
    };
    let leader = with_leader.then(|| {
        let (foot, _) = wanted.course.at(wanted.along, 0.2 * size);
        let (end, _) = wanted.course.at(along, away - 0.3 * size);
        (foot, end)
    });
    Placed { at: place, anchor, leader, bounds, along }
}

/// True where a leader line runs through a box, tried at points along the line.
fn crosses(leader: Option<(Point, Point)>, bounds: &TextBox) -> bool {
    const STEPS: usize = 12;
    leader.is_some_and(|(from, to)| {
        (0..=STEPS).any(|step| {
            let share = step as f64 / STEPS as f64;
            let (x, y) = (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            x > bounds.left && x < bounds.right && y > bounds.top && y < bounds.bottom
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Plan;

    #[test]
    fn labels_never_touch_and_never_leave_the_bounds() {
        let plan = Plan::hemicycle(577);
        let edge = plan.sections[0].edge.as_ref().expect("an edge");
        let frame = Frame { centre: Point { x: 400.0, y: 400.0 }, scale: 300.0, seat_radius: 5.0, pad: 6.0 };
        let bounds = TextBox { left: 0.0, top: 0.0, right: 800.0, bottom: 420.0 };
        for count in 1..60 {
            let wanted: Vec<Wanted<'_>> = (0..count)
                .map(|index| Wanted {
                    course: Course { edge, frame: &frame, out: 0.02 },
                    along: std::f64::consts::PI * (f64::from(index) + 0.5) / f64::from(count),
                    width: 20.0 + f64::from(index % 7) * 9.0,
                    importance: (index % 5) as usize,
                })
                .collect();
            let placed: Vec<Placed> = place(&bounds, 12.0, &wanted).into_iter().flatten().collect();
            assert!(placed.len() >= wanted.len().min(20), "{count}: {}", placed.len());
            for (i, a) in placed.iter().enumerate() {
                assert!(a.bounds.is_inside(&bounds));
                assert!(placed[i + 1..].iter().all(|b| !a.bounds.touches(&b.bounds, 0.0)));
                // Nor do they lie on the line: the arc beside the chamber, a degree at a time.
                let radius = wanted[0].course.at(1.0, 0.0).0;
                let radius = libm::hypot(radius.x - 400.0, radius.y - 400.0);
                assert!((0..=180).map(|degree| f64::from(degree).to_radians()).all(|angle| {
                    let (x, y) = (400.0 + radius * libm::cos(angle), 400.0 - radius * libm::sin(angle));
                    let TextBox { left, top, right, bottom } = a.bounds;
                    !(x > left && x < right && y > top && y < bottom)
                }));
            }
        }
    }
}
