//! Tables of `name, vote` in the languages of parliaments: what their own words for a vote mean.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::model::Position::{self, Absent, Abstain, Against, Excused, For, NotVoting, Present};
use hemicycle::read::{Source, language_of_words, position_of_word, read};

/// Language, words for and against, for an abstention, and for not being there or not voting, with the position
/// that the last word stands for.
type Words = (&'static str, &'static str, &'static str, &'static str, &'static str, Position);

/// The words of plenary minutes and voting lists, as parliaments print them.
const LANGUAGES: [Words; 76] = [
    ("et", "Poolt", "Vastu", "Erapooletu", "Ei hääletanud", NotVoting),
    ("et", "Poolt", "Vastu", "Erapooletu", "Puudub", Absent),
    ("lv", "Par", "Pret", "Atturas", "Nebalsoja", NotVoting),
    ("lt", "Už", "Prieš", "Susilaikė", "Nedalyvavo", Absent),
    ("lt", "Taip", "Ne", "Susilaikė", "Nebalsavo", NotVoting),
    ("fi", "Jaa", "Ei", "Tyhjää", "Poissa", Absent),
    ("sv", "Ja", "Nej", "Avstår", "Frånvarande", Absent),
    ("da", "For", "Imod", "Hverken for eller imod", "Fravær", Absent),
    ("da", "For", "Imod", "Hverken for eller imod", "Fraværende", Absent),
    ("no", "For", "Mot", "Avholdende", "Ikke tilstede", Absent),
    ("no", "For", "Mot", "Avholdende", "Permisjon", Excused),
    ("is", "já", "nei", "greiðir ekki atkvæði", "fjarverandi", Absent),
    ("is", "Já", "Nei", "Sat hjá", "Boðaði fjarvist", Excused),
    ("ga", "Tá", "Níl", "Staon", "As láthair", Absent),
    ("cy", "O blaid", "Yn erbyn", "Ymatal", "Heb bleidleisio", NotVoting),
    ("nl", "Voor", "Tegen", "Onthouding", "Afwezig", Absent),
    ("nl", "Voor", "Tegen", "Onthouden", "Niet deelgenomen", NotVoting),
    ("de", "Ja", "Nein", "Enthaltung", "nicht abgegeben", NotVoting),
    ("de", "dafür", "dagegen", "enthalten", "entschuldigt", Excused),
    ("fr", "Pour", "Contre", "Abstention", "Non votant", NotVoting),
    ("fr", "Pour", "Contre", "S'est abstenue", "Absente", Absent),
    ("es", "A favor", "En contra", "Abstención", "Ausente", Absent),
    ("es", "Sí", "No", "Abstención", "Presente", Present),
    ("ca", "Sí", "No", "Abstenció", "Absent", Absent),
    ("eu", "Bai", "Ez", "Abstentzioa", "Ez dago", Absent),
    ("gl", "A favor", "En contra", "Abstención", "Ausente", Absent),
    ("pt", "A favor", "Contra", "Abstenção", "Ausente", Absent),
    ("pt", "Sim", "Não", "Abstenção", "Não votou", NotVoting),
    ("it", "Favorevole", "Contrario", "Astenuto", "In missione", Excused),
    ("ro", "Pentru", "Împotrivă", "Abținere", "Nu a votat", NotVoting),
    ("ro", "Pentru", "Împotrivă", "S-a abținut", "Absent", Absent),
    ("ro", "DA", "NU", "AB", "NV", NotVoting),
    ("hu", "Igen", "Nem", "Tartózkodott", "Nem szavazott", NotVoting),
    ("hu", "Igen", "Nem", "Tartózkodás", "Igazoltan távol", Excused),
    ("pl", "Za", "Przeciw", "Wstrzymał się", "Nieobecny", Absent),
    ("pl", "Za", "Przeciw", "Wstrzymała się", "Nieobecna", Absent),
    ("cs", "Pro", "Proti", "Zdržel se", "Nepřítomen", Absent),
    ("cs", "Ano", "Ne", "Zdržela se", "Omluvena", Excused),
    ("sk", "Za", "Proti", "Zdržal sa", "Neprítomný", Absent),
    ("sl", "Za", "Proti", "Vzdržan", "Ni glasoval", NotVoting),
    ("hr", "Za", "Protiv", "Suzdržan", "Odsutan", Absent),
    ("bs", "Za", "Protiv", "Uzdržana", "Odsutna", Absent),
    ("sr", "За", "Против", "Уздржан", "Није гласао", NotVoting),
    ("bg", "За", "Против", "Въздържал се", "Отсъства", Absent),
    ("mk", "За", "Против", "Воздржан", "Отсутен", Absent),
    ("sq", "Pro", "Kundër", "Abstenim", "Mungon", Absent),
    ("el", "Ναι", "Όχι", "Παρών", "Απών", Absent),
    ("el", "Υπέρ", "Κατά", "Αποχή", "Δεν ψήφισε", NotVoting),
    ("tr", "Kabul", "Ret", "Çekimser", "Katılmadı", NotVoting),
    ("tr", "Evet", "Hayır", "Çekimser", "Oy kullanmadı", NotVoting),
    ("ru", "За", "Против", "Воздержался", "Не голосовал", NotVoting),
    ("uk", "За", "Проти", "Утримався", "Не голосував", NotVoting),
    ("ka", "მომხრე", "წინააღმდეგი", "თავი შეიკავა", "არ მიუღია მონაწილეობა", NotVoting),
    ("ka", "მომხრე", "წინააღმდეგი", "თავი შეიკავა", "არ ესწრება", Absent),
    ("hy", "Կողմ", "Դեմ", "Ձեռնպահ", "Չի քվեարկել", NotVoting),
    ("he", "בעד", "נגד", "נמנע", "נוכח", Present),
    ("ar", "نعم", "لا", "ممتنع", "غائب", Absent),
    ("ar", "نعم", "لا", "ممتنع", "لم يصوت", NotVoting),
    ("fa", "موافق", "مخالف", "ممتنع", "غایب", Absent),
    ("hi", "हाँ", "नहीं", "मतदान नहीं", "अनुपस्थित", Absent),
    ("hi", "पक्ष में", "विपक्ष में", "मतदान से विरत", "मत नहीं दिया", NotVoting),
    ("ja", "賛成", "反対", "棄権", "欠席", Absent),
    ("ko", "찬성", "반대", "기권", "불참", Absent),
    ("zh", "贊成", "反對", "棄權", "缺席", Absent),
    ("zh", "赞成", "反对", "弃权", "未投票", NotVoting),
    ("th", "เห็นด้วย", "ไม่เห็นด้วย", "งดออกเสียง", "ไม่ลงคะแนนเสียง", NotVoting),
    ("vi", "Tán thành", "Không tán thành", "Không biểu quyết", "Vắng mặt", Absent),
    ("id", "Setuju", "Tidak setuju", "Abstain", "Tidak hadir", Absent),
    ("ms", "Setuju", "Tidak setuju", "Berkecuali", "Tidak hadir", Absent),
    ("lb", "Jo", "Neen", "Abstentioun", "Absent", Absent),
    ("mt", "Favur", "Kontra", "Astensjoni", "Assenti", Absent),
    ("sw", "Ndiyo", "Hapana", "Kutopiga kura", "Hayupo", Absent),
    ("eo", "jes", "ne", "sindetenis", "forestis", Absent),
    ("en", "Content", "Not Content", "Abstained", "Absent", Absent),
    ("en", "Affirmative", "Negative", "Abstain", "Excused", Excused),
    ("en", "Aye", "No", "Abstain", "Absent", Absent),
];

#[test]
fn every_language_gives_the_right_positions() {
    for (language, yes, no, neither, away, away_as) in LANGUAGES {
        let words = [(yes, 5), (no, 3), (neither, 2), (away, 1)];
        for dress in [str::to_owned, |word: &str| word.to_uppercase(), |word: &str| word.to_lowercase()] {
            let mut text = String::from("name,vote\n");
            let mut number = 0;
            for (word, times) in words {
                for _ in 0..times {
                    number += 1;
                    text += &format!("M{number} Member,{}\n", dress(word));
                }
            }
            let reading = read(&Source::new("votes.csv", text.as_bytes()))
                .unwrap_or_else(|error| panic!("{language}: {error}\n{text}"));
            let vote = reading.archive.roll_call(0).unwrap();
            let tally = vote.tally();
            let counts = [For, Against, Abstain, away_as].map(|position| tally.members(position));
            assert_eq!(counts, [5, 3, 2, 1], "{language}\n{text}");
            assert_eq!(reading.problems, [], "{language}\n{text}");
        }
    }
}

#[test]
fn a_vote_of_one_side_alone_is_understood() {
    for (language, yes, no, ..) in LANGUAGES {
        for (word, side) in [(yes, For), (no, Against)] {
            if position_of_word(word).is_some() {
                let text = format!("name,vote\nAnn Alm,{word}\nBo Berg,{word}\nCy Dahl,{word}\n");
                let reading = read(&Source::new("votes.csv", text.as_bytes())).unwrap();
                let vote = reading.archive.roll_call(0).unwrap();
                assert_eq!(vote.tally().members(side), 3, "{language}: {word}");
            }
        }
    }
}

/// Languages share words: where all four are those of another language as well, the first by code is named.
#[test]
fn the_words_of_a_language_are_known_as_its_own() {
    const SHARED: [(&str, &str); 3] = [("hr", "bs"), ("gl", "es"), ("fa", "ar")];
    for (language, yes, no, neither, away, _) in LANGUAGES {
        let found = language_of_words([yes, no, neither, away]).map(hemicycle::read::Language::code);
        let is_shared = found.is_some_and(|found| SHARED.contains(&(language, found)));
        assert!(found == Some(language) || is_shared, "{language}: {found:?}");
    }
}
