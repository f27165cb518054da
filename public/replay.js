// Replay: a slider that shows the page as it was; the parts that it names are fetched and put in their place, the rest stays.
const find = (selector) => document.querySelector(selector);

for (const form of document.querySelectorAll("form[data-slide]")) {
  const slider = form.querySelector("[type=range]");
  const near = () => {
    const [now, pane] = [find(".pane [aria-current]"), find(".pane")];
    if (!pane) return;
    const [line, frame] = [now?.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (!line) pane.scrollTop = 0;
    else if (line.top < frame.top || line.bottom > frame.bottom) pane.scrollTop += line.top - frame.top - frame.height / 3;
  };
  let timer, under;
  const slide = async () => {
    under?.abort();
    under = new AbortController();
    const url = new URL(location);
    url.search = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(url, { signal: under.signal });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of form.dataset.slide.split(" ")) find(`#${id}`).replaceChildren(...page.getElementById(id).childNodes);
      slider.setAttribute("aria-valuetext", find("#said").textContent);
      history.replaceState(null, "", url);
      near();
    } catch (error) {
      if (error.name !== "AbortError") form.submit(); // the server says what is wrong
    }
  };
  slider.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(slide, 100);
  });
  near();
}
