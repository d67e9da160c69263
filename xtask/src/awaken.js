// Wakes the islands of the page. This file is a deferred module: the text is there and can be read before any of it runs,
// and a page without islands loads no code at all.
globalThis.__RESOLVED_RESOURCES ??= [];
globalThis.__SERIALIZED_ERRORS ??= [];
globalThis.__INCOMPLETE_CHUNKS ??= [];

async function awaken() {
    const islands = document.querySelectorAll("leptos-island[data-component]");
    if (islands.length > 0) {
        const half = await import(import.meta.url);
        await half.default({ module_or_path: new URL("comity.wasm", import.meta.url) });
        half.hydrate();
        for (const island of islands) {
            await half[island.dataset.component](island);
        }
    }
    document.documentElement.dataset.islands = "awake";
}

awaken();
