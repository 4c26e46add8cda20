//! What a target asks for, and gets: the file's address, or its bytes.

use x11rb::connection::RequestConnection as _;
use x11rb::errors::ConnectionError;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt as _, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    SelectionRequestEvent,
};
use x11rb::wrapper::ConnectionExt as _;

use super::{Fault, Source};

/// What a request needs beside the bytes that it carries.
const REQUEST_ROOM: usize = 64;

impl Source {
    /// Gives what was asked for, or keeps the question until the file is there.
    pub(super) fn answer(&mut self, request: &SelectionRequestEvent) -> Result<(), Fault> {
        let is_file = request.target == self.atoms.URI_LIST || request.target == self.media_type;
        if is_file && self.parcel.is_none() {
            self.waiting.push(*request);
            return Ok(());
        }
        // Old programs leave the property to us.
        let property = if request.property == x11rb::NONE { request.target } else { request.property };
        let is_given = self.give(request, property)?;
        let event = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property: if is_given { property } else { x11rb::NONE },
        };
        self.connection.send_event(false, request.requestor, EventMask::NO_EVENT, event)?;
        Ok(())
    }

    /// Writes what was asked for where it was asked for; false where there is no such thing.
    fn give(&self, request: &SelectionRequestEvent, property: Atom) -> Result<bool, ConnectionError> {
        let (atoms, target, requestor) = (self.atoms, request.target, request.requestor);
        let connection = &self.connection;
        if target == atoms.TARGETS {
            let targets = [atoms.TARGETS, atoms.TIMESTAMP, atoms.URI_LIST, self.media_type];
            connection.change_property32(PropMode::REPLACE, requestor, property, AtomEnum::ATOM, &targets)?;
            return Ok(true);
        }
        if target == atoms.TIMESTAMP {
            let (kind, since) = (AtomEnum::INTEGER, [self.since]);
            connection.change_property32(PropMode::REPLACE, requestor, property, kind, &since)?;
            return Ok(true);
        }
        let Some(parcel) = &self.parcel else { return Ok(false) };
        let list = parcel.uri_list();
        let bytes = if target == atoms.URI_LIST {
            list.as_bytes()
        } else if target == self.media_type {
            &parcel.bytes
        } else {
            return Ok(false);
        };
        // What does not fit into one request is taken from the file.
        if bytes.len() + REQUEST_ROOM > connection.maximum_request_bytes() {
            return Ok(false);
        }
        connection.change_property8(PropMode::REPLACE, requestor, property, target, bytes)?;
        Ok(true)
    }
}
