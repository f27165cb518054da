// Wakes the islands of a page: loads the WASM and calls each island's function. An external file, so that the
// content security policy needs no inline script. Islands here are never nested.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const bundle = await import(js);
await bundle.default({ module_or_path: wasm });
bundle.hydrate();
for (const island of document.querySelectorAll("leptos-island")) bundle[island.dataset.component]?.(island);
document.documentElement.dataset.ready = "";
