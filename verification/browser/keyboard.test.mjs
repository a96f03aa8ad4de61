// Everything can be done without a pointer, and one can always see where one is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shown, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

const ACTIVE = `(() => {
  const node = document.activeElement;
  const ring = node.closest(".chip") ?? node;
  const style = getComputedStyle(ring);
  const box = ring.getBoundingClientRect();
  return {
    name: node.localName, id: node.id, text: node.textContent.slice(0, 40), control: node.name ?? "",
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
})()`;

test("the first stop leads to the list", () => withPage("changed", {}, async (page) => {
  await page.press("Tab");
  const skip = await page.ask(ACTIVE);
  assert.equal(skip.text, "Skip to the list of verdicts");
  assert.ok(skip.seen && skip.ring);
  await page.press("Enter");
  await page.until("document.activeElement.id === 'points'");
  await page.press("Tab");
  assert.equal((await page.ask(ACTIVE)).control, "state");
}));

test("each stop can be seen, and there is a way out", () => withPage("changed", {}, async (page) => {
  const stops = [];
  for (let i = 0; i < 400; i++) {
    await page.press("Tab");
    const stop = await page.ask(ACTIVE);
    if (stop.name === "body") break;
    assert.ok(stop.ring, `no ring: ${JSON.stringify(stop)}`);
    assert.ok(stop.seen, `out of sight: ${JSON.stringify(stop)}`);
    stops.push(stop);
  }
  assert.ok(stops.length > 60 && stops.length < 400, `${stops.length} stops`);
  for (const control of ["state", "namespace", "verdict", "direction", "change", "text", "target"]) {
    assert.ok(stops.some((stop) => stop.control === control), control);
  }
  assert.ok(stops.some((stop) => stop.name === "summary"));
  assert.ok(stops.some((stop) => stop.text.includes("Missed")), "heads of columns");
}));

test("a state is chosen, text is typed, a line is opened and its line copied", () => withPage("changed", {}, async (page) => {
  const all = await shown(page);
  await page.ask("document.querySelector('[name=state][value=missed]').focus()");
  await page.press(" ");
  await page.until(`!document.getElementById('count').textContent.startsWith('${all} of')`);
  const missed = await shown(page);
  await page.ask("document.getElementById('filters').elements.text.focus()");
  await page.type("payments");
  await page.until(`!document.getElementById('count').textContent.startsWith('${missed} of')`);
  assert.ok((await shown(page)) > 0);
  await page.ask("document.querySelector('#entries summary').focus()");
  await page.press("Enter");
  await page.until("document.querySelector('#entries .body') !== null");
  await page.press("Tab");
  assert.equal((await page.ask(ACTIVE)).text, "Copy");
}));

test("what changes is said aloud", () => withPage("changed", {}, async (page) => {
  const { nodes } = await page.send("Accessibility.getFullAXTree", {});
  const role = (name) => nodes.filter((node) => node.role?.value === name);
  const named = (node) => (node.name?.value ?? "").trim() !== "";
  for (const [name, least] of [["main", 1], ["banner", 1], ["search", 1], ["table", 6], ["columnheader", 20], ["rowheader", 20], ["status", 2], ["region", 4], ["heading", 6]]) {
    assert.ok(role(name).length >= least, `${name}: ${role(name).length}`);
  }
  for (const name of ["button", "textbox", "searchbox", "combobox", "checkbox", "link", "region", "table", "image"]) {
    const bad = role(name).filter((node) => !node.ignored && !named(node));
    if (name !== "table") assert.deepEqual(bad.map((node) => node.nodeId), [], `${name} without a name`);
  }
}));

test("the next page of a long list starts where the last one ended", () => withPage("teams", {}, async (page) => {
  assert.equal(await page.ask("document.getElementById('entries').children.length"), 100);
  await page.ask("document.getElementById('more').focus()");
  await page.press("Enter");
  await page.until("document.getElementById('entries').children.length === 200");
  assert.equal(await page.ask("[...document.querySelectorAll('#entries summary')].indexOf(document.activeElement)"), 100);
}));
