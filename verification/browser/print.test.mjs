// Paper has everything that the list has, and nothing to click on.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { file, pointsOf, report, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

// Line breaks may fall anywhere in a long name.
const textOf = (name) =>
  execFileSync("pdftotext", ["-layout", file(name), "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
const squeezed = (text) => text.replace(/\s+/g, "");

test("all lines are printed, opened", () => withPage("changed", {}, async (page) => {
  await page.pdf(file("changed.pdf"));
  const text = squeezed(textOf("changed.pdf"));
  const points = pointsOf(report("changed"));
  for (const name of new Set(points.flatMap(({ subject, reason }) => [subject, reason]))) {
    assert.ok(text.includes(squeezed(name)), name);
  }
  assert.ok(text.includes(squeezed("policy.network.gke.io/enable-deny-logging: \"true\"")));
  for (const control of ["Clear filters", "Open all shown", "Copy", "Skip to the list"]) {
    assert.ok(!text.includes(squeezed(control)), control);
  }
  assert.equal(await page.ask("document.querySelectorAll('.entry details[open]').length"), 0, "closed again");
}));

test("a filter holds on paper too", () => withPage("changed", { hash: "#namespace=vault&target=0" }, async (page) => {
  await page.pdf(file("filtered.pdf"));
  const text = textOf("filtered.pdf");
  const [list] = text.slice(text.lastIndexOf("Verdicts")).split("Findings of");
  assert.ok(list.includes("vault/"), list);
  assert.ok(!list.includes("NetworkPolicy/edge"), list);
}));

test("a long list is printed to its end", () => withPage("list", {}, async (page) => {
  await page.pdf(file("list.pdf"));
  const text = squeezed(textOf("list.pdf"));
  const reasons = new Set(pointsOf(report("list")).map(({ reason }) => reason));
  assert.ok(reasons.size > 300, "more than one screen of the list");
  for (const reason of reasons) assert.ok(text.includes(squeezed(reason)), reason);
}));
