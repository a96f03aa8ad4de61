// What tests start from: a browser, the pages, and what the JSON of the same report says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { Chromium } from "./chromium.mjs";
import { Page } from "./page.mjs";

export const file = (name) => join(process.env.PAGES, name);
export const report = (name) => JSON.parse(readFileSync(file(`${name}.json`), "utf8"));

let browser;

// To be called by each file of tests.
export function useBrowser() {
  before(async () => { browser = await Chromium.start(); });
  after(() => browser?.stop());
}

// Opens a page, and closes it behind the test. Whatever a test does, the page must have asked for
// nothing but itself and complained about nothing.
export async function withPage(name, options, test) {
  const path = file(`${name}.html`);
  const page = await Page.open(browser, path, options);
  try {
    await test(page);
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.requests.map((url) => url.replace(/[#?].*/s, "")), [page.url]);
    assert.equal(page.dialogs, 0);
  } finally {
    await page.close();
  }
}

// The points of a report that are counted, with what became of them since the base.
export function pointsOf(json) {
  return json.targets.flatMap((target, number) => {
    const changes = changesOf(target);
    return target.points.filter((point) => point.counted !== false).map((point) => ({
      ...point,
      target: number,
      namespace: namespaceOf(point.subject),
      change: changes.get(keyOf(point)) ?? "",
    }));
  });
}

export const keyOf = (point) =>
  [point.subject, point.direction, point.verdict, point.reason].join("|");

export function namespaceOf(subject) {
  const parts = subject.split("/");
  return parts.length === 3 ? parts[0] : parts.length === 2 ? parts[1] : "(cluster)";
}

function changesOf(target) {
  const changes = new Map();
  if (!target.diff) return changes;
  for (const key of target.diff.touched) changes.set(key, "touched");
  for (const key of target.diff.gained) changes.set(key, "gained");
  const states = new Map(target.points.map((point) => [keyOf(point), point.state]));
  for (const key of target.diff.added) {
    changes.set(key, states.get(key) === "covered" ? "born" : "bare");
  }
  for (const key of target.diff.regressions) changes.set(key, "lost");
  return changes;
}

export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, " ");

// The beginning of the line that says how many points are shown.
export async function shown(page) {
  const text = await page.ask("document.getElementById('count').textContent");
  return Number(text.match(/^[\d ]+/)[0].replaceAll(" ", ""));
}
