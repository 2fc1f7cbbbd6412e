//! Closing the listener without losing a client that is already on its way in.

use std::io;

use tokio::net::TcpListener;

/// Lets no new client in, while those whose handshake has begun may still finish it and be
/// accepted.
///
/// Closing a listener resets every connection that the kernel has made but we have not accepted,
/// and their requests are lost. So the kernel is told first to drop packets with the SYN flag, as
/// if they were lost on the way: such a client tries again after a second and finds the next
/// process or a closed port. The program is one for the kernel's classic packet filter, which sees
/// TCP packets from their TCP header on (<https://docs.kernel.org/networking/filter.html>); the
/// flags are that header's byte 13 (RFC 9293, section 3.1).
///
/// # Errors
/// What the kernel says to `SO_ATTACH_FILTER`.
#[cfg(target_os = "linux")]
pub(super) fn close(listener: &TcpListener) -> io::Result<()> {
    use socket2::{SockFilter, SockRef};

    const LOAD_BYTE: u16 = 0x30;
    const JUMP_IF_SET: u16 = 0x45;
    const RETURN: u16 = 0x06;
    const FLAGS: u32 = 13;
    const SYN: u32 = 0x02;
    SockRef::from(listener).attach_filter(&[
        SockFilter::new(LOAD_BYTE, 0, 0, FLAGS),
        SockFilter::new(JUMP_IF_SET, 0, 1, SYN),
        SockFilter::new(RETURN, 0, 0, 0),
        SockFilter::new(RETURN, 0, 0, u32::MAX),
    ])
}

/// Elsewhere the few clients that connect in the moment of closing are lost.
#[cfg(not(target_os = "linux"))]
pub(super) fn close(_: &TcpListener) -> io::Result<()> {
    Ok(())
}
