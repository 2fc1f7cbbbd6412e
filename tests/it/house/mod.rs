//! The rules of the whole house, over all rooms: one file a rule. Each says in its failure what to do.

mod access_matrix;
mod catalogues;
mod lists;
mod matrix_rows;
mod reading;
mod reference;
mod rooms;
mod scene;
mod serving_role;
mod sitemap;
mod source;
