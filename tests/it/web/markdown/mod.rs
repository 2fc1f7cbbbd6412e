//! What members write, as others read it.

pub mod attacks;
mod cost;
mod harm;
mod limits;
mod safety;
mod shape;
mod shapes;
