//! Stands in for the application in the tests of `db::cluster`.
//!
//! `cluster-holder hold FOLDER [full|for-tests]` starts or joins the server of FOLDER, prints
//! `URL ...`, `STARTED` or `JOINED`, and `READY`, then revives the server when it dies (printing
//! `REVIVED`) until SIGTERM, Ctrl-C or the end of its standard input; then it leaves and prints
//! what became of the server. An error goes to standard error as the sentence it is.
//!
//! `cluster-holder place` prints the default folder and, if there is one, the reason for it.

use polder::db::cluster::{Cluster, ClusterError, Durability, NAME, default_folder};
use std::{
    env,
    io::{self, Read},
    path::Path,
    process::ExitCode,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::Duration,
};

const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["place"] => {
            let place = default_folder(None);
            println!("{}", place.folder.display());
            println!("{}", place.moved_because.unwrap_or_default());
            Ok(())
        }
        ["hold", folder] | ["hold", folder, "full"] => hold(folder.as_ref(), Durability::Full),
        ["hold", folder, "for-tests"] => hold(folder.as_ref(), Durability::ForTests),
        _ => {
            eprintln!("usage: cluster-holder hold FOLDER [full|for-tests] | place");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn hold(folder: &Path, durability: Durability) -> Result<(), ClusterError> {
    let told_to_stop = told_to_stop();
    let cluster = Cluster::start(folder, durability)?;
    println!("URL {}", cluster.url(NAME));
    println!("{}", if cluster.started_here() { "STARTED" } else { "JOINED" });
    println!("READY");
    while let Err(RecvTimeoutError::Timeout) = told_to_stop.recv_timeout(BETWEEN_LOOKS) {
        match cluster.revive() {
            Ok(true) => println!("REVIVED"),
            Ok(false) => {}
            Err(error) => eprintln!("{error}"),
        }
    }
    println!("{:?}", cluster.stop()?);
    Ok(())
}

/// Hears of SIGTERM, Ctrl-C and the end of standard input.
fn told_to_stop() -> Receiver<()> {
    let (tell, told) = mpsc::channel();
    let by_signal = tell.clone();
    thread::spawn(move || {
        let signals = [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT];
        if let Ok(mut signals) = signal_hook::iterator::Signals::new(signals) {
            for _ in signals.forever() {
                let _ = by_signal.send(());
            }
        }
    });
    thread::spawn(move || {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        let _ = tell.send(());
    });
    told
}
