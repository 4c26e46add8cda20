//! What happens to members while the roll is called: late, replaced, spoken for, in the chair, not on the roster.

use egui::{Button, ComboBox, Ui};

use super::command::Command;
use super::dialog::Dialog;
use super::dialogs::{Answer, agree, choose, field, title};
use super::scribe::Deed;
use super::sitting::Sitting;
use crate::lang::{Lang, Message};
use crate::record::{Event, MemberEntry, MemberNumber};

/// What happened to a member: one button each; what cannot happen now is not offered.
pub(super) fn happened(ui: &mut Ui, member: MemberNumber, sitting: &Sitting, lang: Lang) -> Answer {
    title(ui, sitting.name(member));
    let call = &sitting.expected;
    let desk = call.desks().get(member.place());
    let is_in_chair = call.chair() == Some(member);
    let unanswered = desk.is_some_and(|desk| desk.answer.is_none()) && call.closed().is_none();
    let can = |event: &Event| call.check(event).is_ok();
    let record = |event: Event| Command::Record(Deed::Event(event));
    let ask = |dialog: Dialog| Command::Ask(Some(dialog));
    let arrived = Event::Arrived { member };
    let presides = Event::Presides { member: Some(member) };
    let leaves = Event::Presides { member: None };
    let withdrawn = Event::ProxyWithdrawn { from: member };
    let replace = Dialog::Replace { member, name: String::new(), reason: String::new() };
    let proxy = Dialog::Proxy { member, text: String::new(), chosen: 0 };
    let correct = Dialog::Correct { member, position: None, reason: String::new() };
    let has_proxy = desk.is_some_and(|desk| desk.proxy.is_some());
    let mut answer = Answer::Stay;
    for (key, is_offered, command) in [
        ("calling-arrived", can(&arrived), record(arrived.clone())),
        ("calling-presides", !is_in_chair && can(&presides), record(presides.clone())),
        ("calling-leaves-chair", is_in_chair && can(&leaves), record(leaves.clone())),
        ("calling-replace", unanswered, ask(replace)),
        ("calling-proxy", unanswered && !has_proxy && call.opening().conduct.proxies > 0, ask(proxy)),
        ("calling-proxy-withdrawn", can(&withdrawn), record(withdrawn.clone())),
        ("calling-correct", desk.is_some_and(|desk| desk.answer.is_some()), ask(correct)),
        ("calling-call-now", unanswered, Command::GoTo(Some(member))),
    ] {
        let button = Button::new(lang.text(key)).min_size(egui::vec2(ui.available_width(), 30.0));
        if !is_offered {
            continue;
        }
        let response = ui.add(button);
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            answer = Answer::Do(command);
        }
    }
    ui.add_space(8.0);
    if ui.button(lang.text("button-cancel")).clicked() {
        return Answer::Back;
    }
    answer
}

/// Who sits in a member's place.
pub(super) fn replace(
    ui: &mut Ui,
    member: MemberNumber,
    name: &mut String,
    reason: &mut String,
    sitting: &Sitting,
    lang: Lang,
) -> Answer {
    title(ui, Message::new("calling-replace-title").with("name", sitting.name(member)).text(lang));
    field(ui, name, "calling-new-name", lang, true);
    ui.add_space(4.0);
    field(ui, reason, "calling-reason", lang, false);
    let is_ready = !name.trim().is_empty() && !reason.trim().is_empty();
    match agree(ui, "calling-replace-do", is_ready, lang) {
        Some(true) => {
            let (name, reason) = (name.trim().to_owned(), reason.trim().to_owned());
            Answer::Do(Command::Record(Deed::Event(Event::Replaced { member, name, reason })))
        }
        Some(false) => Answer::Back,
        None => Answer::Stay,
    }
}

/// Who speaks a member's vote.
pub(super) fn proxy(
    ui: &mut Ui,
    member: MemberNumber,
    text: &mut String,
    chosen: &mut usize,
    sitting: &Sitting,
    lang: Lang,
) -> Answer {
    title(ui, Message::new("calling-proxy-title").with("name", sitting.name(member)).text(lang));
    match choose(ui, text, chosen, sitting, lang) {
        Some(to) => Answer::Do(Command::Record(Deed::Event(Event::ProxyGiven { from: member, to }))),
        None => Answer::Stay,
    }
}

/// Somebody who is not on the roster.
pub(super) fn newcomer(
    ui: &mut Ui,
    name: &mut String,
    group: &mut Option<u16>,
    sitting: &Sitting,
    lang: Lang,
) -> Answer {
    title(ui, lang.text("calling-newcomer-title"));
    field(ui, name, "calling-new-name", lang, true);
    let parties = sitting.call.parties();
    if !parties.is_empty() {
        ui.add_space(4.0);
        let shown = group.and_then(|place| parties.get(usize::from(place)));
        let none = lang.text("no-party");
        let shown = shown.map_or_else(|| none.clone(), |party| party.name.clone());
        let combo =
            ComboBox::from_id_salt("newcomer group").width(300.0).selected_text(shown).show_ui(ui, |ui| {
                ui.selectable_value(group, None, none);
                for (place, party) in parties.iter().enumerate() {
                    ui.selectable_value(group, u16::try_from(place).ok(), &party.name);
                }
            });
        combo.response.accessible_name(lang.text("calling-group"));
    }
    match agree(ui, "calling-newcomer-do", !name.trim().is_empty(), lang) {
        Some(true) => {
            let member =
                MemberEntry { name: name.trim().to_owned(), party: *group, ..MemberEntry::default() };
            Answer::Do(Command::Record(Deed::Event(Event::Joined { member })))
        }
        Some(false) => Answer::Back,
        None => Answer::Stay,
    }
}
