//! The program itself, in a terminal: what is promised is replayed key by key.

mod demo;
mod drafts;
mod entry;
mod first_run;
mod guide;
mod kit;
mod life;
mod plain;
mod refusals;
mod screen;
mod terminal;
mod terms_check;
mod terms_end;
mod terms_keymap;
mod terms_keys;
mod terms_kinds;
mod terms_link;
