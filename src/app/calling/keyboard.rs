//! The keys of the calling pages.
//!
//! A key counts once however long it is held; the keys of answers mean nothing while something is typed or asked.

use egui::{Context, Event, Key, Modifiers};

use super::command::{
    CALL, CLERK, CLOSE_VOTE, CONTRAST, CORRECT, Command, DIFFERENCES, FIND, GO, LARGE, LEAVE, MEMBER, MOVE,
    NEWCOMER, REDO, SAVE, TONES, UNDO,
};
use super::dialog::Dialog;
use super::scribe::Deed;
use super::sitting::Sitting;
use super::update::{Calling, Stage};
use crate::lang::Lang;
use crate::record::Clerk;

/// What the keys of this frame ask for. They are taken away from what else listens.
pub(in crate::app) fn typed(context: &Context, calling: &Calling, lang: Lang) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_writing = context.text_edit_focused();
    let has_focus = context.memory(|memory| memory.focused().is_some());
    if egui::Popup::is_any_open(context) {
        return commands;
    }
    let mut take = |command: &dyn Fn(Key, Modifiers) -> Option<Command>| {
        context.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else { return true };
                let Some(command) = command(*key, *modifiers) else { return true };
                if !repeat {
                    commands.push(command);
                }
                false
            });
        });
    };
    match &calling.stage {
        Stage::Away => take(&|key, modifiers| is(CALL, key, modifiers).then_some(Command::SetUp)),
        Stage::SetUp(_) => take(&|key, modifiers| {
            let leaves = is(LEAVE, key, modifiers).then_some(Command::Leave);
            is(GO, key, modifiers).then_some(Command::Start).or(leaves)
        }),
        Stage::Sitting(sitting) if sitting.dialog.is_some() => {}
        Stage::Sitting(sitting) => {
            let keys = calling.keys(lang);
            take(&|key, modifiers| {
                // While a name is typed, what is undone is typing.
                let types = is_writing && !(sitting.officer.is_empty() && sitting.office.is_empty());
                let is_typing = types && (is(UNDO, key, modifiers) || is(REDO, key, modifiers));
                let everywhere = command_of(calling, sitting, key, modifiers).filter(|_| !is_typing);
                let bare = !modifiers.command && !modifiers.ctrl && !modifiers.alt && !is_writing;
                everywhere.or_else(|| match key {
                    _ if !bare => None,
                    Key::Slash => Some(Command::Ask(Some(Dialog::find()))),
                    Key::Escape => Some(Command::GoTo(None)),
                    Key::Enter if !has_focus => closing(sitting),
                    _ if sitting.call.closed().is_some() => None,
                    Key::ArrowDown => Some(Command::Step(1)),
                    Key::ArrowUp => Some(Command::Step(-1)),
                    key => keys.reply(key).map(Command::Reply),
                })
            });
            if !is_writing {
                // What was typed here is not to appear in a field that opens with it.
                context.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
            }
        }
    }
    commands
}

fn is(shortcut: egui::KeyboardShortcut, key: Key, modifiers: Modifiers) -> bool {
    shortcut.logical_key == key && modifiers.matches_exact(shortcut.modifiers)
}

/// Enter closes the vote once everybody was called.
fn closing(sitting: &Sitting) -> Option<Command> {
    let is_through = sitting.call.closed().is_none() && sitting.current().is_none();
    (is_through && sitting.clerk == Clerk::First).then_some(Command::Ask(Some(Dialog::Close)))
}

fn command_of(calling: &Calling, sitting: &Sitting, key: Key, modifiers: Modifiers) -> Option<Command> {
    let is = |shortcut| is(shortcut, key, modifiers);
    let is_closed = sitting.call.closed().is_some();
    let ask = |dialog| Some(Command::Ask(Some(dialog)));
    if is(REDO) {
        Some(Command::Record(Deed::Redo(sitting.clerk)))
    } else if is(UNDO) {
        Some(Command::Record(Deed::Undo(sitting.clerk)))
    } else if is(FIND) {
        ask(Dialog::find())
    } else if is(CORRECT) {
        sitting.correction().map(|dialog| Command::Ask(Some(dialog)))
    } else if is(MEMBER) {
        sitting.current().and_then(|member| ask(Dialog::Member { member }))
    } else if is(NEWCOMER) && !is_closed {
        ask(Dialog::Newcomer { name: String::new(), group: None })
    } else if is(CLERK) {
        Some(Command::SwitchClerk)
    } else if is(DIFFERENCES) {
        ask(Dialog::Differences)
    } else if is(MOVE) {
        ask(Dialog::Move { path: sitting.path.display().to_string() })
    } else if is(CLOSE_VOTE) && !is_closed {
        ask(Dialog::Close)
    } else if is(SAVE) && is_closed {
        Some(Command::SaveAll)
    } else if is(GO) && is_closed {
        Some(Command::OpenAsVote)
    } else if is(LEAVE) {
        Some(Command::Leave)
    } else if is(LARGE) {
        Some(Command::LargeType(!calling.preferences.large_type))
    } else if is(TONES) {
        Some(Command::Sound(!calling.preferences.sounds))
    } else if is(CONTRAST) {
        Some(Command::HighContrast(!calling.preferences.high_contrast))
    } else {
        None
    }
}
