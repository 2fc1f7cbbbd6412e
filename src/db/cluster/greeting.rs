//! Asking a server whether it lets clients in, in the first words of PostgreSQL's protocol.
//!
//! A server that recovers from a crash or is about to stop answers too, but refuses.

use std::{
    io::{self, Read, Write},
    os::unix::net::UnixStream,
    time::Duration,
};

const PROTOCOL_VERSION: u32 = 3 << 16;

/// The message that ends a conversation: its letter and its length.
const GOODBYE: [u8; 5] = [b'X', 0, 0, 0, 4];

/// The error code of a server that cannot let anyone in just now.
const CANNOT_CONNECT_NOW: &[u8] = b"57P03";

/// How long a healthy server may take to reply.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether the server at the other end lets `user` in.
pub(super) fn is_welcome(stream: UnixStream, user: &str) -> bool {
    reply(stream, user).is_ok_and(|reply| {
        !reply.is_empty() && !reply.windows(CANNOT_CONNECT_NOW.len()).any(|part| part == CANNOT_CONNECT_NOW)
    })
}

fn reply(mut stream: UnixStream, user: &str) -> io::Result<Vec<u8>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    // The goodbye goes along, so that the server finds no broken connection to log.
    stream.write_all(&[greeting(user).as_slice(), &GOODBYE].concat())?;
    let mut reply = Vec::new();
    match stream.read_to_end(&mut reply) {
        // A server that refuses hangs up without reading the goodbye.
        Err(error) if error.kind() == io::ErrorKind::ConnectionReset => Ok(reply),
        result => result.map(|_| reply),
    }
}

/// A length that counts itself, the version, and pairs of names and values.
fn greeting(user: &str) -> Vec<u8> {
    let pairs = format!("user\0{user}\0database\0postgres\0\0");
    let length = u32::try_from(pairs.len() + 8).unwrap_or(u32::MAX);
    let mut message = length.to_be_bytes().to_vec();
    message.extend(PROTOCOL_VERSION.to_be_bytes());
    message.extend(pairs.bytes());
    message
}

#[cfg(test)]
mod tests {
    use super::greeting;

    #[test]
    fn a_greeting_counts_its_own_length() {
        let message = greeting("polder");
        assert_eq!(message.len(), 39);
        assert_eq!(message[..8], [0, 0, 0, 39, 0, 3, 0, 0]);
    }
}
