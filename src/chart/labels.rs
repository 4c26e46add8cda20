//! Places for texts on an arc such that none touches another or leaves its bounds.

use super::scene::{Anchor, Point};

/// A rectangle that a text covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextBox {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl TextBox {
    fn touches(&self, other: &Self, gap: f64) -> bool {
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

/// A label to place: the angle of its wedge, its width, and how much it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub(super) angle: f64,
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
}

/// The arc that labels stand around.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ring {
    pub(super) centre: Point,
    pub(super) radius: f64,
    pub(super) size: f64,
    pub(super) bounds: TextBox,
}

/// Places labels, the most important first, each as near to its wedge as it can: beside the arc, else
/// further out on a leader line. `None` for a label that has no place.
pub(super) fn place(ring: &Ring, wanted: &[Wanted]) -> Vec<Option<Placed>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(wanted[index].importance), index));
    let mut placed: Vec<Option<Placed>> = vec![None; wanted.len()];
    for index in order {
        let free = candidates(ring, &wanted[index]).find(|candidate| {
            candidate.bounds.is_inside(&ring.bounds)
                && placed
                    .iter()
                    .flatten()
                    .all(|other| !candidate.bounds.touches(&other.bounds, ring.size * 0.4))
                && placed.iter().flatten().all(|other| !crosses(candidate.leader, &other.bounds))
                && placed.iter().flatten().all(|other| !crosses(other.leader, &candidate.bounds))
        });
        placed[index] = free;
    }
    placed
}

fn candidates<'a>(ring: &'a Ring, wanted: &'a Wanted) -> impl Iterator<Item = Placed> + 'a {
    const LEVELS: [f64; 3] = [0.75, 2.1, 3.5];
    const TURNS: [f64; 7] = [0.0, -0.8, 0.8, -1.6, 1.6, -2.4, 2.4];
    LEVELS.into_iter().flat_map(move |level| {
        let turns = if level < 1.0 { &TURNS[..3] } else { &TURNS[..] };
        turns.iter().map(move |turn| {
            let radius = ring.radius + level * ring.size;
            let shift = if level < 1.0 { 0.35 } else { 1.0 };
            let angle = wanted.angle + shift * turn * ring.size / ring.radius.max(1.0);
            at_angle(ring, wanted, radius, angle, level > 1.0)
        })
    })
}

fn at_angle(ring: &Ring, wanted: &Wanted, radius: f64, angle: f64, with_leader: bool) -> Placed {
    let (cos, sin) = (libm::cos(angle), libm::sin(angle));
    let point = Point { x: ring.centre.x - radius * cos, y: ring.centre.y - radius * sin };
    // Texts lean outward: the anchor moves from the far end over the middle to the near end.
    let anchor = if cos > 0.3 {
        Anchor::End
    } else if cos < -0.3 {
        Anchor::Start
    } else {
        Anchor::Middle
    };
    // Capitals are 0.7 of the em high; beside the arc they are centred on it, above it they stand on it.
    let rise = 0.35 * (1.0 - sin * sin);
    let at = Point { x: point.x, y: point.y + rise * ring.size };
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - wanted.width / 2.0,
        Anchor::End => at.x - wanted.width,
    };
    let bounds = TextBox {
        left,
        top: at.y - 0.85 * ring.size,
        right: left + wanted.width,
        bottom: at.y + 0.25 * ring.size,
    };
    let leader = with_leader.then(|| {
        let edge = ring.radius + 0.2 * ring.size;
        let foot = Point {
            x: ring.centre.x - edge * libm::cos(wanted.angle),
            y: ring.centre.y - edge * libm::sin(wanted.angle),
        };
        let end = radius - 0.3 * ring.size;
        (foot, Point { x: ring.centre.x - end * cos, y: ring.centre.y - end * sin })
    });
    Placed { at, anchor, leader, bounds }
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

    #[test]
    fn labels_never_touch_and_never_leave_the_bounds() {
        let ring = Ring {
            centre: Point { x: 400.0, y: 400.0 },
            radius: 300.0,
            size: 12.0,
            bounds: TextBox { left: 0.0, top: 0.0, right: 800.0, bottom: 420.0 },
        };
        for count in 1..60 {
            let wanted: Vec<Wanted> = (0..count)
                .map(|index| Wanted {
                    angle: std::f64::consts::PI * (f64::from(index) + 0.5) / f64::from(count),
                    width: 20.0 + f64::from(index % 7) * 9.0,
                    importance: (index % 5) as usize,
                })
                .collect();
            let placed: Vec<Placed> = place(&ring, &wanted).into_iter().flatten().collect();
            assert!(placed.len() >= wanted.len().min(20), "{count}: {}", placed.len());
            for (i, a) in placed.iter().enumerate() {
                assert!(a.bounds.is_inside(&ring.bounds));
                assert!(placed[i + 1..].iter().all(|b| !a.bounds.touches(&b.bounds, 0.0)));
            }
        }
    }
}
