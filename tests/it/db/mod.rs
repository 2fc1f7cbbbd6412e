//! The database: the private cluster.

mod cluster;
