// Puts the parts together.
const PAGE = 100;
const MOST_PRINTED = 10000;
const section = document.getElementById("points");
const list = document.getElementById("entries");
const moreButton = document.getElementById("more");
const expandButton = document.getElementById("expand");
let entries = [];
let shownEntries = 0;

function showMore(count) {
  const next = entries.slice(shownEntries, shownEntries + count);
  list.append(...next.map(entryItem));
  shownEntries += next.length;
  const left = entries.length - shownEntries;
  moreButton.hidden = left === 0;
  moreButton.textContent = `Show ${Math.min(PAGE, left)} more of ${grouped(left)}`;
  expandButton.hidden = shownEntries === 0;
}

function countStates(some) {
  const counts = { missed: 0, unknown: 0, covered: 0 };
  for (const point of some) if (point.kind.counted) counts[point.kind.state] += 1;
  for (const slot of form.querySelectorAll("[data-state]")) {
    slot.textContent = grouped(counts[slot.dataset.state]);
  }
}

function countText(some) {
  const counts = some.filter((point) => point.kind.counted).length;
  const others = some.length - counts;
  const all = points.filter((point) => point.kind.counted).length;
  return `${grouped(counts)} of ${counted(all, data.leftOut > 0 ? "listed point" : "point")}`
    + (others > 0 ? ` and ${grouped(others)} that ${others === 1 ? "is" : "are"} not counted` : "")
    + `, in ${counted(entries.length, "line")}`;
}

function apply() {
  const filter = filterOfForm();
  const others = points.filter(testOf(filter));
  const some = others.filter((point) => isState(filter, point));
  entries = entriesOf(some);
  shownEntries = 0;
  list.replaceChildren();
  showMore(PAGE);
  countStates(others);
  document.getElementById("count").textContent = countText(some);
  document.getElementById("nothing").hidden = some.length > 0;
  return filter;
}

// Sets some members of the filter, clears the others, and goes to the list.
function showOnly(members) {
  const none = Object.fromEntries(MEMBERS.map((name) => [name, ""]));
  setForm({ ...none, state: [], ...members });
  setAddress(apply());
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}

// Events follow each other while somebody types; the list is made once for all of them.
let waiting = 0;
function applySoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => setAddress(apply()), points.length > 5000 ? 200 : 40);
}

function openAll() {
  for (const [i, item] of [...list.children].entries()) {
    addBody(item.firstElementChild, entries[i]);
    item.firstElementChild.open = true;
  }
}

// Paper has nothing to click on.
let openedForPrint = [];
function beforePrint() {
  showMore(Math.max(0, Math.min(MOST_PRINTED, entries.length) - shownEntries));
  openedForPrint = [...document.querySelectorAll("details:not([open])")];
  openAll();
  for (const details of openedForPrint) details.open = true;
}

function afterPrint() {
  for (const details of openedForPrint) details.open = false;
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", applySoon);
form.addEventListener("reset", () => setTimeout(() => setAddress(apply())));
moreButton.addEventListener("click", () => {
  const next = shownEntries;
  showMore(PAGE);
  list.children[next]?.querySelector("summary").focus();
});
expandButton.addEventListener("click", openAll);
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
addEventListener("hashchange", () => {
  if (!isFilterAddress()) return;
  setForm(filterOfAddress());
  apply();
  section.scrollIntoView();
  section.focus({ preventScroll: true });
});

prepareForm();
data.targets.forEach((target, number) => {
  const own = document.getElementById(`namespaces-${number}`);
  if (own) prepareNamespaces(own, target, number);
});
section.hidden = false;
if (isFilterAddress()) setForm(filterOfAddress());
apply();
