import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/** The page as built; the tests run in web/. */
function built_page(): string {
  const folder = mkdtempSync(join(tmpdir(), "isnad-page-"));
  execFileSync(process.execPath, ["build.mjs", folder]);
  const page = readFileSync(join(folder, "page.html"), "utf8");
  rmSync(folder, { recursive: true });
  return page;
}

test("the page holds all it needs, and one place for the data", () => {
  const page = built_page();
  assert.equal(page.split("/*ISNAD_DATA*/").length, 2);
  const outside = (page.match(/\b(?:https?:)?\/\/[\w.-]+\.\w+[\w/.-]*/g) ?? []).filter((address) => !/w3\.org/.test(address) && /^https?:/.test(address));
  assert.deepEqual(outside, []);
  assert.doesNotMatch(page, /<link\b|<img\b|<iframe\b|@import/);
  assert.equal((page.match(/@font-face/g) ?? []).length, 8);
});

test("the policy allows the page's own script and style and no other", () => {
  const page = built_page();
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1];
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const script = /<script>([\s\S]*)<\/script>/.exec(page)![1];
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1];
  assert.ok(policy.startsWith("default-src 'none';"));
  assert.ok(policy.includes(`script-src ${hash(script)};`));
  assert.ok(policy.includes(`style-src ${hash(style)};`));
  assert.doesNotMatch(policy, /unsafe|http|\*/);
});
