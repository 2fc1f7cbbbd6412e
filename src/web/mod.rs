//! The floor between HTTP and the rooms: routes and their doors, the request's frame (who asks, in which language,
//! what became of it), forms, pages, Markdown, static files, the server loop.

pub mod again;
pub mod assets;
pub mod characters;
pub mod cookies;
pub mod cx;
pub mod even;
pub mod flash;
pub mod form;
pub mod frame;
pub mod guard;
pub mod headers;
pub mod later;
pub mod log;
pub mod markdown;
pub mod network;
pub mod page;
pub mod paging;
pub mod path;
pub mod preview;
pub mod problem;
pub mod query;
pub mod routes;
pub mod rules;
pub mod server;
pub mod slug;
pub mod theme;
pub mod ui;
