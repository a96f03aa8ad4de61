// The numbers of the page are those of the JSON.
import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, namespaceOf, pointsOf, report, shown, useBrowser, withPage } from "./fixture.mjs";

useBrowser();

const percent = (part, whole) => {
  if (part === whole) return "100 %";
  const tenths = (BigInt(part) * 1000n) / BigInt(whole);
  return `${tenths / 10n}.${tenths % 10n} %`;
};

const count = (cell) => Number(cell.replaceAll(" ", ""));

const range = (unknown, low, high) => (unknown === 0 ? low : `${low} to ${high}`);

for (const name of ["changed", "alone", "same", "teams", "crowd"]) {
  test(`${name}: counters, ratios and governance`, () => withPage(name, {}, async (page) => {
    const shownRows = await page.ask(`[...document.querySelectorAll(".target")].map((target) => ({
      figure: target.querySelector("[data-figure]").textContent,
      governance: target.querySelector(".governance .fraction").textContent,
      counters: Object.fromEntries([...target.querySelectorAll("[data-counter]")].map((row) => [
        row.dataset.counter,
        {
          ...Object.fromEntries([...row.querySelectorAll("[data-member]")].map((cell) =>
            [cell.dataset.member, cell.textContent.replaceAll(" ", "")])),
          ratio: row.querySelector(".ratio").textContent,
        }])),
    }))`);
    const { targets } = report(name);
    assert.equal(shownRows.length, targets.length);
    targets.forEach((target, i) => {
      const { figure, governance, counters } = shownRows[i];
      assert.equal(governance, `${target.governance.governed}/${target.governance.governable}`);
      assert.deepEqual(Object.keys(counters).sort(), Object.keys(target.counters).sort());
      for (const [counter, tally] of Object.entries(target.counters)) {
        const { ratio, ...members } = counters[counter];
        assert.deepEqual(
          members, Object.fromEntries(Object.entries(tally).map(([member, count]) => [member, String(count)])));
        const sure = tally.covered;
        const possible = tally.covered + tally.unknown;
        const words = tally.total === 0 ? "n/a"
          : `${range(tally.unknown, percent(sure, tally.total), percent(possible, tally.total))} ${
            range(tally.unknown, `${sure}/${tally.total}`, `${possible}/${tally.total}`)}`;
        assert.equal(ratio, words, counter);
        if (counter === "verdict") assert.ok(words.startsWith(figure), figure);
      }
    });
  }));

  test(`${name}: namespaces`, () => withPage(name, {}, async (page) => {
    const { targets } = report(name);
    for (const [number, target] of targets.entries()) {
      const expected = new Map();
      for (const point of target.points.filter(({ counted }) => counted !== false)) {
        const counts = expected.get(namespaceOf(point.subject)) ?? { covered: 0, missed: 0, unknown: 0 };
        counts[point.state] += 1;
        expected.set(namespaceOf(point.subject), counts);
      }
      await page.ask(`(() => {
        const section = document.querySelector("#namespaces-${number}");
        for (let i = 0; i < 1000 && !section.querySelector(":scope > button").hidden; i++) {
          section.querySelector(":scope > button").click();
        }
      })()`);
      const rows = await page.ask(`[...document.querySelectorAll("#namespaces-${number} tbody tr")].map(
        (row) => [...row.cells].map((cell) => cell.textContent))`);
      assert.deepEqual(
        new Map(rows.map(([namespace, , covered, missed, unknown]) =>
          [namespace, { covered: count(covered), missed: count(missed), unknown: count(unknown) }])),
        expected);
      const ratios = rows.map(([, , covered, , , total]) => count(covered) / count(total));
      assert.deepEqual(ratios, [...ratios].sort((a, b) => a - b), "worst first");
    }
  }));
}

test("gates and changes", () => withPage("changed", {}, async (page) => {
  const { targets } = report("changed");
  for (const [number, target] of targets.entries()) {
    const gates = await page.ask(`[...document.querySelectorAll("#target-${number} [data-gate]")].map(
      (row) => [...row.cells].map((cell) => cell.textContent))`);
    assert.deepEqual(
      gates.map(([gate, , actual, required]) => ({ gate, actual, required })),
      target.gates.map(({ gate, actual, required }) => ({ gate, actual, required })));
    gates.forEach(([, result], i) => {
      const { pass, informational } = target.gates[i];
      assert.equal(result.includes("FAIL"), !pass && !informational);
      assert.equal(result.includes("pass"), pass);
    });
    const tiles = await page.ask(`Object.fromEntries(
      [...document.querySelectorAll("#target-${number} [data-change]")].map(
        (slot) => [slot.dataset.change, slot.textContent]))`);
    const { diff } = target;
    assert.equal(tiles.lost, String(diff.regressions.length));
    // A new point that decides what had a record is lost, not born bare.
    const born = diff.added.filter((key) => !diff.regressions.includes(key));
    assert.equal(Number(tiles["born bare"]) + Number(tiles["born covered"]), born.length);
    assert.equal(Number(tiles.lost) + Number(tiles["born bare"]), diff.newly_uncovered.length);
    assert.equal(tiles.deleted, String(diff.deleted.length));
    assert.equal(tiles["no longer decided"], String(diff.no_longer_decided.length));
    const changed = diff.changed_bare.reduce((sum, { points }) => sum + points, 0);
    assert.equal(tiles["changed, not logged"], String(changed));
    assert.equal(tiles["governance lost"], String(diff.governance_lost.length));
    assert.equal(tiles.patch.split(" to ")[0], diff.patch);
    assert.equal(tiles.gained, String(diff.gained.length));
  }
  assert.match(await page.ask("document.getElementById('outcome').textContent"), /FAIL/);
  assert.match(await page.ask("document.title"), /^FAIL/);
}));

test("all points are listed, or what is left out is told", async () => {
  for (const name of ["changed", "alone", "teams", "crowd"]) {
    await withPage(name, {}, async (page) => {
      const listed = await shown(page);
      const all = pointsOf(report(name)).length;
      if (all <= 50_000) {
        assert.equal(listed, all, name);
        assert.equal(await page.ask("document.getElementById('left-out')"), null);
      } else {
        assert.equal(listed, 50_000);
        const note = await page.ask("document.getElementById('left-out').textContent");
        assert.ok(note.startsWith(`${grouped(all - 50_000)} points not listed`), note);
      }
    });
  }
});

test("nothing at all is no number", () => withPage("nothing", {}, async (page) => {
  assert.equal(await page.ask("document.querySelector('[data-figure]').textContent"), "n/a");
  assert.equal(await shown(page), 0);
  assert.equal(await page.ask("document.getElementById('nothing').checkVisibility()"), true);
}));

test("a base that is the same has nothing to tell", () => withPage("same", {}, async (page) => {
  assert.match(await page.ask("document.querySelector('.numbers').textContent"), /Nothing changed\./);
  assert.match(await page.ask("document.getElementById('outcome').textContent"), /PASS/);
}));
