// Large reports stay small and quick. Times are told, not judged: machines are shared.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { file, pointsOf, report, shown, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

const MEBIBYTE = 1 << 20;

// The text is in some lines and not in all: the number of points shown changes.
async function measured(name, text, t) {
  const start = Date.now();
  await withPage(name, {}, async (page) => {
    const opened = Date.now() - start;
    const filtered = await page.ask(`(async () => {
      const start = performance.now();
      const field = document.getElementById("filters").elements.text;
      field.value = ${JSON.stringify(text)};
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const before = document.getElementById("count").textContent;
      while (document.getElementById("count").textContent === before) {
        if (performance.now() - start > 20_000) throw new Error("nothing was filtered");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return performance.now() - start;
    })()`);
    const drawn = await page.ask("document.querySelectorAll('*').length");
    t.diagnostic(`${name}: ${statSync(file(`${name}.html`)).size} bytes, opened in ${opened} ms, a first search takes ${Math.round(filtered)} ms`);
    assert.ok(drawn < 6000, `${drawn} elements`);
  });
}

test("10,000 points", async (t) => {
  const points = pointsOf(report("teams")).length;
  assert.ok(points >= 10_000, `${points}`);
  assert.ok(statSync(file("teams.html")).size < MEBIBYTE);
  await measured("teams", "service-3", t);
});

test("more points than a page lists", async (t) => {
  const points = pointsOf(report("crowd"));
  assert.ok(points.length > 60_000, `${points.length}`);
  await measured("crowd", "policy-17", t);
  await withPage("crowd", { hash: "#state=missed" }, async (page) => {
    assert.equal(await shown(page), points.filter(({ state }) => state === "missed").length, "missed first");
  });
});
