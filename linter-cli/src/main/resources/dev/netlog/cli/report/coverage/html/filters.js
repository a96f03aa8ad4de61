// What the list shows. The address of the page holds it, so that it can be passed on.
const form = document.getElementById("filters");
const MEMBERS = ["target", "namespace", "verdict", "direction", "change", "text"];

function filterOfForm() {
  const filter = { state: [...form.querySelectorAll("[name=state]:checked")].map((box) => box.value) };
  for (const name of MEMBERS) filter[name] = form.elements[name].value;
  return filter;
}

function filterOfAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const filter = { state: (parameters.get("state") ?? "").split(",").filter((word) => word in STATE_ORDER) };
  for (const name of MEMBERS) filter[name] = parameters.get(name) ?? "";
  return filter;
}

// An anchor of the page is no filter.
const isFilterAddress = () => location.hash.includes("=") || location.hash.length <= 1;

function addressOf(filter) {
  const parameters = new URLSearchParams();
  if (filter.state.length > 0) parameters.set("state", filter.state.join(","));
  for (const name of MEMBERS) if (filter[name] !== "") parameters.set(name, filter[name]);
  return parameters.toString();
}

function setForm(filter) {
  for (const box of form.querySelectorAll("[name=state]")) {
    box.checked = filter.state.includes(box.value);
  }
  for (const name of MEMBERS) {
    const control = form.elements[name];
    control.value = filter[name];
    // A select has no such option.
    if (control.value !== filter[name]) control.value = "";
  }
}

// Where the page may not touch its address (a frame without an origin), it does without.
function setAddress(filter) {
  const address = addressOf(filter);
  try {
    history.replaceState(null, "", address === "" ? location.pathname + location.search : `#${address}`);
  } catch {
    // The filter works all the same.
  }
}

const namespaces = new Set(points.map((point) => point.namespace));

// A namespace that is written out is meant alone; the beginning of a word is looked for in all.
function namespaceTest(wanted) {
  if (wanted === "") return () => true;
  return namespaces.has(wanted)
    ? (namespace) => namespace === wanted
    : (namespace) => namespace.includes(wanted);
}

function changeTest(wanted) {
  if (wanted === "") return () => true;
  return wanted === "any" ? (change) => change !== "" : (change) => change === wanted;
}

// A test for all of a filter but the states, which are counted one by one.
function testOf(filter) {
  const isNamespace = namespaceTest(filter.namespace.trim());
  const isChange = changeTest(filter.change);
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return (point) =>
    (filter.target === "" || String(point.target) === filter.target)
    && (filter.verdict === "" || point.kind.verdict === filter.verdict)
    && (filter.direction === "" || point.kind.direction === filter.direction)
    && isChange(point.change)
    && isNamespace(point.namespace)
    && words.every((word) => haystack(point).includes(word));
}

const isState = (filter, point) =>
  filter.state.length === 0 || (point.kind.counted && filter.state.includes(point.kind.state));

function prepareForm() {
  data.targets.forEach((target, number) => {
    form.elements.target.append(element("option", { value: number }, target.title));
  });
  document.getElementById("target-filter").hidden = data.targets.length < 2;
  document.getElementById("change-filter").hidden = !compared;
  const names = [...namespaces].sort();
  document.getElementById("namespace-names").append(
    ...names.slice(0, 1000).map((name) => element("option", { value: name })));
  const known = (name, of) => {
    const seen = new Set(points.map(of));
    for (const option of [...form.elements[name].options]) {
      option.hidden = option.value !== "" && !seen.has(option.value);
      option.disabled = option.hidden;
    }
  };
  known("verdict", (point) => point.kind.verdict);
  known("direction", (point) => point.kind.direction);
}

