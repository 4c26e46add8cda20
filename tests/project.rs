//! Projects: what is typed, what is saved and what is drawn are one thing.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};

use clap::Parser as _;
use hemicycle::chart::{Dash, Part, Preset, Proof, SeatColour, SeatOrder, TallyOrder};
use hemicycle::cli::{Arguments, Command};
use hemicycle::lang::Lang;
use hemicycle::layout::Aisles;
use hemicycle::project::{
    AislesChoice, LayoutChoice, LookArguments, PictureSize, Project, RenderOptions, ShapeName, Shell,
    command_line,
};
use hemicycle::stylesheet::StyleSheet;
use proptest::prelude::*;
use tempfile::TempDir;

const VOTE: &str = "vote_id,title,member,party,seat,vote\n\
    7,On the bridge,Ada Grey,Larks,1,yes\n7,On the bridge,Ben Hill,Larks,2,yes\n\
    7,On the bridge,Cleo Ives,Bees,3,no\n7,On the bridge,Dan Joss,Bees,4,no\n\
    7,On the bridge,Eve Kerr,Bees,5,abstain\n8,On the tower,Ada Grey,Larks,1,no\n\
    8,On the tower,Ben Hill,Larks,2,no\n8,On the tower,Cleo Ives,Bees,3,no\n\
    8,On the tower,Dan Joss,Bees,4,yes\n8,On the tower,Eve Kerr,Bees,5,yes\n";

const LOGO: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'><rect width='30' height='10'/></svg>";

const HOUSE: &str = "base = \"print\"\ncredit = \"Drawn by hand\"\nlogo = \"logo.svg\"\n[palette]\nfor = \"#103050\"\n\
    [[party]]\nname = \"Larks\"\nshort = \"LRK\"\ncolour = \"#2255AA\"\n";

/// A folder with a vote, a logo, and a house style in a folder of its own.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("house")).expect("made");
    for (name, text) in
        [("votes.csv", VOTE), ("logo.svg", LOGO), ("house/house.toml", HOUSE), ("house/logo.svg", LOGO)]
    {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn hemicycle(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Process::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").current_dir(folder);
    let Output { status, stdout, stderr } = command.args(arguments).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("an exit code"), text(stdout), text(stderr))
}

