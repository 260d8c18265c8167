import assert from "node:assert/strict";
import { test } from "node:test";
import { NoteRegistry, number_runs } from "../src/base/notes.ts";

test("a passage keeps the number of its first citation", () => {
  const notes = new NoteRegistry();
  const passage = (start: number) => ({ document: "a", start, end: start + 5 });
  assert.deepEqual([passage(0), passage(9), passage(0), passage(20)].map((one) => notes.number_of(one)), [1, 2, 1, 3]);
  assert.equal(notes.list.length, 3);
});

test("numbers are listed once, in order, with runs closed up", () => {
  assert.equal(number_runs([4]), "4");
  assert.equal(number_runs([9, 3, 8, 7, 9]), "3, 7–9");
  assert.equal(number_runs([2, 1]), "1, 2");
  assert.equal(number_runs([]), "");
});
