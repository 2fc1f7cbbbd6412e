//! The rules of the whole house, over all rooms: one file a rule. Each says in its failure what to do.

mod access_matrix;
mod caches;
mod catalogues;
mod crawl;
mod found;
mod hostile;
mod languages;
mod leaks;
mod lists;
mod mails;
mod matrix_rows;
mod migrations;
mod mutation;
mod previews;
mod reading;
pub mod reference;
mod rooms;
pub mod scene;
mod serving_role;
mod settings;
mod sitemap;
mod sorting;
pub mod source;
mod templates;
mod timing;
mod validity;
mod wording;
