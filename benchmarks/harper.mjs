// Lint the articles of a folder with Harper: node harper.mjs FOLDER-WITH-node_modules FOLDER. Prints kinds with counts.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [home, folder] = process.argv.slice(2);
const part = (name) => import(pathToFileURL(path.resolve(home, "node_modules/harper.js/dist", name)).href);
const [{ LocalLinter, Dialect }, { binary }] = [await part("index.js"), await part("binary.js")];
const linter = new LocalLinter({ binary, dialect: Dialect.British });
await linter.setup();
const kinds = {};
for (const file of fs.readdirSync(folder).sort()) {
  const text = fs.readFileSync(path.join(folder, file), "utf8");
  for (const lint of await linter.lint(text, { language: "markdown" })) {
    kinds[lint.lint_kind()] = (kinds[lint.lint_kind()] ?? 0) + 1;
  }
}
console.log(JSON.stringify(kinds));
