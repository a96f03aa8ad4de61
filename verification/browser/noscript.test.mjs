// Where scripts do not run (a CI server's viewer, a mail), the numbers are there all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { report, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

test("numbers, gates, namespaces and losses need no script", () => withPage("changed", { script: false }, async (page) => {
  const { targets } = report("changed");
  const text = await page.ask("document.body.innerText");
  for (const { counters, gates, diff } of targets) {
    assert.ok(text.includes(`${counters.verdict.covered}/${counters.verdict.total}`));
    for (const gate of gates) assert.ok(text.includes(gate.message), gate.message);
    for (const key of diff.regressions) assert.ok(text.includes(key.split("|")[0]), key);
  }
  assert.equal(await page.ask("document.querySelectorAll('#namespaces-0 tbody tr .bar').length"), 6);
  assert.ok(text.includes("needs a script"));
  assert.equal(await page.ask("document.getElementById('points').checkVisibility()"), false);
}));
