//! What is typed after Tab goes where Tab leads.
//!
//! egui moves the focus while it lays a frame out, after the field that had it has taken the text of that frame. Where
//! frames are slower than fingers, the first letters after Tab would stay in the field before: a clerk's name and office
//! would run into each other in the record. So a frame ends with the Tab in it, and the rest waits for the next one.
//!
//! Goes in and comes out: the events of a frame. Must not know: which fields there are.

use egui::{Context, Event, Key, Plugin, RawInput};

/// Holds back what came after a Tab, for one frame.
#[derive(Default)]
pub(super) struct AfterTab {
    held: Vec<Event>,
}

impl Plugin for AfterTab {
    fn debug_name(&self) -> &'static str {
        "what is typed after Tab"
    }

    fn input_hook(&mut self, context: &Context, input: &mut RawInput) {
        let mut events = std::mem::take(&mut self.held);
        events.append(&mut input.events);
        let is_tab = |event: &Event| matches!(event, Event::Key { key: Key::Tab, pressed: true, .. });
        if let Some(tab) = events.iter().position(is_tab) {
            self.held = events.split_off(tab + 1);
        }
        if !self.held.is_empty() {
            context.request_repaint();
        }
        input.events = events;
    }
}

#[cfg(test)]
mod tests {
    use egui::{CentralPanel, Id, Modifiers, TextEdit};

    use super::*;

    #[test]
    fn text_of_one_frame_goes_to_the_fields_that_tab_leads_to() {
        let context = Context::default();
        context.add_plugin(AfterTab::default());
        let mut fields = [String::new(), String::new(), String::new()];
        let mut frame = |events: Vec<Event>| {
            let input = RawInput { events, ..RawInput::default() };
            let mut output = context.run_ui(input, |ui| {
                CentralPanel::default().show(ui, |ui| {
                    for (place, field) in fields.iter_mut().enumerate() {
                        ui.add(TextEdit::singleline(field).id(Id::unique(place)));
                    }
                });
            });
            // Nobody draws it.
            output.textures_delta.clear();
            fields.clone()
        };
        let text = |text: &str| Event::Text(text.to_owned());
        let tab = || Event::Key {
            key: Key::Tab,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        frame(Vec::new());
        context.memory_mut(|memory| memory.request_focus(Id::unique(0)));
        frame(Vec::new());
        frame(vec![text("Kim"), tab(), text("Clerk"), tab(), text("x"), text("y")]);
        frame(Vec::new());
        assert_eq!(frame(vec![text("z")]), ["Kim", "Clerk", "xyz"]);
    }
}
