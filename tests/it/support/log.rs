//! What the program logs while a test runs.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use tracing::subscriber::DefaultGuard;

/// The lines of one test, as long as it is kept.
pub struct Log {
    lines: Lines,
    _guards: (tracing::Dispatch, DefaultGuard),
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("not poisoned").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Keeps what is logged from now on, in this thread.
    pub fn keep() -> Self {
        // With a single subscriber a line that another thread reaches first is switched off for good; with two it is not.
        let second = tracing::Dispatch::new(tracing_subscriber::registry());
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::INFO)
            .with_writer(move || writer.clone());
        Self { lines, _guards: (second, tracing::subscriber::set_default(subscriber.finish())) }
    }

    /// How many lines hold this.
    pub fn count(&self, text: &str) -> usize {
        let bytes = self.lines.0.lock().expect("not poisoned").clone();
        String::from_utf8_lossy(&bytes).lines().filter(|line| line.contains(text)).count()
    }
}
