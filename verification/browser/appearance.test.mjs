// Both themes, small and large windows: readable, and nothing hangs over. Pictures are kept beside
// the pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { file, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const open = async (page) => {
  await page.ask("[...document.querySelectorAll('.entry details')].slice(0, 4).forEach((details) => { details.open = true; })");
  await page.ask("document.querySelectorAll('details.change, .findings details').forEach((details) => { details.open = true; })");
  await page.ask("new Promise((resolve) => setTimeout(resolve, 100))");
};

for (const scheme of ["light", "dark"]) {
  for (const name of ["changed", "alone", "hostile"]) {
    test(`${name} in a ${scheme} theme`, () => withPage(name, { scheme }, async (page) => {
      await open(page);
      await page.ask(AXE.concat("; undefined"));
      const found = await page.ask(`axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((result) =>
        ({
          violations: result.violations.map((one) => one.id + ": " + one.nodes.slice(0, 3).map((n) => n.target + " " + n.failureSummary).join(" | ")),
          passes: result.passes.map((one) => one.id),
        }))`);
      assert.deepEqual(found.violations, []);
      assert.ok(found.passes.includes("color-contrast") && found.passes.length > 20, `${found.passes}`);
      await page.screenshot(file(`${name}-${scheme}.png`), true);
    }));
  }
}

for (const width of [320, 768, 1280, 2560]) {
  test(`nothing hangs over a window of ${width} pixels`, async () => {
    for (const name of ["changed", "hostile"]) {
      await withPage(name, { width }, async (page) => {
        await open(page);
        const wide = await page.ask("document.documentElement.scrollWidth");
        assert.ok(wide <= width, `${name}: ${wide}`);
        await page.screenshot(file(`${name}-${width}.png`));
      });
    }
  });
}

test("the two themes differ", async () => {
  const grounds = [];
  for (const scheme of ["light", "dark"]) {
    await withPage("changed", { scheme }, async (page) => {
      grounds.push(await page.ask("getComputedStyle(document.body).backgroundColor"));
    });
  }
  assert.deepEqual(grounds, ["rgb(255, 255, 255)", "rgb(18, 22, 27)"]);
});

test("colours are never alone", () => withPage("changed", {}, async (page) => {
  const states = await page.ask("[...document.querySelectorAll('.entry .state')].map((state) => state.textContent.trim())");
  assert.ok(states.length > 10);
  for (const state of states) assert.match(state, /^[✓✗?] (covered|missed|unknown)$/);
  const fills = await page.ask("['covered', 'partial', 'missed', 'unknown'].map((state) => getComputedStyle(document.querySelector('.bar .' + state)).fill)");
  assert.equal(new Set(fills).size, 4);
  assert.ok(fills.slice(1).every((fill) => fill.startsWith("url(")), `patterns: ${fills}`);
}));
