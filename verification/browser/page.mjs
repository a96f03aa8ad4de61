// One tab: what it loads, what it complains about, and what it holds.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const KEYS = {
  Tab: { code: "Tab", keyCode: 9 },
  Enter: { code: "Enter", keyCode: 13, text: "\r" },
  " ": { code: "Space", keyCode: 32, text: " " },
  ArrowDown: { code: "ArrowDown", keyCode: 40 },
};

export class Page {
  // Opens a file. Everything it asks for and complains about from then on is noted.
  static async open(browser, file, { hash = "", script = true, scheme = "light", width = 1280, height = 900 } = {}) {
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(browser, targetId, sessionId);
    browser.pages.set(sessionId, page);
    for (const domain of ["Page", "Runtime", "Log", "Network", "Audits"]) {
      await page.send(`${domain}.enable`);
    }
    await page.send("Emulation.setScriptExecutionDisabled", { value: !script });
    await page.send("Emulation.setDeviceMetricsOverride", {
      width, height, deviceScaleFactor: 1, mobile: false,
    });
    await page.scheme(scheme);
    page.url = pathToFileURL(file).href;
    await page.go(page.url + hash);
    return page;
  }

  constructor(browser, targetId, sessionId) {
    Object.assign(this, { browser, targetId, sessionId, url: "", complaints: [], requests: [], dialogs: 0 });
  }

  receive(method, params) {
    switch (method) {
      case "Runtime.consoleAPICalled":
        this.complaints.push(`console.${params.type}: ${params.args.map((a) => a.value ?? a.description).join(" ")}`);
        break;
      case "Runtime.exceptionThrown":
        this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
        break;
      case "Log.entryAdded":
        this.complaints.push(`${params.entry.level}: ${params.entry.text}`);
        break;
      case "Audits.issueAdded":
        this.complaints.push(`issue: ${JSON.stringify(params.issue)}`);
        break;
      case "Network.requestWillBeSent":
        this.requests.push(params.request.url);
        break;
      case "Page.javascriptDialogOpening":
        this.dialogs += 1;
        this.send("Page.handleJavaScriptDialog", { accept: true }).catch(() => {});
        break;
      case "Page.loadEventFired":
        this.loaded?.();
        break;
      default:
    }
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  async go(url) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    const { errorText } = await this.send("Page.navigate", { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  async scheme(value, media = "") {
    await this.send("Emulation.setEmulatedMedia", {
      media,
      features: [
        { name: "prefers-color-scheme", value },
        { name: "prefers-reduced-motion", value: "reduce" },
      ],
    });
  }

  // What an expression or the body of an async function says, as JSON.
  async ask(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression, awaitPromise: true, returnByValue: true, userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  // Waits until an expression is true.
  async until(expression) {
    const end = Date.now() + 20_000;
    while (!(await this.ask(expression))) {
      if (Date.now() > end) throw new Error(`never came true: ${expression}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  async press(key, modifiers = 0) {
    const { code, keyCode, text } = KEYS[key];
    const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers };
    await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...event, text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async type(text) {
    await this.send("Input.insertText", { text });
  }

  async screenshot(file, whole = false) {
    const { data } = await this.send("Page.captureScreenshot", {
      format: "png", captureBeyondViewport: whole,
    });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  async pdf(file) {
    const { data } = await this.send("Page.printToPDF", { printBackground: false, generateTaggedPDF: false, paperWidth: 8.27, paperHeight: 11.69 });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  async close() {
    await this.browser.send("Target.closeTarget", { targetId: this.targetId });
    this.browser.pages.delete(this.sessionId);
  }
}
