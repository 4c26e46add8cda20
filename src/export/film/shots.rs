//! Which step of a replay is shown for how long.

/// How long a film is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Seconds from the empty chamber to the last answer.
    pub seconds: f64,
    /// Seconds for which the result stands at the end.
    pub hold: f64,
    /// Most frames in a second.
    pub fps: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { seconds: 20.0, hold: 4.0, fps: 20 }
    }
}

/// A step of a replay and how long it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shot {
    /// The step.
    pub step: usize,
    /// For how many hundredths of a second, the unit of GIF.
    pub hundredths: u32,
    /// For how many ticks of the film's frames a second.
    pub ticks: u32,
}

impl Pace {
    /// The most hundredths of a second that GIF and APNG hold for one frame.
    const MOST: f64 = 65_535.0;

    /// The shots of a replay of so many steps, in order: each step at most once, the last one the whole vote. Ticks
    /// stand at even distances in time, and a tick shows the steps that have passed by then.
    #[must_use]
    pub fn shots(&self, steps: usize) -> Vec<Shot> {
        let fps = f64::from(self.fps.max(1));
        let ticks = ((self.seconds * fps).round().max(1.0) as usize).min(1_000_000);
        let start_of = |tick: usize| (tick as f64 * 100.0 / fps).round() as u32;
        let mut shots: Vec<Shot> = Vec::new();
        for tick in 0..ticks {
            let step = if steps == 0 { 0 } else { tick * steps / ticks };
            let hundredths = start_of(tick + 1) - start_of(tick);
            match shots.last_mut() {
                Some(shot) if shot.step == step && f64::from(shot.hundredths + hundredths) <= Self::MOST => {
                    shot.hundredths += hundredths;
                    shot.ticks += 1;
                }
                _ => shots.push(Shot { step, hundredths, ticks: 1 }),
            }
        }
        let hold = (self.hold * 100.0).round().clamp(1.0, Self::MOST) as u32;
        let ticks = (self.hold * fps).round().clamp(1.0, 1e6) as u32;
        shots.push(Shot { step: steps, hundredths: hold, ticks });
        shots
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_steps_are_long_and_many_are_gathered() {
        let pace = Pace { seconds: 2.0, hold: 1.5, fps: 10 };
        let shots = pace.shots(4);
        let told: Vec<(usize, u32)> = shots.iter().map(|shot| (shot.step, shot.hundredths)).collect();
        assert_eq!(told, [(0, 50), (1, 50), (2, 50), (3, 50), (4, 150)]);
        let shots = pace.shots(577);
        assert_eq!(shots.len(), 21, "a frame a tick, and the result");
        assert_eq!(shots.iter().map(|shot| shot.hundredths).sum::<u32>(), 350);
        assert!(shots.windows(2).all(|pair| pair[0].step < pair[1].step));
        assert_eq!((shots[10].step, shots[20].step), (288, 577));
    }

    #[test]
    fn thirds_of_a_second_do_not_add_up_to_less() {
        let shots = Pace { seconds: 10.0, hold: 1.0, fps: 30 }.shots(300);
        assert_eq!(shots.iter().map(|shot| shot.hundredths).sum::<u32>(), 1100);
        assert!(shots[..300].iter().all(|shot| (3..=4).contains(&shot.hundredths)));
    }

    #[test]
    fn nobody_called_is_a_film_of_the_result() {
        let shots = Pace::default().shots(0);
        assert_eq!(shots.iter().map(|shot| shot.step).collect::<Vec<_>>(), [0, 0]);
    }
}
