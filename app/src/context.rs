//! What a page or a form is given: who reads, when, in which language, and where.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;
use leptos_router::{hooks::use_params_map, params::ParamsMap};

use crate::error::AppError;

/// One request as pages and forms see it; the server makes it, cloning it is cheap.
#[derive(Clone)]
pub struct Context {
    given: Arc<Given>,
    params: Arc<ParamsMap>,
}

/// What the server gives for one request.
pub struct Given {
    /// Finds the address of an asset by its logical name.
    pub asset: fn(&str) -> &'static str,
    /// Tells that one may sign in as the demo's cast.
    pub demo: bool,
}

impl Context {
    pub fn new(given: Given) -> Self {
        Self { given: Arc::new(given), params: Arc::default() }
    }

    /// The same context with the parameters of the matched route.
    pub(crate) fn on_route(self) -> Self {
        Self { params: Arc::new(use_params_map().get_untracked()), ..self }
    }

    /// Parses a parameter of the path; one that does not parse names nothing, so it is not found.
    pub fn param<T: std::str::FromStr>(&self, name: &str) -> Result<T, AppError> {
        self.params.get_str(name).and_then(|value| value.parse().ok()).ok_or(AppError::NotFound)
    }
}

impl Deref for Context {
    type Target = Given;

    fn deref(&self) -> &Given {
        &self.given
    }
}

/// The context of the page being rendered.
pub fn context() -> Context {
    expect_context()
}
