//! What is kept of somebody, in their settings: all of it as a file, and the way out.

use leptos::prelude::*;

use crate::{
    context::context,
    href,
    ui::{PostForm, Sure},
    words::t,
};

/// The link to the file, and the form that erases.
pub fn own_data() -> AnyView {
    let whom = context().reader.as_ref().map(|reader| reader.account.name.clone()).unwrap_or_default();
    view! {
        <section class="sect" aria-labelledby="own">
            <h2 id="own">{t("own-title")}</h2>
            <div class="stack">
                <p>{t("own-why")}" "<a href=href::privacy()>{t("own-kept")}</a></p>
                <p><a href=href::own_data() download="about-me.json" rel="external">{t("own-file")}</a></p>
                <PostForm action=href::post::erasure()>
                    <Sure step=t("own-erase") means=t("own-erase-means") whom/>
                </PostForm>
            </div>
        </section>
    }
    .into_any()
}