fn fine(folder: &Path, arguments: &[&str]) -> (String, String) {
    let (code, out, err) = hemicycle(folder, arguments);
    assert_eq!(code, 0, "{arguments:?}: {err}");
    (out, err)
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Options that say something of everything.
const MANY: [&str; 26] = [
    "--vote=8",
    "--rule=>3/5 of for+against tie fails",
    "--style=house/house.toml",
    "--set=palette.against=#AA3311",
    "--preset=square",
    "--show=rebels",
    "--hide=legend",
    "--title=Who's \"in\"? -- a $HOME\nof 2",
    "--subtitle=--help",
    "--source=list 3",
    "--logo=logo.svg",
    "--transparent",
    "--fill=party",
    "--ring=vote",
    "--glyphs",
    "--patterns",
    "--tally-order=for",
    "--dash=slash",
    "--layout=classroom",
    "--rows=2",
    "--seat-size=0.7",
    "--government=Bees",
    "--order=name",
    "--majority-line=2/3",
    "--lang=fr",
    "--scale=1.5",
];

#[test]
fn a_project_renders_the_bytes_of_its_command_in_every_format() {
    let folder = folder();
    let folder = folder.path();
    for ending in ["svg", "png", "pdf"] {
        let options: Vec<&str> =
            MANY.into_iter().filter(|option| ending == "png" || !option.starts_with("--scale")).collect();
        let plain = format!("plain.{ending}");
        fine(folder, &[&["render", "votes.csv", "-o", plain.as_str()], options.as_slice()].concat());
        fine(folder, &[&["project", "votes.csv", "-o", "a.hemicycle"], MANY.as_slice()].concat());
        let (_, err) = fine(folder, &["render", "a.hemicycle", "-o", &format!("again.{ending}")]);
        assert!(!err.contains("no longer"), "{err}");
        assert_eq!(read(folder, &plain), read(folder, &format!("again.{ending}")), "{ending}");
    }
    // Without a name it lies beside the project.
    fine(folder, &["render", "a.hemicycle"]);
    assert_eq!(read(folder, "a.svg"), read(folder, "plain.svg"));
    // What is typed goes before what is saved.
    fine(folder, &["render", "a.hemicycle", "--style", "dark", "--rows", "1", "-o", "b.svg"]);
    let dark = String::from_utf8(read(folder, "b.svg")).expect("UTF-8").to_lowercase();
    assert!(dark.contains("#e9eef3"), "the ink of the style");
}

#[test]
fn a_project_moves_with_its_folder_and_stands_alone() {
    let folder = folder();
    fine(folder.path(), &[&["project", "votes.csv", "-o", "house/a.hemicycle"], MANY.as_slice()].concat());
    fine(folder.path(), &["render", "house/a.hemicycle", "-o", "before.svg"]);
    let before = read(folder.path(), "before.svg");
    let text = String::from_utf8(read(folder.path(), "house/a.hemicycle")).expect("UTF-8");
    assert!(text.contains("file = \"../votes.csv\"") && text.contains("\"../logo.svg\""), "{text}");
    assert!(!text.contains(&folder.path().display().to_string()), "no path of this machine: {text}");
    // The style is inside: its file can go.
    let moved = tempfile::tempdir().expect("a folder");
    fs::create_dir(moved.path().join("b")).expect("made");
    fs::rename(folder.path(), moved.path().join("b/c")).expect("moved");
    fs::remove_file(moved.path().join("b/c/house/house.toml")).expect("removed");
    let (_, err) = fine(moved.path(), &["render", "b/c/house/a.hemicycle", "-o", "after.svg"]);
    assert!(!err.contains("no longer") && !err.contains("not there"), "{err}");
    assert_eq!(read(moved.path(), "after.svg"), before);
}

#[test]
fn changed_files_are_noticed_and_missing_ones_are_faults() {
    let folder = folder();
    let folder = folder.path();
    fine(folder, &["project", "votes.csv", "--logo", "logo.svg", "--vote", "7", "-o", "a.hemicycle"]);
    assert!(!fine(folder, &["tally", "a.hemicycle"]).1.contains("no longer"));
    fs::write(folder.join("votes.csv"), VOTE.replace("Eve Kerr,Bees,5,abstain", "Eve Kerr,Bees,5,no"))
        .expect("written");
    let (out, err) = fine(folder, &["tally", "a.hemicycle"]);
    assert!(err.contains("votes.csv is no longer as it was when a.hemicycle"), "{err}");
    assert!(out.contains("3–2"), "{out}");
    fine(folder, &["render", "a.hemicycle", "-o", "a.svg"]);
    let (code, _, err) = hemicycle(folder, &["render", "a.hemicycle", "--locked", "-o", "c.svg"]);
    assert!(code == 1 && err.contains("votes.csv") && !folder.join("c.svg").exists(), "{err}");
    fs::write(folder.join("logo.svg"), LOGO.replace("30", "40")).expect("written");
    assert!(fine(folder, &["render", "a.hemicycle", "-o", "a.svg"]).1.contains("logo.svg is no longer"));
    fs::remove_file(folder.join("votes.csv")).expect("removed");
    let (code, _, err) = hemicycle(folder, &["render", "a.hemicycle", "-o", "a.svg"]);
    assert!(code == 1 && err.contains("a.hemicycle is about votes.csv, which is not there"), "{err}");
}

#[test]
fn every_command_that_reads_a_file_reads_a_project() {
    let folder = folder();
    let folder = folder.path();
    fine(folder, &["project", "votes.csv", "--vote", "8", "--lang", "de", "-o", "a.hemicycle"]);
    for command in ["tally", "votes", "check"] {
        let plain: &[&str] = if command == "check" { &[] } else { &["--vote", "8"] };
        let (own, _) = fine(folder, &[&[command, "votes.csv"], plain].concat());
        assert_eq!(fine(folder, &[command, "a.hemicycle"]).0, own, "{command}");
    }
    for command in ["describe", "figures"] {
        let (own, _) = fine(folder, &[command, "votes.csv", "--vote", "8", "--lang", "de"]);
        assert_eq!(fine(folder, &[command, "a.hemicycle"]).0, own, "{command}");
    }
    fine(folder, &["convert", "votes.csv", "--vote", "8", "-o", "a.csv"]);
    fine(folder, &["convert", "a.hemicycle", "-o", "b.csv"]);
    assert_eq!(read(folder, "a.csv"), read(folder, "b.csv"));
}

#[test]
fn how_a_file_is_read_is_part_of_the_project() {
    let folder = folder();
    let folder = folder.path();
    fine(folder, &["check", "votes.csv", "--save-mapping=m.toml"]);
    let mapping = fs::read_to_string(folder.join("m.toml")).expect("saved").replace("\"for\"", "\"absent\"");
    fs::write(folder.join("votes.hemicycle.toml"), mapping).expect("written");
    fine(folder, &["render", "votes.csv", "--vote", "7", "-o", "plain.svg"]);
    fine(folder, &["project", "votes.csv", "--vote", "7", "-o", "a.hemicycle"]);
    fs::remove_file(folder.join("votes.hemicycle.toml")).expect("removed");
    fine(folder, &["render", "a.hemicycle", "-o", "a.svg"]);
    assert_eq!(read(folder, "a.svg"), read(folder, "plain.svg"));
    assert!(fine(folder, &["tally", "a.hemicycle"]).0.contains("2–0"));
}

#[test]
fn what_is_no_project_is_refused_with_its_line() {
    let folder = folder();
    let folder = folder.path();
    fine(folder, &["project", "votes.csv", "--vote", "7", "-o", "a.hemicycle"]);
    let text = fs::read_to_string(folder.join("a.hemicycle")).expect("saved");
    for (changed, told) in [
        (text.replace("hemicycle = 1", "hemicycle = 2\nnew = 1"), "later version"),
        (text.replace("vote = ", "vite = "), "line 7"),
        (text.clone() + "\n[style.palette]\nfor = \"green\"\n", "green"),
        (text.clone() + "\n[style.sizes]\ntally = 7.0\n", "tally = 7"),
        (text.clone() + "\n[[mapping.word]]\nword = \"x\"\nposition = \"perhaps\"\n", "perhaps"),
        ("id,member\n".to_owned(), "line 1"),
    ] {
        fs::write(folder.join("b.hemicycle"), &changed).expect("written");
        let (code, _, err) = hemicycle(folder, &["render", "b.hemicycle", "-o", "b.svg"]);
        assert!(code == 1 && err.contains("b.hemicycle") && err.contains(told), "{told}: {err}\n{changed}");
    }
    for (arguments, told) in [
        (["project", "votes.csv", "-o", "a.toml"], ".hemicycle"),
        (["project", "-", "-o", "b.hemicycle"], "from no file"),
    ] {
        let (code, _, err) = hemicycle(folder, &arguments);
        assert!(code > 0 && err.contains(told), "{err}");
    }
    let (code, _, err) = hemicycle(folder, &["render", "votes.csv"]);
    assert!(code == 2 && err.contains("-o vote.svg"), "{err}");
}

#[test]
fn a_web_page_takes_its_texts_and_refuses_what_it_has_no_use_for() {
    let folder = folder();
    let folder = folder.path();
    let render = |options: &[&str]| {
        hemicycle(folder, &[&["render", "votes.csv", "--vote", "7", "-o", "a.html"], options].concat())
    };
    for (option, value) in [
        ("--logo", "logo.svg"),
        ("--parts", "tally"),
        ("--show", "rebels"),
        ("--hide", "legend"),
        ("--size", "800x800"),
        ("--preset", "square"),
        ("--fill", "party"),
        ("--ring", "party"),
    ] {
        let (code, _, err) = render(&[option, value]);
        assert!(
            code == 2 && err.contains(&format!("{option} has no effect on a .html file; it is for SVG")),
            "{err}"
        );
    }
    assert_eq!(render(&["--transparent"]).0, 2);
    assert!(!folder.join("a.html").exists());
    let texts =
        ["--title=A <b> bridge", "--subtitle=On a & day", "--source=List 9", "--credit=Drawn by \"hand\""];
    assert_eq!(render(&texts).0, 0);
    let page = String::from_utf8(read(folder, "a.html")).expect("UTF-8");
    for text in ["A &lt;b&gt; bridge</h1>", "On a &amp; day", "List 9", "<p>Drawn by &quot;hand&quot;</p>"] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn a_line_is_drawn_where_the_rule_says() {
    let folder = folder();
    let folder = folder.path();
    let drawn = |options: &[&str]| {
        fine(folder, &[&["render", "votes.csv", "--vote", "7", "-o", "a.svg"], options].concat());
        read(folder, "a.svg")
    };
    // Of five members two thirds are four, and more than half are three.
    let rule = "--rule=2/3 of members";
    assert_eq!(drawn(&[rule, "--majority-line=rule"]), drawn(&[rule, "--majority-line=4"]));
    assert_eq!(drawn(&[rule, "--show=majority-line"]), drawn(&[rule, "--majority-line=4"]));
    assert_eq!(drawn(&["--show=majority-line"]), drawn(&["--majority-line=3"]));
    assert_ne!(drawn(&[rule, "--majority-line=4"]), drawn(&[rule, "--majority-line=3"]));
    // What those who voted have to reach is no place in the chamber.
    let (code, _, err) = hemicycle(
        folder,
        &["render", "votes.csv", "--vote", "7", "--rule=2/3 of cast", "--majority-line=rule", "-o", "b.svg"],
    );
    assert!(code == 2 && err.contains("“rule” is not a line through 5 seats"), "{err}");
}

fn text() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("[ -~äß’–\n]{0,20}")
}

/// Any style, as the window may have changed it.
fn sheet() -> impl Strategy<Value = StyleSheet> {
    let colour = "#[0-9A-F]{6}";
    (
        proptest::sample::select(vec!["default", "dark", "print", "high-contrast"]),
        proptest::option::of(colour),
        proptest::option::of(colour),
        proptest::collection::vec((colour, "[ -~]{1,12}"), 0..3),
        proptest::option::of(0.5..2.0_f64),
    )
        .prop_map(|(base, first, second, parties, size)| {
            let mut text = format!("base = \"{base}\"\n");
            let set = |key: &str, value: Option<String>| value.map(|value| format!("{key} = \"{value}\"\n"));
            text.extend(size.map(|size| format!("[sizes]\ntally = {size:?}\n")));
            text.push_str("[palette]\n");
            text.extend([set("for", first), set("against-text", second)].into_iter().flatten());
            for (colour, name) in parties {
                let name = toml_text(&name);
                text.push_str(&format!("[[party]]\nname = {name}\nshort = {name}\ncolour = \"{colour}\"\n"));
            }
            StyleSheet::parse(&text, "style").expect("a style")
        })
}

fn toml_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn look() -> impl Strategy<Value = LookArguments> {
    let choice = |parts: Vec<Part>| proptest::sample::subsequence(parts, 0..4);
    let parts = || choice(Part::ALL.to_vec());
    (
        (
            proptest::option::of(proptest::sample::select(Preset::ALL.to_vec())),
            proptest::option::of((200..3000_u16, 200..3000_u16)),
            proptest::option::of(sheet()),
            parts(),
            parts(),
            parts(),
        ),
        (text(), text(), text(), text()),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), proptest::option::of(Just(Proof::Grey))),
    )
        .prop_map(
            |(
                (preset, size, sheet, shown, show, hide),
                texts,
                (transparent, party, glyphs, order, proof),
            )| {
                let (title, subtitle, source, credit) = texts;
                LookArguments {
                    preset,
                    size: size.map(|(width, height)| PictureSize { width, height }),
                    sheet: sheet.map(Box::new),
                    parts: shown,
                    show,
                    hide,
                    title,
                    subtitle,
                    source,
                    credit,
                    transparent,
                    fill: party.then_some(SeatColour::Party),
                    ring: party.then_some(SeatColour::Vote),
                    glyphs,
                    patterns: order,
                    tally_order: order.then_some(TallyOrder::For),
                    dash: order.then_some(Dash::Colon),
                    proof,
                    ..LookArguments::default()
                }
            },
        )
}

