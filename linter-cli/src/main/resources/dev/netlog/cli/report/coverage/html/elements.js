// Elements, made without a parser: text is only ever set as text.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

const element = (name, attributes = {}, ...children) =>
  fill(document.createElement(name), attributes, children);

const svg = (name, attributes, ...children) =>
  fill(document.createElementNS(SVG, name), attributes, children);

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, " ");
const counted = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;

// One decimal, rounded down: 100 % only where it is exact.
function percent(part, whole) {
  if (part === whole) return "100 %";
  const tenths = Math.floor((part * 1000) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10} %`;
}

// As Bar.java draws it: what is there can be seen, however little it is.
function bar({ covered, missed, unknown }) {
  const total = covered + missed + unknown;
  const parts = [["covered", covered], ["unknown", unknown], ["missed", missed]]
    .filter(([, count]) => count > 0)
    .map(([state, count]) => ({ state, width: Math.max(8, Math.floor((count * 1000) / total)) }));
  const widest = parts.reduce((one, other) => (other.width > one.width ? other : one));
  widest.width += 1000 - parts.reduce((sum, part) => sum + part.width, 0);
  let start = 0;
  const rects = parts.map(({ state, width }) => {
    const rect = svg("rect", { class: state, x: `${start / 10}%`, width: `${width / 10}%` });
    start += width;
    return rect;
  });
  const words = `${covered} covered, ${missed} missed, ${unknown} unknown`;
  return svg("svg", { class: "bar", role: "img", "aria-label": words }, ...rects);
}

// A line for screen readers that looks like nothing.
function announce(words) {
  const line = document.getElementById("announce");
  line.textContent = "";
  line.textContent = words;
}

