// Makes the pages that are tested, and for each of them the same report as JSON.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { harmless, hostile } from "./hostile.mjs";
import { crowd, teams } from "./worlds.mjs";

const pages = process.env.PAGES;

// Exit code 1 is a gate, which fails in most of them.
function make(name, ...options) {
  const outputs = ["html", "json"].map((format) => [format, join(pages, `${name}.${format}`)]);
  outputs.forEach(([, file]) => rmSync(file, { force: true }));
  const start = Date.now();
  const run = spawnSync(
    process.env.NETLOG,
    ["coverage", ...options, ...outputs.flatMap(([format, file]) => ["--output", `${format}=${file}`])],
    { cwd: join(pages, "worlds"), encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`netlog coverage ${options.join(" ")} ended with ${run.status}: ${run.stderr}`);
  }
  const size = statSync(outputs[0][1]).size;
  console.log(`${name}: ${size} bytes, made in ${Date.now() - start} ms`);
}

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(pages, "worlds", folder, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
}

rmSync(join(pages, "worlds"), { recursive: true, force: true });
cpSync("fixtures", join(pages, "worlds"), { recursive: true });
write("hostile-base", hostile({ annotated: true }));
write("hostile", hostile({ annotated: false }));
write("harmless-base", harmless({ annotated: true }));
write("harmless", harmless({ annotated: false }));
write("teams", { "teams.yaml": teams(510, 5) });
write("list", { "list.yaml": teams(60, 5) });
write("crowd", { "crowd.yaml": crowd(300, 200) });
write("nothing", { "namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: empty}\n" });

make("changed", "head", "--base-path", "base", "--platform", "gke,ovn");
make("alone", "head", "--platform", "gke", "--assume", "namespaces=unannotated");
make("same", "head", "--base-path", "head", "--platform", "ovn");
make("nothing", "nothing", "--platform", "gke");
make("hostile", "hostile", "--base-path", "hostile-base", "--platform", "gke,ovn");
make("harmless", "harmless", "--base-path", "harmless-base", "--platform", "gke,ovn");
make("teams", "teams", "--platform", "gke");
make("list", "list", "--platform", "gke");
make("crowd", "crowd", "--platform", "gke");
