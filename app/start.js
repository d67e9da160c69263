// Loads the browser half of a page that has islands, once the page can be read, and hands each island its element.
const { module, wasm } = document.querySelector("script[data-module]").dataset;

async function wake() {
  const islands = await import(module);
  await islands.default({ module_or_path: wasm });
  islands.hydrate();
  for (const element of document.querySelectorAll("leptos-island")) {
    await islands[element.dataset.component]?.(element);
  }
}

if (document.querySelector("leptos-island")) {
  "requestIdleCallback" in window ? requestIdleCallback(wake, { timeout: 1000 }) : setTimeout(wake, 1);
}
