// Page: what every page needs without wasm: theme, copy, print, dialogs, page keys, charts when they come near.
const find = (selector) => document.querySelector(selector);
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const typing = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

const keys = (value) => {
  try {
    if (value) localStorage.keys = value;
    return localStorage.keys;
  } catch {} // blocked storage: keys stay on
};

const toggleTheme = () => {
  const theme = (root.dataset.theme || (dark.matches ? "dark" : "light")) === "dark" ? "light" : "dark";
  root.dataset.theme = theme;
  document.cookie = `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
};

const copy = async (button) => {
  await navigator.clipboard.writeText(find(button.dataset.copy).textContent);
  const label = button.querySelector("span") || [...button.childNodes].find((node) => node.nodeType === 3 && node.data.trim());
  if (!label || button.said) return;
  const was = label.textContent;
  button.said = true;
  label.textContent = button.dataset.copied ?? was;
  setTimeout(() => (label.textContent = was, button.said = false), 2000);
};

// The candidate of this interview was forgotten: so is what this browser still kept of it.
if (find("[data-forgotten]")) {
  try {
    const kept = new RegExp(`^hopwise\\.(outbox|pad)\\.${location.pathname.split("/")[3]}\\.`);
    Object.keys(localStorage).filter((key) => kept.test(key)).forEach((key) => localStorage.removeItem(key));
  } catch {} // blocked storage kept nothing
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-toggle], [data-copy], [data-print], [data-dialog]");
  if (!button) return;
  if ("themeToggle" in button.dataset) toggleTheme();
  else if (button.dataset.copy) copy(button).catch(() => getSelection().selectAllChildren(find(button.dataset.copy)));
  else if (button.dataset.dialog) find(button.dataset.dialog)?.showModal();
  else print();
});

// A row with a pane beside it: a click anywhere but on its link shows the row there.
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-peek]");
  if (!row || event.target.closest("a, button") || getSelection().toString() || !find(".peek")?.offsetParent) return;
  const url = new URL(location);
  url.searchParams.set("peek", row.dataset.peek);
  url.hash = row.id;
  location.assign(url);
});

// Code gets a button that copies it; without a script it is not there.
document.querySelectorAll("[data-copy-label] .code").forEach((figure, index) => {
  const { copyLabel, copiedLabel } = figure.closest("[data-copy-label]").dataset;
  const pre = figure.querySelector("pre");
  pre.id ||= `code-${index}`;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn bare small";
  button.innerHTML = '<svg class="i sm" viewBox="0 0 16 16" aria-hidden="true"><use href="/icons.svg#i-copy"></use></svg><span></span>';
  button.lastChild.textContent = copyLabel;
  Object.assign(button.dataset, { copy: `#${pre.id}`, copied: copiedLabel });
  figure.querySelector("figcaption").append(button);
});

// A checkbox turns the page keys off and on (WCAG 2.1.4).
for (const box of document.querySelectorAll("[data-keys-switch]")) {
  box.checked = keys() !== "off";
  box.addEventListener("change", () => keys(box.checked ? "on" : "off"));
}

// Keys are physical (event.code), so they are the same in every layout.
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (keys() === "off" || event.target.closest(typing)) return;
  if (/^(Enter|Space)$/.test(event.code) && event.target !== document.body) return; // they press what has the focus
  const code = (event.shiftKey ? "Shift+" : "") + event.code;
  const scope = find("dialog:modal") || document;
  const target = scope.querySelector(`[data-key="${code}"]:not(:disabled, [aria-disabled=true])`);
  if (!target) return;
  event.preventDefault();
  if (target.matches(typing)) target.focus();
  else target.click();
});

// Arrows walk the hits of a list: from nowhere to the first, from the last nowhere.
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
  if (!step || event.defaultPrevented || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  if (keys() === "off" || event.target.closest(`${typing}, dialog`)) return;
  const hits = [...document.querySelectorAll("[data-hits] tbody th a")];
  const at = hits.indexOf(document.activeElement);
  const to = hits[at < 0 ? (step > 0 ? 0 : hits.length) : at + step];
  if (!to || (at < 0 && event.target !== document.body)) return;
  event.preventDefault();
  to.focus();
});

if (find("[data-slide]")) import("/replay.js");
if (find("[data-draft]")) import("/plan.js");
if (find("[data-pad]")) import("/pad.js");

const figures = document.querySelectorAll("[data-chart]");
if (figures.length) {
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    import("/charts.js");
  }, { rootMargin: "400px" });
  figures.forEach((figure) => near.observe(figure));
}
