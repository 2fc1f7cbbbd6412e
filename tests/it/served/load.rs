//! Under load, and among slow clients.

use super::program::{Folder, Served, ask, holds_file, until};
use rustix::process::{Resource, Rlimit, Signal, getrlimit, prlimit};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Slow clients; 400 by hand with `SLOW_CLIENTS=400`.
fn slow_clients() -> usize {
    std::env::var("SLOW_CLIENTS").ok().and_then(|number| number.parse().ok()).unwrap_or(100)
}

#[test]
fn pages_answer_mail_leaves_and_stopping_under_load_cuts_no_request() {
    let folder = Folder::new();
    let mut served = Served::start(&folder);
    for path in ["/", "/articles", "/articles/supplier-remote-access", "/events", "/partners", "/join", "/health"] {
        let page = served.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.has_header("X-Content-Type-Options: nosniff"), "{path}");
    }
    let asked = super::program::form("/account/new-link", "", &[("email", "sam@kestrel.example")]);
    assert_eq!(served.ask(&asked).expect("an answer").status, 303);
    until("the mail", Duration::from_secs(10), || holds_file(&folder.data().join("mail"), ".eml"));

    let (answered, cut, over) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let stopped = std::thread::scope(|scope| {
        for client in 0..8 {
            let (answered, cut, over, address) = (&answered, &cut, &over, served.address);
            scope.spawn(move || {
                let path = ["/", "/articles", "/articles/supplier-remote-access", "/join/sent"][client % 4];
                while !over.load(Ordering::Relaxed) {
                    match load(address, path) {
                        Outcome::Answered => answered.fetch_add(1, Ordering::Relaxed),
                        Outcome::Cut => cut.fetch_add(1, Ordering::Relaxed),
                        Outcome::Closed => return,
                    };
                }
            });
        }
        std::thread::sleep(Duration::from_secs(2));
        let begun = Instant::now();
        served.signal(Signal::TERM);
        assert!(served.ended(), "it ends well");
        over.store(true, Ordering::Relaxed);
        begun.elapsed()
    });
    let (answered, cut) = (answered.into_inner(), cut.into_inner());
    println!("{answered} answers, {cut} cut, stopped in {stopped:?}");
    assert!(answered > 50, "{answered}");
    assert_eq!(cut, 0, "of {answered}");
    assert!(stopped < Duration::from_secs(20), "{stopped:?}");
    assert!(folder.postgres().is_empty(), "the database is stopped as well");
}

enum Outcome {
    Answered,
    /// Sent, and not answered.
    Cut,
    /// Nobody listens any more.
    Closed,
}

fn load(address: SocketAddr, path: &str) -> Outcome {
    let Ok(mut stream) = TcpStream::connect_timeout(&address, Duration::from_millis(500)) else {
        return Outcome::Closed;
    };
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let mut answer = Vec::new();
    let done = stream.write_all(request.as_bytes()).and_then(|()| stream.read_to_end(&mut answer));
    let whole = answer.starts_with(b"HTTP/1.1 200") && String::from_utf8_lossy(&answer).trim_end().ends_with("</html>");
    if done.is_ok() && whole { Outcome::Answered } else { Outcome::Cut }
}

#[test]
fn slow_clients_are_cut_while_others_are_served_in_milliseconds() {
    let folder = Folder::new();
    let served = Served::start(&folder);
    let begun = Instant::now();
    let mut slow = Vec::new();
    for number in 0..slow_clients() {
        let mut stream = TcpStream::connect(served.address).expect("a connection");
        // Half of them begin a request, half a form.
        let start = if number % 2 == 0 {
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: "
        } else {
            "POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n"
        };
        stream.write_all(start.as_bytes()).expect("it is taken");
        stream.set_nonblocking(true).expect("it can be asked without waiting");
        slow.push(stream);
    }
    let mut times = Vec::new();
    let mut next_drip = Instant::now();
    while !slow.is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(40), "{} are still there", slow.len());
        if Instant::now() >= next_drip {
            next_drip += Duration::from_secs(1);
            slow.retain_mut(is_open);
        }
        let page = ask(served.address, super::program::PLAIN);
        let page = page.expect("an answer");
        assert_eq!(page.status, 200);
        times.push(page.took);
        std::thread::sleep(Duration::from_millis(20));
    }
    times.sort();
    let (median, p99, last) = (times[times.len() / 2], times[times.len() * 99 / 100], times[times.len() - 1]);
    println!(
        "{} slow clients gone after {:?}; others: median {median:?}, p99 {p99:?}, slowest {last:?}",
        slow_clients(),
        begun.elapsed()
    );
    assert!(median < Duration::from_millis(50), "{median:?}");
}

/// Sends one more byte; false if the other side has closed.
fn is_open(stream: &mut TcpStream) -> bool {
    let mut answer = [0; 4096];
    let read = stream.read(&mut answer);
    let waits = read.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock);
    (waits || read.is_ok_and(|count| count > 0)) && stream.write_all(b"y").is_ok()
}

#[test]
fn without_file_descriptors_the_site_waits_without_spinning_and_recovers() {
    let folder = Folder::new();
    let served = Served::start(&folder);
    assert_eq!(served.get("/articles").status, 200);
    let open = std::fs::read_dir(format!("/proc/{}/fd", served.pid().as_raw_nonzero())).expect("its files").count();
    let maximum = getrlimit(Resource::Nofile).maximum;
    let limit = |files: u64| Rlimit { current: Some(files), maximum };
    let few = limit(u64::try_from(open).expect("a few") + 10);
    prlimit(Some(served.pid()), Resource::Nofile, few).expect("a limit");

    let hogs: Vec<_> = (0..100).map(|_| TcpStream::connect(served.address).expect("a connection")).collect();
    std::thread::sleep(Duration::from_millis(300));
    let before = ticks(&served);
    std::thread::sleep(Duration::from_secs(1));
    let used = ticks(&served) - before;
    assert!(used < 30, "{used} hundredths of a second of processor time in one second");
    drop(hogs);
    until("an answer", Duration::from_secs(10), || {
        served.ask(super::program::PLAIN).is_ok_and(|page| page.status == 200)
    });
}

/// Processor time that the program has used, in hundredths of a second.
fn ticks(served: &Served) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", served.pid().as_raw_nonzero())).expect("its numbers");
    let rest = stat.rsplit(')').next().expect("what follows the name");
    rest.split_whitespace().skip(11).take(2).map(|number| number.parse::<u64>().expect("a number")).sum()
}
