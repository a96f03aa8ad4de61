// A headless Chromium, driven by the DevTools protocol over two pipes: no port, no library.
// https://chromedevtools.github.io/devtools-protocol/
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE = 120_000;

export class Chromium {
  static async start() {
    const profile = mkdtempSync(join(tmpdir(), "netlog-browser-"));
    const options = [
      "--headless=new", "--remote-debugging-pipe", `--user-data-dir=${profile}`,
      "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-gpu",
      "--force-color-profile=srgb", "--hide-scrollbars", "--lang=en-GB",
    ];
    // The sandbox of the browser cannot be had by root, as which containers run.
    if (process.getuid?.() === 0) options.push("--no-sandbox");
    const child = spawn(process.env.CHROMIUM ?? "chromium", [...options, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    return new Chromium(child, profile);
  }

  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.calls = new Map();
    this.pages = new Map();
    this.last = 0;
    let rest = "";
    child.stdio[4].setEncoding("utf8").on("data", (chunk) => {
      const messages = (rest + chunk).split("\0");
      rest = messages.pop();
      messages.forEach((message) => this.receive(JSON.parse(message)));
    });
    child.on("error", (error) => this.fail(error));
    child.on("exit", () => this.fail(new Error("the browser ended")));
  }

  fail(error) {
    this.failure = error;
    for (const { reject } of this.calls.values()) reject(error);
    this.calls.clear();
  }

  receive({ id, result, error, method, params, sessionId }) {
    if (id === undefined) {
      this.pages.get(sessionId)?.receive(method, params);
      return;
    }
    const call = this.calls.get(id);
    this.calls.delete(id);
    clearTimeout(call?.timer);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result);
  }

  send(method, params = {}, sessionId = undefined) {
    if (this.failure) return Promise.reject(this.failure);
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.calls.delete(id);
        reject(new Error(`${method} took more than ${PATIENCE / 1000} s`));
      }, PATIENCE);
      this.calls.set(id, { method, resolve, reject, timer });
      this.child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async stop() {
    await this.send("Browser.close").catch(() => {});
    await new Promise((resolve) => {
      if (this.child.exitCode !== null) resolve();
      else this.child.once("exit", resolve);
    });
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
