//! A program that is running, and stops when nobody holds it any more: also when a test panics.

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long a program may take to say that it is ready.
const START: Duration = Duration::from_secs(90);
/// How long it may take to stop before it is made to.
const STOP: Duration = Duration::from_secs(20);

/// A program that is running.
pub struct Process(Child);

impl Process {
    /// Starts it, and waits for a line on its standard output in which `ready` finds what it looks for.
    ///
    /// # Errors
    /// When it does not start, ends, or is not ready in time.
    pub fn start(command: &mut Command, ready: impl Fn(&str) -> Option<String>) -> Result<(Self, String)> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context(name.clone())?;
        let output = child.stdout.take().context("its output")?;
        let process = Self(child);
        let (send, lines) = mpsc::channel();
        // Reads on after the program is ready, so that it never waits for somebody to read.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        let end = Instant::now() + START;
        loop {
            match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(found) = ready(&line) {
                        return Ok((process, found));
                    }
                }
                Err(mpsc::RecvTimeoutError::Timeout) => bail!("{name} was not ready in time"),
                Err(mpsc::RecvTimeoutError::Disconnected) => bail!("{name} ended before it was ready"),
            }
        }
    }

    fn has_ended_by(&mut self, end: Instant) -> bool {
        while Instant::now() < end {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if !matches!(self.0.try_wait(), Ok(None)) {
            return;
        }
        let _ = kill_process(Pid::from_child(&self.0), Signal::TERM);
        if !self.has_ended_by(Instant::now() + STOP) {
            let _ = self.0.kill();
        }
        let _ = self.0.wait();
    }
}
