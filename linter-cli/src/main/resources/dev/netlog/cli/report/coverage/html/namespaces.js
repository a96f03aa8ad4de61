// The tables of namespaces, sortable. The page holds the worst; here are all of them.
const MOST_ROWS = 100;
const COLUMNS = [
  ["Namespace", (row) => row.name, "ascending"],
  ["Verdicts", (row) => row.total, "descending"],
  ["Covered", (row) => row.covered, "descending"],
  ["Missed", (row) => row.missed, "descending"],
  ["Unknown", (row) => row.unknown, "descending"],
  ["Total", (row) => row.total, "descending"],
  ["Ratio", (row) => row.covered / row.total, "ascending"],
];

function rowsOf(target) {
  const { name, covered, missed, unknown } = target.namespaces;
  return name.map((number, i) => ({
    name: text(number),
    covered: covered[i],
    missed: missed[i],
    unknown: unknown[i],
    total: covered[i] + missed[i] + unknown[i],
  }));
}

function ratioCell(row) {
  const range = (low, high) => (row.unknown === 0 ? low : `${low} to ${high}`);
  const sure = row.covered;
  const possible = row.covered + row.unknown;
  return element("td", { class: "ratio" },
    element("span", { class: "percent" },
      range(percent(sure, row.total), percent(possible, row.total))),
    " ",
    element("span", { class: "fraction" },
      range(`${sure}/${row.total}`, `${possible}/${row.total}`)));
}

function namespaceRow(target, row) {
  const button = element("button", { type: "button", title: "list its verdicts" }, row.name);
  button.addEventListener("click", () => {
    showOnly({ target: data.targets.length > 1 ? String(target) : "", namespace: row.name });
  });
  const count = (number) =>
    element("td", { class: number === 0 ? "count none" : "count" }, grouped(number));
  return element("tr", {},
    element("th", { scope: "row" }, button),
    element("td", { class: "wide" }, bar(row)),
    count(row.covered), count(row.missed), count(row.unknown), count(row.total),
    ratioCell(row));
}

function prepareNamespaces(section, target, number) {
  const table = section.querySelector("table");
  const rows = rowsOf(target);
  let shown = MOST_ROWS;
  const more = element("button", { type: "button" });
  more.addEventListener("click", () => {
    shown += MOST_ROWS;
    write();
  });
  section.querySelector(".rest")?.remove();
  section.append(more);

  function write(limit = shown) {
    table.tBodies[0].replaceChildren(
      ...rows.slice(0, limit).map((row) => namespaceRow(number, row)));
    more.hidden = rows.length <= limit;
    more.textContent = `Show more namespaces (${grouped(rows.length - limit)} left)`;
  }

  [...table.tHead.rows[0].cells].forEach((head, i) => {
    const [name, of, first] = COLUMNS[i];
    const button = element("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === first
        ? (first === "ascending" ? "descending" : "ascending") : first;
      const sign = direction === "ascending" ? 1 : -1;
      rows.sort((a, b) => sign * order(of(a), of(b))
        || (b.total - b.covered) - (a.total - a.covered) || order(a.name, b.name));
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      write();
    });
    head.replaceChildren(button);
  });
  table.tHead.rows[0].lastElementChild.setAttribute("aria-sort", "ascending");
  write();
  addEventListener("beforeprint", () => write(Infinity));
  addEventListener("afterprint", () => write());
}

