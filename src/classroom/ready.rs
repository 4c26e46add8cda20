//! Parties that are ready to use: birds, so that nobody takes them for parties that there are.

use super::MockParty;
use crate::lang::{Lang, Message};
use crate::model::{Party, Rgb};

/// Short name, name and colour of each, from the left.
const PARTIES: [(&str, &str, Rgb); 6] = [
    ("mock-robins-short", "mock-robins", Rgb(0xB5, 0x48, 0x4C)),
    ("mock-larks-short", "mock-larks", Rgb(0xC9, 0x77, 0x2B)),
    ("mock-wrens-short", "mock-wrens", Rgb(0x8C, 0x9A, 0x3C)),
    ("mock-herons-short", "mock-herons", Rgb(0x4F, 0x8A, 0x8B)),
    ("mock-owls-short", "mock-owls", Rgb(0x4C, 0x6A, 0x92)),
    ("mock-jays-short", "mock-jays", Rgb(0x7A, 0x5C, 0x99)),
];

/// From two to six parties, none of which has a majority by itself where there are more than two.
#[must_use]
pub fn ready_parties(count: usize, lang: Lang) -> Vec<MockParty> {
    let shares: &[(usize, u32)] = match count {
        0..=2 => &[(1, 51), (4, 49)],
        3 => &[(1, 42), (3, 21), (4, 37)],
        4 => &[(0, 12), (1, 36), (3, 20), (4, 32)],
        5 => &[(0, 10), (1, 32), (3, 18), (4, 28), (5, 12)],
        _ => &[(0, 9), (1, 29), (2, 13), (3, 16), (4, 24), (5, 9)],
    };
    shares
        .iter()
        .filter_map(|&(place, share)| {
            let (short, name, colour) = *PARTIES.get(place)?;
            let say = |key: &'static str| Message::new(key).text(lang);
            let party = Party { name: say(name), short: say(short), colour: Some(colour) };
            Some(MockParty { party, share })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_nobody_has_all_the_say() {
        for count in 2..=6 {
            let parties = ready_parties(count, Lang::En);
            assert_eq!((parties.len(), parties.iter().map(|party| party.share).sum::<u32>()), (count, 100));
            assert!(count == 2 || parties.iter().all(|party| party.share < 50));
        }
    }
}
