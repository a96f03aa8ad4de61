// Every filter lists what a recount of the JSON lists, and the address of the page holds it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsOf, report, shown, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

const NONE = { state: [], target: "", namespace: "", verdict: "", direction: "", change: "", text: "" };

const isShown = (filter) => (point) =>
  (filter.state.length === 0 || filter.state.includes(point.state))
  && (filter.target === "" || String(point.target) === filter.target)
  && (filter.namespace === "" || point.namespace === filter.namespace)
  && (filter.verdict === "" || point.verdict === filter.verdict)
  && (filter.direction === "" || point.direction === filter.direction)
  && (filter.change === "" || (filter.change === "any" ? point.change !== "" : point.change === filter.change))
  && (filter.text === "" || point.subject.includes(filter.text));

const recount = (points, filter) => points.filter(isShown(filter)).length;

const addressOf = ({ state, ...rest }) => `#${new URLSearchParams(
  Object.entries({ state: state.join(","), ...rest }).filter(([, value]) => value !== ""))}`;

// Sets the form as a user does, one event for each control.
async function choose(page, filter) {
  await page.ask(`(() => {
    const filter = ${JSON.stringify(filter)};
    const form = document.getElementById("filters");
    const changed = (control) => control.dispatchEvent(new Event("input", { bubbles: true }));
    for (const box of form.querySelectorAll("[name=state]")) {
      if (box.checked !== filter.state.includes(box.value)) box.click();
    }
    for (const [name, value] of Object.entries(filter)) {
      if (name === "state") continue;
      const control = form.elements[name];
      if (control.value !== value) {
        control.value = value;
        if (control.value !== value) throw new Error(name + " has no " + value);
        changed(control);
      }
    }
  })()`);
  await page.ask("new Promise((resolve) => setTimeout(resolve, 60))");
}

