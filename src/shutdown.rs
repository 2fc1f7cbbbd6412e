//! When to stop: Ctrl-C, or SIGTERM from whoever runs the service.

use tokio::signal::unix::{SignalKind, signal};

/// Returns when the program is asked to stop.
pub async fn asked() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        // Without signals there is still Ctrl-C.
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
