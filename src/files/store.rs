//! Where files lie: each under the SHA-256 of what it holds, so that the same content is stored once. Who may read it is
//! no matter of this place; it knows neither names nor labels.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs::{self, File, OpenOptions};
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

/// The SHA-256 of what a file holds.
pub type Hash = [u8; 32];

/// The folder for what is still on its way.
const ARRIVING: &str = "arriving";

/// After this long, what is on its way has been forgotten by a program that ended.
const FORGOTTEN: TimeDelta = TimeDelta::hours(6);

/// The place. Today a folder; an object store would be another line here.
#[derive(Clone, Debug)]
pub enum Store {
    Folder(PathBuf),
}

/// Content on its way. Dropped before it is kept, it leaves nothing.
pub struct Arriving {
    file: File,
    scrap: Scrap,
    hasher: Sha256,
    bytes: u64,
}

/// Content that has come whole and is not kept yet.
pub struct Arrived {
    scrap: Scrap,
    pub hash: Hash,
    pub bytes: u64,
}

/// A file that goes when this does.
struct Scrap(PathBuf);

impl Drop for Scrap {
    fn drop(&mut self) {
        // Gone already once it was kept.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Store {
    /// The place below a data folder, cleared of what an ended program left half done.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub async fn below(data: &Path, now: DateTime<Utc>) -> io::Result<Self> {
        let folder = data.join("files");
        let arriving = folder.join(ARRIVING);
        fs::create_dir_all(&arriving).await?;
        let mut entries = fs::read_dir(&arriving).await?;
        while let Some(entry) = entries.next_entry().await? {
            let touched: DateTime<Utc> = entry.metadata().await?.modified()?.into();
            if now - touched > FORGOTTEN {
                fs::remove_file(entry.path()).await?;
            }
        }
        Ok(Self::Folder(folder))
    }

    /// Begins to take content in.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn begin(&self) -> io::Result<Arriving> {
        let Self::Folder(folder) = self;
        let path = folder.join(ARRIVING).join(Uuid::now_v7().simple().to_string());
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).await?;
        Ok(Arriving { file, scrap: Scrap(path), hasher: Sha256::new(), bytes: 0 })
    }

    /// Keeps what has come. The same content once more changes nothing.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn keep(&self, arrived: Arrived) -> io::Result<()> {
        let place = self.place(&arrived.hash);
        let folder = place.parent().map(Path::to_path_buf).unwrap_or_default();
        fs::create_dir_all(&folder).await?;
        if !fs::try_exists(&place).await? {
            fs::rename(&arrived.scrap.0, &place).await?;
            // The name must outlast a power cut as well.
            File::open(&folder).await?.sync_all().await?;
        }
        Ok(())
    }

    /// The name that content has here.
    pub fn hash(content: &[u8]) -> Hash {
        Sha256::digest(content).into()
    }

    /// Keeps content that is at hand.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn put(&self, content: &[u8]) -> io::Result<Hash> {
        let mut arriving = self.begin().await?;
        arriving.take(content).await?;
        let arrived = arriving.end().await?;
        let hash = arrived.hash;
        self.keep(arrived).await?;
        Ok(hash)
    }

    /// Opens content.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub async fn open(&self, hash: &Hash) -> io::Result<File> {
        File::open(self.place(hash)).await
    }

    /// Throws content away.
    ///
    /// # Errors
    /// When it is there and cannot be removed.
    pub async fn forget(&self, hash: &Hash) -> io::Result<()> {
        match fs::remove_file(self.place(hash)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Where content lies: 256 folders, so that none grows large.
    fn place(&self, hash: &Hash) -> PathBuf {
        let Self::Folder(folder) = self;
        let name = hex::encode(hash);
        folder.join(name.get(..2).unwrap_or_default()).join(name)
    }
}

impl Arriving {
    /// Takes the next part.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn take(&mut self, part: &[u8]) -> io::Result<()> {
        self.file.write_all(part).await?;
        self.hasher.update(part);
        self.bytes += part.len() as u64;
        Ok(())
    }

    /// How much has come.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// All has come; from here on a power cut does not lose it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn end(mut self) -> io::Result<Arrived> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        Ok(Arrived { scrap: self.scrap, hash: self.hasher.finalize().into(), bytes: self.bytes })
    }
}
