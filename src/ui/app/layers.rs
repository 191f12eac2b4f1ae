//! The stack: screens, and overlays above the top one. Bounded.

use crate::domain::id::PersonId;
use crate::ui::effect::Slot;
use crate::ui::layer::Layer;
use crate::ui::screen::Screen;

/// Most screens at once; the deepest real path is home, caseload, file, form.
pub const MOST_SCREENS: usize = 16;
/// Most overlays at once.
pub const MOST_OVERLAYS: usize = 8;

/// A layer, for as long as it lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LayerId(u64);

struct Opened {
    id: LayerId,
    screen: Box<dyn Screen>,
}

struct Above {
    id: LayerId,
    opener: Option<(LayerId, Slot)>,
    overlay: Box<dyn Layer>,
}

/// The stack of layers.
#[derive(Default)]
pub(super) struct Layers {
    screens: Vec<Opened>,
    overlays: Vec<Above>,
    last_id: u64,
}

impl Layers {
    pub(super) fn is_full(&self) -> bool {
        self.screens.len() >= MOST_SCREENS || self.overlays.len() >= MOST_OVERLAYS
    }

    pub(super) fn push(&mut self, screen: Box<dyn Screen>) -> LayerId {
        let id = self.next_id();
        self.screens.push(Opened { id, screen });
        id
    }

    /// Opens an overlay that replies to `opener`, or to nobody when the app opens it by itself.
    pub(super) fn open(&mut self, opener: Option<(LayerId, Slot)>, overlay: Box<dyn Layer>) {
        let id = self.next_id();
        self.overlays.push(Above { id, opener, overlay });
    }

    /// Closes an overlay and those above it; says to whom it replies.
    pub(super) fn close_overlay(&mut self, id: LayerId) -> Option<(LayerId, Slot)> {
        let at = self.overlays.iter().position(|above| above.id == id)?;
        self.overlays.drain(at..).next()?.opener
    }

    /// Closes a screen and everything above it. The first one stays.
    pub(super) fn close_screen(&mut self, id: LayerId) -> bool {
        let at = self.screens.iter().position(|opened| opened.id == id);
        let Some(at) = at.filter(|at| *at > 0) else { return false };
        self.screens.truncate(at);
        self.overlays.clear();
        true
    }

    pub(super) fn is_overlay(&self, id: LayerId) -> bool {
        self.overlays.iter().any(|above| above.id == id)
    }

    pub(super) fn clear(&mut self) {
        self.screens.clear();
        self.overlays.clear();
    }

    pub(super) fn has_overlay(&self) -> bool {
        !self.overlays.is_empty()
    }

    pub(super) fn screen_count(&self) -> usize {
        self.screens.len()
    }

    pub(super) fn first_id(&self) -> Option<LayerId> {
        self.screens.first().map(|opened| opened.id)
    }

    /// The screen just above the first one.
    pub(super) fn second_id(&self) -> Option<LayerId> {
        self.screens.get(1).map(|opened| opened.id)
    }

    pub(super) fn top_screen_id(&self) -> Option<LayerId> {
        self.screens.last().map(|opened| opened.id)
    }

    pub(super) fn top_id(&self) -> Option<LayerId> {
        self.overlays.last().map(|above| above.id).or_else(|| self.top_screen_id())
    }

    pub(super) fn top(&self) -> Option<&dyn Layer> {
        let overlay = self.overlays.last().map(|above| above.overlay.as_ref());
        overlay.or_else(|| self.top_screen().map(|screen| screen as &dyn Layer))
    }

    pub(super) fn top_screen(&self) -> Option<&dyn Screen> {
        self.screens.last().map(|opened| opened.screen.as_ref())
    }

    pub(super) fn top_screen_mut(&mut self) -> Option<&mut (dyn Screen + 'static)> {
        self.screens.last_mut().map(|opened| opened.screen.as_mut())
    }

    pub(super) fn get_mut(&mut self, id: LayerId) -> Option<&mut (dyn Layer + 'static)> {
        match self.overlays.iter().position(|above| above.id == id) {
            Some(at) => self.overlays.get_mut(at).map(|above| above.overlay.as_mut()),
            None => {
                let opened = self.screens.iter_mut().find(|opened| opened.id == id)?;
                Some(opened.screen.as_mut())
            }
        }
    }

    /// Every layer from `id` up: what closing it would close.
    pub(super) fn above_mut(&mut self, id: LayerId) -> impl Iterator<Item = &mut dyn Layer> {
        let screens = self.screens.iter().position(|opened| opened.id == id);
        let overlays = self.overlays.iter().position(|above| above.id == id);
        let first_screen = screens.unwrap_or(self.screens.len());
        let first_overlay = if screens.is_some() { 0 } else { overlays.unwrap_or(self.overlays.len()) };
        let screens = self.screens[first_screen..].iter_mut().map(|opened| opened.screen.as_mut() as _);
        let overlays = self.overlays[first_overlay..].iter_mut().map(|above| above.overlay.as_mut() as _);
        screens.chain(overlays)
    }

    /// Every layer, lowest first.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut dyn Layer> {
        let screens = self.screens.iter_mut().map(|opened| opened.screen.as_mut() as _);
        screens.chain(self.overlays.iter_mut().map(|above| above.overlay.as_mut() as _))
    }

    /// The screen on top and what stands above it.
    pub(super) fn seen_mut(&mut self) -> impl Iterator<Item = &mut dyn Layer> {
        let screen = self.screens.last_mut().map(|opened| opened.screen.as_mut() as _);
        screen.into_iter().chain(self.overlays.iter_mut().map(|above| above.overlay.as_mut() as _))
    }

    pub(super) fn screens(&self) -> impl Iterator<Item = &dyn Screen> {
        self.screens.iter().map(|opened| opened.screen.as_ref())
    }

    pub(super) fn overlays(&self) -> impl Iterator<Item = &dyn Layer> {
        self.overlays.iter().map(|above| above.overlay.as_ref())
    }

    /// Whose file the top screen is about.
    pub(super) fn subject(&self) -> Option<PersonId> {
        self.screens().filter_map(Screen::subject).last()
    }

    fn next_id(&mut self) -> LayerId {
        self.last_id += 1;
        LayerId(self.last_id)
    }
}
