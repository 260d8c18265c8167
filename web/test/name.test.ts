import assert from "node:assert/strict";
import { test } from "node:test";
import { outlet_name, short_id } from "../src/base/name.ts";

test("a path is shown by its last part, other ids as they are", () => {
  for (const [id, name] of [
    ["/tmp/news/a-1.txt", "a-1.txt"], ["news/صحيفة.jsonl", "صحيفة.jsonl"], ["./a.txt", "a.txt"], ["C:\\news\\a.txt", "a.txt"],
    ["feed-17", "feed-17"], ["وزارة الصحة / المكتب", "وزارة الصحة / المكتب"], ["", ""],
  ]) assert.equal(short_id(id), name);
  assert.equal(outlet_name({ id: "x/y.txt", text: "", outlet: null }), "y.txt");
  assert.equal(outlet_name({ id: "x/y.txt", text: "", outlet: "الضفة" }), "الضفة");
});
