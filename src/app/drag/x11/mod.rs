//! Dragging out on X11: a connection of its own beside the windowing library's.
//!
//! The windowing library holds the pointer while the button is down, so the pointer is not grabbed but asked for: where it
//! is, which windows lie under it, whether the button is still down. What is said to those windows comes from
//! [`protocol`](super::protocol); what they ask for is answered from the [`Parcel`].
//!
//! Must not know: how the graphic is drawn, what the window shows.

mod selection;

use std::time::{Duration, Instant};

use raw_window_handle::{HasWindowHandle, RawWindowHandle};
use x11rb::atom_manager;
use x11rb::connection::Connection as _;
use x11rb::errors::{ConnectionError, ReplyError, ReplyOrIdError};
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, KeyButMask, PropMode,
    SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use super::icon::Icon;
use super::protocol::{End, Heard, Place, Say, Session, Target, VERSION};
use super::{Carrier, Load, Outcome, Parcel, Reception};
use crate::lang::Message;

/// How often the pointer is looked at: a little oftener than screens are drawn.
const TICK: Duration = Duration::from_millis(8);
/// How long a window may think about whether it would take the file, once the button is up.
const ANSWER: Duration = Duration::from_secs(2);
/// How long it may take to take it, since it last said anything.
const TAKE: Duration = Duration::from_secs(20);
/// Windows lie in each other no deeper than this.
const DEEPEST: usize = 32;

atom_manager! {
    Atoms: AtomsCookie {
        XdndAware,
        XdndProxy,
        XdndSelection,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndLeave,
        XdndDrop,
        XdndFinished,
        XdndActionCopy,
        TARGETS,
        TIMESTAMP,
        UTF8_STRING,
        _NET_WM_NAME,
        URI_LIST: b"text/uri-list",
        CLOCK: b"_HEMICYCLE_CLOCK",
    }
}

/// Carries from a window of X11.
pub(super) struct X11 {
    window: u32,
}

impl X11 {
    /// The carrier of a window, where it is one of X11.
    pub(super) fn of(window: &impl HasWindowHandle) -> Option<Self> {
        match window.window_handle().ok()?.as_raw() {
            RawWindowHandle::Xlib(handle) => Some(Self { window: u32::try_from(handle.window).ok()? }),
            RawWindowHandle::Xcb(handle) => Some(Self { window: handle.window.get() }),
            _ => None,
        }
    }
}

impl Carrier for X11 {
    fn carry(&self, load: &Load, tell: &dyn Fn(Reception)) -> Outcome {
        let mut source = match Source::new(self.window, load.media_type) {
            Ok(source) => source,
            Err(fault) => return Outcome::Failed(fault.message()),
        };
        match source.carry(load, tell) {
            Ok(outcome) => outcome,
            Err(fault) => Outcome::Failed(fault.message()),
        }
    }
}

