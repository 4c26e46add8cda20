//! Colour as light and as the eye sees it: contrast, distance, and what is left of it for other eyes and in grey.

use std::sync::LazyLock;

use crate::model::Rgb;

/// How a drawing is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// By an eye without cones for red
    Protanopia,
    /// By an eye without cones for green
    Deuteranopia,
    /// By an eye without cones for blue
    Tritanopia,
    /// Printed in grey
    Grey,
}

impl Proof {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Protanopia, Self::Deuteranopia, Self::Tritanopia, Self::Grey];

    /// What becomes of linear light. The eyes are the matrices of full severity of G. M. Machado, M. M. Oliveira and
    /// L. A. F. Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, *IEEE
    /// Transactions on Visualization and Computer Graphics* 15 (2009), p. 1291; grey is the luminance of sRGB.
    fn matrix(self) -> Matrix {
        match self {
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            Self::Grey => [LUMINANCE; 3],
        }
    }

    /// What a colour becomes.
    #[must_use]
    pub fn simulate(self, colour: Rgb) -> Rgb {
        let [red, green, blue] = apply(self.matrix(), light(colour)).map(encoded);
        Rgb(red, green, blue)
    }
}

/// The distance of two colours, CIE76 in CIE L*a*b* under D65, as seen in `proof` or by a full eye: 2.3 is just
/// noticed, 20 is told apart at a glance in a small disc.
#[must_use]
pub fn distance(a: Rgb, b: Rgb, proof: Option<Proof>) -> f64 {
    let seen = |colour| match proof {
        Some(proof) => apply(proof.matrix(), light(colour)),
        None => light(colour),
    };
    let (a, b) = (lab(seen(a)), lab(seen(b)));
    let squares: f64 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
    libm::sqrt(squares)
}

/// The contrast of two colours, from 1 to 21, as WCAG 2 defines it.
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of a colour, from 0 to 1.
pub(super) fn luminance(colour: Rgb) -> f64 {
    light(colour).iter().zip(LUMINANCE).map(|(channel, weight)| channel * weight).sum()
}

type Matrix = [[f64; 3]; 3];

const LUMINANCE: [f64; 3] = [0.2126, 0.7152, 0.0722];

fn light(Rgb(red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(linear)
}

/// A channel of sRGB as light, from 0 to 1.
fn linear(channel: u8) -> f64 {
    static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
        std::array::from_fn(|channel| {
            let c = channel as f64 / 255.0;
            if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        })
    });
    LINEAR[usize::from(channel)]
}

/// Light as a channel of sRGB.
fn encoded(light: f64) -> u8 {
    let c = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * libm::pow(light, 1.0 / 2.4) - 0.055 };
    (c * 255.0).round().clamp(0.0, 255.0) as u8
}

/// Light after a matrix, as much of it as a screen can show.
fn apply(matrix: Matrix, v: [f64; 3]) -> [f64; 3] {
    product(matrix, v).map(|light| light.clamp(0.0, 1.0))
}

fn product(matrix: Matrix, v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// CIE L*a*b* under D65, from linear sRGB.
fn lab(v: [f64; 3]) -> [f64; 3] {
    let xyz = product([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], v);
    let f = |t: f64| if t > 0.008_856 { libm::cbrt(t) } else { 7.787 * t + 16.0 / 116.0 };
    let (x, y, z) = (f(xyz[0] / 0.950_47), f(xyz[1]), f(xyz[2] / 1.088_83));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Black and white are 100 apart, whoever looks; and published values: sRGB red is L* 53.24, a* 80.09, b* 67.20.
    #[test]
    fn distances_are_those_of_cie76() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        for proof in [None, Some(Proof::Grey), Some(Proof::Tritanopia), Some(Proof::Deuteranopia)] {
            assert!((distance(black, white, proof) - 100.0).abs() < 0.1, "{proof:?}");
        }
        let expected = (53.24_f64.powi(2) + 80.09_f64.powi(2) + 67.20_f64.powi(2)).sqrt();
        assert!((distance(Rgb(255, 0, 0), black, None) - expected).abs() < 0.1);
    }

    #[test]
    fn simulations_keep_grey_and_lose_what_the_eye_lacks() {
        for proof in Proof::ALL {
            let Rgb(r, g, b) = proof.simulate(Rgb(128, 128, 128));
            assert!([r, g, b].iter().all(|c| c.abs_diff(128) <= 1), "{proof:?}");
        }
        // Red and green of one lightness fall together without cones for green; grey has one value.
        let (red, green) = (Rgb(0xC8, 0x50, 0x50), Rgb(0x78, 0x7E, 0x40));
        assert!(distance(red, green, None) > 45.0);
        assert!(distance(red, green, Some(Proof::Deuteranopia)) < 20.0);
        let Rgb(r, g, b) = Proof::Grey.simulate(red);
        assert!(r == g && g == b);
    }
}