fn options() -> impl Strategy<Value = RenderOptions> {
    let shape = proptest::option::of(proptest::sample::select(ShapeName::ALL.map(|(name, _)| name).to_vec()));
    (look(), shape, proptest::option::of(1..3_usize), proptest::option::of(0.2..1.0_f64), any::<bool>())
        .prop_map(|(look, shape, rows, seat_size, some)| RenderOptions {
            look,
            layout: shape.map(LayoutChoice::Shape),
            rows,
            seat_size,
            span: some.then_some(200.0),
            inner: some.then_some(0.25),
            aisles: some.then_some(AislesChoice(Aisles::Parties)),
            government: if some { vec!["Bees".to_owned()] } else { Vec::new() },
            cross: if some { vec!["-x y".to_owned()] } else { Vec::new() },
            coalition: if some { vec!["Bees".to_owned(), "-x y".to_owned()] } else { Vec::new() },
            order: some.then_some(SeatOrder::Seat),
            majority_line: if some { vec!["3".to_owned(), "half".to_owned()] } else { Vec::new() },
            lang: some.then_some(Lang::Pl),
            scale: some.then_some(1.75),
            dpi: None,
            outline_text: some,
        })
}

/// What a style comes to, whichever way it was put.
fn style(options: &RenderOptions) -> String {
    let sheet = options.look.style_sheet().expect("a style").resolved().expect("resolved");
    sheet.to_toml()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// The command that the window copies is read as the options that the window has.
    #[test]
    fn a_command_is_read_as_the_options_it_was_made_of(options in options(), vote in text()) {
        let rule = "3/5 of members".parse().expect("a rule");
        let (data, output) = (Path::new("-a b.csv"), Path::new("out.svg"));
        let typed = command_line(data, vote.as_deref(), None, Some(rule), &options, output);
        prop_assert_eq!(shell_words(&Shell::Posix.quoted(&typed)), typed.clone());
        let Arguments { command: Some(Command::Render(read)), .. } = Arguments::try_parse_from(&typed).expect("read")
        else { panic!("{typed:?}") };
        prop_assert_eq!(&read.input.vote, &vote);
        prop_assert_eq!(read.input.rule, Some(rule));
        prop_assert_eq!(read.output.as_deref(), Some(output));
        prop_assert_eq!(style(&read.options), style(&options));
        // A style is typed as its base and what differs; all else is typed as it is.
        let mut plain = read.options.clone();
        plain.look.sheet.clone_from(&options.look.sheet);
        if options.look.sheet.is_some() {
            plain.look.style = None;
            plain.look.set.clear();
        }
        prop_assert_eq!(plain, options);
    }

    /// A project is read as it was written.
    #[test]
    fn a_project_survives_its_text(options in options(), vote in text()) {
        let project = Project {
            data: PathBuf::from("/a/votes.csv"),
            sha256: "00".to_owned(),
            vote,
            rule: Some("an-censure".parse().expect("a rule")),
            mapping: None,
            options,
            files: vec![(PathBuf::from("/a/b/logo.svg"), "11".to_owned())],
        };
        let path = Path::new("/a/b/x.hemicycle");
        let text = project.to_toml(path);
        let read = Project::parse(&text, path).expect("a project");
        prop_assert_eq!(style(&read.options), style(&project.options));
        let named = |project: &Project| {
            let mut project = project.clone();
            // What a style is called where it has a fault.
            project.options.look.sheet = None;
            project.data = PathBuf::from(project.data.file_name().expect("a name"));
            project.files.clear();
            project
        };
        prop_assert_eq!(named(&read), named(&project), "{}", text);
        prop_assert!(read.data.ends_with("b/../votes.csv") && read.files[0].0.ends_with("b/logo.svg"));
    }
}

/// A line taken apart as a POSIX shell does it: single quotes, and a backslash outside of them.
fn shell_words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let word = words.last_mut().expect("one");
        match letter {
            '\'' => is_quoted = !is_quoted,
            '\\' if !is_quoted => word.extend(letters.next()),
            ' ' if !is_quoted => words.push(String::new()),
            letter => word.push(letter),
        }
    }
    words
}