/// Why the connection does not serve.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error(transparent)]
    Connect(#[from] x11rb::errors::ConnectError),
    #[error(transparent)]
    Connection(#[from] ConnectionError),
    #[error(transparent)]
    Reply(#[from] ReplyError),
    #[error(transparent)]
    Id(#[from] ReplyOrIdError),
    #[error("another program drags at this moment")]
    Taken,
}

impl Fault {
    fn message(&self) -> Message {
        Message::new("error-drag").with("cause", self.to_string())
    }
}

/// An answer that may fail because a window of another program has gone: then there is none.
fn of_others<T>(reply: Result<T, ReplyError>) -> Result<Option<T>, ConnectionError> {
    match reply {
        Ok(reply) => Ok(Some(reply)),
        Err(ReplyError::X11Error(_)) => Ok(None),
        Err(ReplyError::ConnectionError(fault)) => Err(fault),
    }
}

/// One drag.
struct Source {
    connection: RustConnection,
    atoms: Atoms,
    /// The type of the file.
    media_type: Atom,
    root: u32,
    /// A hidden window, which speaks and is spoken to.
    window: u32,
    /// The window that the drag comes from.
    own: u32,
    icon: Option<Icon>,
    session: Session,
    parcel: Option<Parcel>,
    /// Questions for the file from before it was there.
    waiting: Vec<SelectionRequestEvent>,
    /// The server's time.
    now: u32,
    /// The time since when the selection is ours.
    since: u32,
    /// When the target last said anything, or the button went up.
    heard: Instant,
}

impl Source {
    fn new(own: u32, media_type: &str) -> Result<Self, Fault> {
        let (connection, screen) = RustConnection::connect(None)?;
        let root = connection.setup().roots[screen].root;
        let atoms = Atoms::new(&connection)?.reply()?;
        let media_type = connection.intern_atom(false, media_type.as_bytes())?.reply()?.atom;
        let window = connection.generate_id()?;
        let aux = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE).override_redirect(1);
        let class = WindowClass::INPUT_ONLY;
        connection.create_window(0, window, root, -10, -10, 1, 1, 0, class, x11rb::COPY_FROM_PARENT, &aux)?;
        let mut source = Self {
            connection,
            atoms,
            media_type,
            root,
            window,
            own,
            icon: None,
            session: Session::new(),
            parcel: None,
            waiting: Vec::new(),
            now: x11rb::CURRENT_TIME,
            since: x11rb::CURRENT_TIME,
            heard: Instant::now(),
        };
        source.own_selection()?;
        Ok(source)
    }

    /// Makes the selection of drags ours, from the time that the server says it is.
    fn own_selection(&mut self) -> Result<(), Fault> {
        self.ask_the_time()?;
        // The answer is there once that of a later question is.
        self.connection.sync()?;
        while let Some(event) = self.connection.poll_for_event()? {
            if let Event::PropertyNotify(event) = event {
                self.now = event.time;
            }
        }
        self.since = self.now;
        let selection = self.atoms.XdndSelection;
        self.connection.set_selection_owner(self.window, selection, self.since)?;
        let owner = self.connection.get_selection_owner(selection)?.reply()?.owner;
        if owner == self.window { Ok(()) } else { Err(Fault::Taken) }
    }

    /// The server tells its time with every change of a property.
    fn ask_the_time(&self) -> Result<(), ConnectionError> {
        let (clock, kind) = (self.atoms.CLOCK, AtomEnum::INTEGER);
        self.connection.change_property8(PropMode::APPEND, self.window, clock, kind, &[])?;
        Ok(())
    }

    fn carry(&mut self, load: &Load, tell: &dyn Fn(Reception)) -> Result<Outcome, Fault> {
        let mut told = Reception::Nothing;
        loop {
            while let Some(event) = self.connection.poll_for_event()? {
                self.take(&event)?;
            }
            if let Some(fault) = self.receive(load)? {
                self.hear(Heard::Cancelled)?;
                return Ok(Outcome::Failed(fault));
            }
            if load.cancel.is_cancelled() {
                self.hear(Heard::Cancelled)?;
            }
            if self.session.is_carried() {
                self.follow()?;
            } else {
                // Nothing is in the hand any more.
                if let Some(icon) = self.icon.take() {
                    icon.remove(&self.connection)?;
                }
                let patience = if self.session.is_dropped() { TAKE } else { ANSWER };
                if self.heard.elapsed() > patience {
                    self.hear(Heard::Silence)?;
                }
            }
            self.connection.flush()?;
            if let Some(end) = self.session.end() {
                return self.outcome(end);
            }
            let reception = self.session.reception();
            if reception != told {
                told = reception;
                tell(reception);
            }
            std::thread::sleep(TICK);
        }
    }

    /// Takes the file once it is made, and answers what asked for it; or why it cannot be made.
    fn receive(&mut self, load: &Load) -> Result<Option<Message>, Fault> {
        use std::sync::mpsc::TryRecvError;
        if self.parcel.is_some() {
            return Ok(None);
        }
        match load.parcel.try_recv() {
            Ok(Ok(parcel)) => {
                if let Some(picture) = parcel.thumbnail.as_ref().filter(|_| self.session.is_carried()) {
                    self.icon = Icon::new(&self.connection, self.root, picture)?;
                }
                self.parcel = Some(parcel);
                for request in std::mem::take(&mut self.waiting) {
                    self.answer(&request)?;
                }
                Ok(None)
            }
            Ok(Err(fault)) => Ok(Some(fault)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Ok(Some(Message::new("error-drag-no-file"))),
        }
    }

    /// Looks where the pointer is and whether the button is down.
    fn follow(&mut self) -> Result<(), Fault> {
        let pointer = self.connection.query_pointer(self.root)?.reply()?;
        let at = [pointer.root_x, pointer.root_y];
        if let Some(icon) = &mut self.icon {
            icon.move_to(&self.connection, at)?;
        }
        let place = self.place()?;
        self.ask_the_time()?;
        self.hear(Heard::At(place, at))?;
        if !pointer.mask.contains(KeyButMask::BUTTON1) {
            self.heard = Instant::now();
            self.hear(Heard::Released)?;
        }
        Ok(())
    }

    /// What is under the pointer: the outermost window there that takes drops, which is where window managers and
    /// toolkits leave the word.
    fn place(&self) -> Result<Place, ConnectionError> {
        let mut window = self.root;
        for _ in 0..DEEPEST {
            let reply = of_others(self.connection.query_pointer(window)?.reply())?;
            let Some(child) = reply.map(|reply| reply.child).filter(|&child| child != x11rb::NONE) else {
                break;
            };
            if child == self.own {
                return Ok(Place::Own);
            }
            if let Some(target) = self.target(child)? {
                return Ok(Place::Target(target));
            }
            window = child;
        }
        // A desktop that is drawn behind all windows may have left the word on the root.
        Ok(self.target(self.root)?.map_or(Place::Nothing, Place::Target))
    }

    /// A window as a target, where it or the window that stands in for it says that it takes drops.
    fn target(&self, window: u32) -> Result<Option<Target>, ConnectionError> {
        let proxy = self.number(window, self.atoms.XdndProxy, AtomEnum::WINDOW)?;
        // A window that has died leaves its name behind; one that lives says its own.
        let proxy = match proxy {
            Some(proxy) if self.number(proxy, self.atoms.XdndProxy, AtomEnum::WINDOW)? == Some(proxy) => {
                Some(proxy)
            }
            _ => None,
        };
        let mailbox = proxy.unwrap_or(window);
        let version = self.number(mailbox, self.atoms.XdndAware, AtomEnum::ATOM)?;
        Ok(version.and_then(|version| Target::new(window, mailbox, version)))
    }

    /// The first number of a property of a window that may be another program's.
    fn number(&self, window: u32, property: Atom, kind: AtomEnum) -> Result<Option<u32>, ConnectionError> {
        let reply = self.connection.get_property(false, window, property, kind, 0, 1)?.reply();
        Ok(of_others(reply)?.and_then(|reply| reply.value32()?.next()))
    }

    fn hear(&mut self, heard: Heard) -> Result<(), ConnectionError> {
        for said in self.session.hear(heard) {
            self.say(said)?;
        }
        Ok(())
    }

    fn say(&mut self, said: Say) -> Result<(), ConnectionError> {
        let atoms = self.atoms;
        let (target, kind, data) = match said {
            Say::Enter(target) => {
                let version = u32::from(target.version.min(VERSION)) << 24;
                (target, atoms.XdndEnter, [version, atoms.URI_LIST, self.media_type, 0])
            }
            Say::Position(target, [x, y]) => {
                let place = (u32::from(x as u16) << 16) | u32::from(y as u16);
                (target, atoms.XdndPosition, [0, place, self.now, atoms.XdndActionCopy])
            }
            Say::Leave(target) => (target, atoms.XdndLeave, [0; 4]),
            Say::Drop(target) => {
                self.heard = Instant::now();
                (target, atoms.XdndDrop, [0, self.now, 0, 0])
            }
        };
        let data = [self.window, data[0], data[1], data[2], data[3]];
        let event = ClientMessageEvent::new(32, target.window, kind, data);
        self.connection.send_event(false, target.mailbox, EventMask::NO_EVENT, event)?;
        Ok(())
    }

    /// Takes in what the server brings. Requests about windows that have gone meanwhile fail, which is no fault.
    fn take(&mut self, event: &Event) -> Result<(), Fault> {
        match event {
            Event::PropertyNotify(event) => self.now = event.time,
            Event::ClientMessage(message) => {
                let data = message.data.as_data32();
                let (window, says_yes) = (data[0], data[1] & 1 == 1);
                if message.type_ == self.atoms.XdndStatus {
                    self.heard = Instant::now();
                    self.hear(Heard::Status { window, accepts: says_yes })?;
                } else if message.type_ == self.atoms.XdndFinished {
                    // Whether it was taken is said from version 5 on.
                    let accepted = says_yes || self.session.version() < VERSION;
                    self.hear(Heard::Finished { window, accepted })?;
                }
            }
            Event::SelectionRequest(request) => {
                self.heard = Instant::now();
                self.answer(request)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn outcome(&self, end: End) -> Result<Outcome, Fault> {
        Ok(match end {
            End::Taken(target) => Outcome::Taken(self.title(target.window)?),
            End::Unanswered(target) => Outcome::Unanswered(self.title(target.window)?),
            End::NotTaken => Outcome::NotTaken,
            End::Cancelled => Outcome::Cancelled,
        })
    }

    /// What a window calls itself.
    fn title(&self, window: u32) -> Result<Option<String>, ConnectionError> {
        let (name, kind) = (self.atoms._NET_WM_NAME, self.atoms.UTF8_STRING);
        let reply = of_others(self.connection.get_property(false, window, name, kind, 0, 64)?.reply())?;
        let title = reply.map(|reply| String::from_utf8_lossy(&reply.value).trim().to_owned());
        Ok(title.filter(|title| !title.is_empty()))
    }
}
