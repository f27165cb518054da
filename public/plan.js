// Plan: the questions of a draft are dragged to another place in their dimension. The buttons do the same by keyboard, and without a script.
const form = document.querySelector("[data-draft]");
let dragged, place; // the question under way, and what stood after it

for (const grip of form.querySelectorAll("[data-grip]")) {
  grip.hidden = false;
  grip.draggable = true;
}

const end = () => {
  dragged?.classList.remove("dragged");
  dragged = undefined;
};

form.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-grip]")?.closest("[data-item]");
  if (!dragged) return; // a link or a text
  place = dragged.nextElementSibling;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.item);
  event.dataTransfer.setDragImage(dragged, 0, 0);
  dragged.classList.add("dragged");
});

form.addEventListener("dragover", (event) => {
  const list = event.target.closest?.(".draft");
  if (!dragged || list !== dragged.parentElement) return;
  event.preventDefault(); // it may be dropped here
  const over = event.target.closest("[data-item]");
  if (!over || over === dragged) return;
  const { top, height } = over.getBoundingClientRect();
  over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
});

form.addEventListener("drop", (event) => {
  if (!dragged) return;
  event.preventDefault();
  if (dragged.nextElementSibling === place) return;
  const change = document.createElement("input");
  const at = [...dragged.parentElement.children].indexOf(dragged);
  Object.assign(change, { type: "hidden", name: "do", value: `place:${dragged.dataset.item}:${at}` });
  form.append(change);
  form.submit();
});

form.addEventListener("dragend", (event) => {
  if (dragged && event.dataTransfer.dropEffect === "none") dragged.parentElement.insertBefore(dragged, place); // given up
  end();
});
