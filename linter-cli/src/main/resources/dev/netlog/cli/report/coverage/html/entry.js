// One line of the list: points of several workloads that differ in nothing else.
const STATE_SIGNS = { covered: "✓", missed: "✗", unknown: "?" };
const STATE_ORDER = { missed: 0, unknown: 1, covered: 2 };
const CHANGE_ORDER = { lost: 0, bare: 1, gained: 2, born: 3, touched: 4, "": 5 };
const FEW = 20;

const inNamespace = (point) => point.reason === "default-deny";

function entriesOf(some) {
  const entries = new Map();
  for (const point of some) {
    const key = [
      point.target, point.reasonNumber, inNamespace(point) ? point.namespace : "",
      point.kindNumber, point.story, point.change,
    ].join("|");
    const entry = entries.get(key);
    if (entry) entry.points.push(point);
    else entries.set(key, { first: point, points: [point] });
  }
  return [...entries.values()].sort(worstFirst);
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function worstFirst({ first: a }, { first: b }) {
  return order(b.kind.counted, a.kind.counted)
    || order(STATE_ORDER[a.kind.state], STATE_ORDER[b.kind.state])
    || order(CHANGE_ORDER[a.change], CHANGE_ORDER[b.change])
    || order(a.target, b.target)
    || order(a.namespace, b.namespace)
    || order(a.reason, b.reason)
    || order(a.kind.direction, b.kind.direction)
    || order(a.kindNumber, b.kindNumber);
}

function entryItem(entry) {
  const { first } = entry;
  const details = element("details", {}, summaryOf(entry));
  details.addEventListener("toggle", () => {
    if (details.open) addBody(details, entry);
  });
  return element("li", { class: "entry", "data-state": first.kind.state }, details);
}

// Safe to call again: the body is made once.
function addBody(details, entry) {
  if (details.children.length === 1) details.append(bodyOf(entry));
}

function summaryOf({ first, points: all }) {
  const { kind } = first;
  return element("summary", {},
    element("span", {},
      element("span", { class: `state ${kind.state}` },
        element("span", { "aria-hidden": "true" }, STATE_SIGNS[kind.state]), ` ${kind.state}`)),
    element("span", { class: "reason" },
      data.targets.length > 1
        ? element("span", { class: "target-name" }, `${data.targets[first.target].title} · `) : null,
      inNamespace(first) ? `default-deny in ${first.namespace}` : first.reason,
      first.change ? element("span", { class: "tag" }, CHANGE_WORDS[first.change]) : null),
    element("span", { class: "verdict" },
      kind.direction === "-" ? kind.verdict : `${kind.direction} ${kind.verdict}`),
    element("span", { class: "quiet" }, kind.counted ? kind.label : `${kind.label}, not counted`),
    element("span", { class: "quiet" },
      all.length === 1 ? "1 point" : `${grouped(all.length)} points`));
}

function bodyOf(entry) {
  const { first } = entry;
  const told = story(first.story, first);
  const list = element("dl");
  const row = (name, ...content) => list.append(
    element("dt", {}, name), element("dd", {}, ...content));
  row("Why", `${first.kind.sentence}.`);
  if (told.at) row("Stands at", placeOf(told.at));
  if (told.steps.length > 0) row("Decided by", stepsOf(told.steps));
  if (first.before >= 0) row("In the base", stepsOf(story(first.before, first).steps));
  addPolicies(row, entry);
  if (told.settledBy) row("To know", told.settledBy);
  if (told.remedy || told.line) row("To have it logged", ...remedyOf(told));
  addWitness(row, entry);
  const subjects = entry.points.map((point) => point.subject);
  row(subjects.every(isAssumed) ? "Assumed workloads" : "Workloads", namesOf(subjects));
  return element("div", { class: "body" }, list);
}

// A namespace with policies and no workload in the input.
const isAssumed = (subject) => subject.split("/")[1] === "Virtual";

const placeOf = (at) => element("code", { class: "place" }, at);

function stepsOf(steps) {
  return element("ol", {}, steps.map((step) => element("li", {},
    step.parts.map((part) => element("span", { class: "part" }, part)),
    step.at ? [" ", placeOf(step.at)] : null)));
}

function remedyOf(told) {
  const parts = [told.remedy ?? ""];
  if (told.remedyAt) parts.push(" at ", placeOf(told.remedyAt));
  if (told.line) parts.push(snippetOf(told.line));
  return parts;
}

function snippetOf(line) {
  const snippet = element("div", { class: "snippet" },
    element("pre", {}, element("code", {}, line)));
  // What is shown by its number is not what the file needs.
  if (!line.includes("\\u{")) {
    const button = element("button", { type: "button", class: "copy" }, "Copy");
    button.addEventListener("click", () => copy(line, button));
    snippet.append(button);
  }
  return snippet;
}

async function copy(line, button) {
  try {
    await navigator.clipboard.writeText(line);
    button.textContent = "Copied";
    announce("copied");
  } catch {
    getSelection().selectAllChildren(button.parentNode.querySelector("code"));
    announce("marked, copy it with your keyboard");
  }
}

function addPolicies(row, { points: all }) {
  const names = new Set();
  let more = 0;
  for (const number of new Set(all.map((point) => point.behind))) {
    const some = behind(number);
    some.names.forEach((name) => names.add(name));
    more = Math.max(more, some.count - some.names.length);
  }
  if (names.size > 0) row("Policies behind it", namesOf([...names].sort(), more));
}

function addWitness(row, { points: all }) {
  const byWitness = new Map(all.filter((point) => point.witness >= 0)
    .map((point) => [point.witness, point]));
  if (byWitness.size === 0) return;
  const lines = [...byWitness.values()].map((point) => phrase(point.witness, point));
  row("Leaves no record", element("ul", { class: "witness" },
    lines.slice(0, FEW).map((line) => element("li", {}, element("code", {}, line)))));
}

function namesOf(names, more = 0) {
  const left = Math.max(0, names.length - FEW) + more;
  return element("ul", { class: "names" },
    names.slice(0, FEW).map((name) => element("li", {}, element("code", {}, name))),
    left > 0 ? element("li", { class: "quiet" }, `and ${grouped(left)} more`) : null);
}