// The same numbers on each run.
function* dice(seed) {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const values = (points, member) => ["", ...new Set(points.map((point) => point[member]))];

const CHOICES = (points) => ({
  target: ["", "0", "1"],
  namespace: values(points, "namespace"),
  verdict: values(points, "verdict").filter((verdict) => verdict !== "pass"),
  direction: values(points, "direction"),
  change: [...values(points, "change"), "any"],
  text: ["", "StatefulSet/", "shop/Deployment/cart", "/Deployment/", "nothing-is-called-so"],
});

test("each filter alone", () => withPage("changed", {}, async (page) => {
  const points = pointsOf(report("changed"));
  let tried = 0;
  const holds = async (filter) => {
    await choose(page, filter);
    assert.equal(await shown(page), recount(points, filter), JSON.stringify(filter));
    tried += 1;
  };
  for (const [name, some] of Object.entries(CHOICES(points))) {
    for (const value of some) await holds({ ...NONE, [name]: value });
  }
  for (const state of [["missed"], ["unknown"], ["covered"], ["missed", "unknown"]]) {
    await holds({ ...NONE, state });
  }
  assert.ok(tried > 30, `${tried}`);
}));

test("filters together", () => withPage("changed", {}, async (page) => {
  const points = pointsOf(report("changed"));
  const die = dice(7);
  const pick = (some) => some[Math.floor(die.next().value * some.length)];
  let found = 0;
  for (let i = 0; i < 120; i++) {
    const filter = { ...NONE, state: ["missed", "unknown", "covered"].filter(() => die.next().value < 0.4) };
    for (const [name, some] of Object.entries(CHOICES(points))) {
      if (die.next().value < 0.35) filter[name] = pick(some);
    }
    await choose(page, filter);
    const expected = recount(points, filter);
    assert.equal(await shown(page), expected, JSON.stringify(filter));
    assert.equal(await page.ask("document.getElementById('nothing').checkVisibility()"), expected === 0
      && (await page.ask("document.getElementById('entries').children.length")) === 0);
    assert.equal(
      await page.ask("location.hash.replace(/^#/, '')"), addressOf(filter).slice(1), "the address");
    found += expected > 0 ? 1 : 0;
  }
  assert.ok(found > 20, `${found} filters find something`);
}));

test("the states are counted under the other filters", () => withPage("changed", {}, async (page) => {
  const points = pointsOf(report("changed"));
  const filter = { ...NONE, verdict: "deny", state: ["missed"] };
  await choose(page, filter);
  const counts = await page.ask(`Object.fromEntries([...document.querySelectorAll("#states [data-state]")].map(
    (slot) => [slot.dataset.state, Number(slot.textContent)]))`);
  for (const state of ["missed", "unknown", "covered"]) {
    assert.equal(counts[state], recount(points, { ...filter, state: [state] }), state);
  }
}));

test("an address that was passed on shows the same", async () => {
  const points = pointsOf(report("changed"));
  for (const filter of [
    { ...NONE, state: ["missed"], namespace: "payments", target: "1" },
    { ...NONE, change: "lost", direction: "egress" },
    { ...NONE, text: "cart", verdict: "allow" },
  ]) {
    await withPage("changed", { hash: addressOf(filter) }, async (page) => {
      assert.equal(await shown(page), recount(points, filter), JSON.stringify(filter));
      const form = await page.ask(`({
        namespace: document.getElementById("filters").elements.namespace.value,
        states: document.querySelectorAll("[name=state]:checked").length,
      })`);
      assert.deepEqual(form, { namespace: filter.namespace, states: filter.state.length });
    });
  }
});

test("an address that means nothing shows everything", async () => {
  const all = pointsOf(report("changed")).length;
  for (const hash of ["#state=<script>&target=99&verdict=x&change=__proto__", "#points", "#=&=&%", "#state=constructor"]) {
    await withPage("changed", { hash }, async (page) => {
      assert.equal(await shown(page), all, hash);
    });
  }
});

test("numbers of the summary lead to their points", () => withPage("changed", {}, async (page) => {
  const points = pointsOf(report("changed"));
  const links = await page.ask("document.querySelectorAll('a.filter').length");
  assert.ok(links >= 8, `${links} links`);
  for (let i = 0; i < links; i++) {
    const [number, address] = await page.ask(`(() => {
      const link = document.querySelectorAll("a.filter")[${i}];
      link.click();
      return [Number(link.querySelector("b").textContent.replaceAll(" ", "")), link.getAttribute("href")];
    })()`);
    await page.until(`location.hash === ${JSON.stringify(address)}`);
    await page.ask("new Promise((resolve) => setTimeout(resolve, 30))");
    assert.equal(await shown(page), number, address);
    assert.equal(await page.ask("document.activeElement.id"), "points");
  }
  assert.ok(points.length > 0);
}));

test("a namespace leads to its points", () => withPage("changed", {}, async (page) => {
  const points = pointsOf(report("changed"));
  await page.ask("[...document.querySelectorAll('#namespaces-1 tbody button')].find((b) => b.textContent === 'payments').click()");
  assert.equal(await shown(page), recount(points, { ...NONE, target: "1", namespace: "payments" }));
}));

test("there is no filter of what differs nowhere", async () => {
  for (const [name, filters] of [["changed", [true, true]], ["alone", [false, false]], ["same", [false, true]]]) {
    await withPage(name, {}, async (page) => {
      assert.deepEqual(
        await page.ask("['target-filter', 'change-filter'].map((id) => document.getElementById(id).checkVisibility())"),
        filters, name);
    });
  }
});

test("the form can be cleared", () => withPage("changed", { hash: "#state=missed&text=edge" }, async (page) => {
  await page.ask("document.getElementById('clear').click()");
  await page.until("location.hash === ''");
  assert.equal(await shown(page), pointsOf(report("changed")).length);
}));

test("free text is looked for in policies, files and causes", () => withPage("changed", {}, async (page) => {
  const all = pointsOf(report("changed")).length;
  for (const text of ["to-bank", "shop.yaml", "not annotated", "SETTLEMENT payments", "payments.yaml:"]) {
    await choose(page, { ...NONE, text });
    const count = await shown(page);
    assert.ok(count > 0 && count < all, `${text}: ${count}`);
  }
}));

test("columns of namespaces are sorted on demand", () => withPage("changed", {}, async (page) => {
  for (const [column, member] of [[0, "name"], [2, "covered"], [3, "missed"], [5, "total"]]) {
    const sorted = await page.ask(`(() => {
      const table = document.querySelector("#namespaces-0 table");
      const head = table.tHead.rows[0].cells[${column}];
      head.querySelector("button").click();
      return [head.getAttribute("aria-sort"),
        [...table.tBodies[0].rows].map((row) => row.cells[${column}].textContent)];
    })()`);
    const cells = sorted[1].map((cell) => (member === "name" ? cell : Number(cell)));
    const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const sign = sorted[0] === "ascending" ? 1 : -1;
    assert.deepEqual(cells, [...cells].sort((a, b) => sign * order(a, b)), member);
  }
}));

test("a line tells why, where and what to write", () => withPage("changed", { hash: "#change=lost&namespace=payments&target=0" }, async (page) => {
  await page.ask("document.getElementById('expand').click()");
  await page.until("document.querySelectorAll('.entry .body').length > 0");
  const bodies = await page.ask("[...document.querySelectorAll('.entry')].map((entry) => entry.textContent)");
  assert.ok(bodies.some((body) => body.includes("policy.network.gke.io/enable-deny-logging: \"true\"")));
  assert.ok(bodies.every((body) => /base base\/payments\.yaml:\d+:\d+/.test(body)), "the old line");
  assert.ok(bodies.every((body) => /head\/payments\.yaml:\d+:\d+/.test(body)), "the new place");
  assert.ok(bodies.some((body) => /203\.0\.113\.\d+ -> TCP \d+ is denied/.test(body)), "a witness");
  await page.browser.send("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
  await page.ask("document.querySelector('.copy').focus()");
  await page.ask("document.querySelector('.copy').click()");
  await page.until("document.querySelector('.copy').textContent === 'Copied'");
  const copied = await page.ask("navigator.clipboard.readText()");
  assert.equal(copied, await page.ask("document.querySelector('.copy').parentNode.querySelector('code').textContent"));
}));
