//! usecase: to come.
