//! `hemicycle project`: everything that a graphic is made of, in one file.

use std::path::Path;

use super::given::given;
use super::{FINE, Failure, ProjectArguments, chosen, note_reading, open, roll_call, settled};
use crate::export::write;
use crate::lang::{Lang, Message};
use crate::project::{Drawer, Project, ProjectError, is_project};
use crate::read::saved_mapping;

pub(super) fn run(arguments: &ProjectArguments, environment: Lang) -> Result<u8, Failure> {
    let out = &arguments.output;
    let file = || out.display().to_string();
    if !is_project(out) {
        return Err(Failure::usage(Message::new("error-project-ending").with("file", file())));
    }
    if arguments.input.path == Path::new("-") {
        return Err(Failure::usage(ProjectError::NoFile.message()));
    }
    // A project is drawn without arguments: what it needs lies beside its votes.
    if arguments.input.chambers.is_some() {
        return Err(Failure::usage(Message::new("error-project-chambers")));
    }
    let input = given(&arguments.input, environment)?;
    let options = arguments.options.clone().over(input.options.clone());
    let drawer = Drawer::new(options.clone(), input.rule, environment)?;
    let mut reading = open(&input)?;
    note_reading(&reading, drawer.lang());
    let fault = |message: Message| Failure::fault(message);
    let mut project =
        Project::new(&input.path, &reading, options, environment).map_err(|error| fault(error.message()))?;
    // A project that cannot be drawn is better refused now than found out later.
    drawer.dress(&mut reading.archive)?;
    let index = chosen(&reading, &input, drawer.lang())?;
    settled(&reading, Some(index), false, drawer.lang())?;
    drawer.scene(roll_call(&reading, index)?, &reading.file)?;
    project.vote.clone_from(&input.vote);
    project.rule = input.rule;
    // The mapping beside the votes is part of how they are read, and a project stands by itself.
    project.mapping = match input.mapping {
        Some(mapping) => Some(mapping),
        None => saved_mapping(&input.path).map_err(|error| fault(error.message()))?,
    };
    write(out, project.to_toml(out).as_bytes()).map_err(|error| fault(error.message()))?;
    eprintln!("{}", Message::new("cli-project-saved").with("file", file()).text(drawer.lang()));
    Ok(FINE)
}
