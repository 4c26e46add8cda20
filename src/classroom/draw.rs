//! Drawing lots that anybody can draw again.
//!
//! Numbers are those of `SplitMix64` (Steele, Lea and Flood, “Fast Splittable Pseudorandom Number Generators”, OOPSLA 2014);
//! shuffling is Fisher and Yates', from the end. Numbers that would favour low ones are drawn again.

/// Lots from a number.
pub(super) struct Lots(u64);

impl Lots {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, each as likely as the others; 0 where there is none.
    fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let most = u64::MAX - u64::MAX % bound;
        loop {
            let drawn = self.next();
            if drawn < most {
                return drawn % bound;
            }
        }
    }

    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let drawn = self.below(last as u64 + 1) as usize;
            things.swap(last, drawn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the authors' own program for the seed 1234567.
    #[test]
    fn numbers_are_those_of_splitmix64() {
        let mut lots = Lots::new(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| lots.next()).collect();
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn every_place_is_as_likely() {
        let mut counts = [[0_u32; 4]; 4];
        for seed in 0..4000 {
            let mut things = [0, 1, 2, 3];
            Lots::new(seed).shuffle(&mut things);
            for (place, thing) in things.into_iter().enumerate() {
                counts[thing][place] += 1;
            }
        }
        // A thousand each; five standard deviations are 137.
        assert!(counts.iter().flatten().all(|count| count.abs_diff(1000) < 137), "{counts:?}");
    }
}
