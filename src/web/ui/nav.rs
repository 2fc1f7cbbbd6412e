//! Ways through the site: where a page stands, and the views beside it.

/// A link with words: a station of the breadcrumb, an entry of a menu.
#[derive(Clone, Debug)]
pub struct Link {
    pub text: String,
    pub address: String,
}

impl Link {
    /// A link.
    pub fn new(text: impl ToString, address: impl Into<String>) -> Self {
        Self { text: text.to_string(), address: address.into() }
    }
}

/// One of several views of the same thing, each with an address of its own.
#[derive(Clone, Debug)]
pub struct Tab {
    pub text: String,
    pub address: String,
    /// How many things are in it, if that is known.
    pub count: Option<i64>,
    pub is_current: bool,
}
