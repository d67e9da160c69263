//! A page is load, then view.

use leptos::prelude::*;

use crate::{
    context::{Context, context},
    error::AppError,
    error_page::ErrorPage,
};

/// Makes a route's view of two functions: `load` gives all that the view needs or the error that becomes the answer, and `view` shows it.
///
/// The view runs after everything is known, so it never awaits, queries or decides what may be seen.
pub fn page<T, Load, Loading, View, Shown>(
    load: Load,
    view: View,
) -> impl Fn() -> AnyView + Send + Clone + 'static
where
    T: Send + 'static,
    Load: Fn(Context) -> Loading + Copy + Send + Sync + 'static,
    Loading: Future<Output = Result<T, AppError>> + Send + 'static,
    View: Fn(T) -> Shown + Copy + Send + Sync + 'static,
    Shown: IntoView + 'static,
{
    move || {
        let ctx = context().on_route();
        Suspend::new(async move {
            match load(ctx).await {
                Ok(loaded) => view(loaded).into_any(),
                Err(error) => view! { <ErrorPage error/> }.into_any(),
            }
        })
        .into_any()
    }
}
