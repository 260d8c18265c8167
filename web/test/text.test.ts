import assert from "node:assert/strict";
import { test } from "node:test";
import { ByteText } from "../src/base/bytes.ts";
import { fold_word, marked_changes, split_words, word_diff } from "../src/base/diff.ts";
import { clip_words, quotation_at } from "../src/base/sentence.ts";
import { fold_boilerplate } from "../src/report/marks.ts";
import { cut_segments, join_runs, type TextMark } from "../src/report/segments.ts";
import { join_passages, pair_of } from "../src/data/copies.ts";
import { parse_route, report_link, story_link } from "../src/route.ts";

test("a quotation is the sentence around the words", () => {
  const text = "وصل الوفد. قُتل 3.5 آلاف طائر في الوادي! ثم انتهى.\nسطر آخر";
  const start = text.indexOf("3.5");
  const { before, words, after } = quotation_at(text, start, start + 3);
  assert.equal(before + words + after, "قُتل 3.5 آلاف طائر في الوادي!");
  const last = text.indexOf("آخر");
  const line = quotation_at(text, last, last + 3);
  assert.equal(line.before + line.words + line.after, "سطر آخر");
  assert.equal(quotation_at("نعم.", 0, 4).words, "نعم.");
});

test("text is cut between words only", () => {
  assert.equal(clip_words("كلمة أخرى طويلة", 10), "كلمة أخرى …");
  assert.equal(clip_words("كلمة أخرى طويلة", 9), "كلمة أخرى …");
  assert.equal(clip_words("كلمة أخرى طويلة", 8), "كلمة …");
  assert.equal(clip_words("كلمة أخرى طويلة", 8, true), "… طويلة");
  assert.equal(clip_words("قصير", 10), "قصير");
});

test("spellings of one word fold together, other words do not", () => {
  for (const [a, b] of [["أحمد", "احمد"], ["مدرسة", "مدرسه"], ["على", "علي"], ["٣٥", "35"], ["قُتِلَ،", "قتل"], ["«نعم»", "نعم"]]) {
    assert.equal(fold_word(a), fold_word(b));
  }
  assert.notEqual(fold_word("قتل"), fold_word("قتلت"));
});

test("a diff gives both texts back, and marks what differs", () => {
  const a = "وقال المسؤول إن 14 شخصًا أصيبوا  في الحادث";
  const b = "وقال المتحدث إن 17 شخصا أصيبوا في الحادث أمس";
  const [left, right] = word_diff(a, b);
  assert.equal(left.map(({ text }) => text).join(""), a);
  assert.equal(right.map(({ text }) => text).join(""), b);
  assert.deepEqual(left.filter(({ kind }) => kind !== "same"), [{ text: "المسؤول", kind: "changed" }, { text: "14", kind: "number" }]);
  assert.deepEqual(right.filter(({ kind }) => kind !== "same").map(({ text }) => text), ["المتحدث", "17", "أمس"]);
  assert.deepEqual(word_diff("", "كلمة"), [[], [{ text: "كلمة", kind: "changed" }]]);
  assert.equal(split_words(" أ  ب\n").join(""), " أ  ب\n");
});

test("changes of the data cut a passage where they say", () => {
  const text = new ByteText("قبل خمسة جرحى بعد");
  const byte = (word: string) => Buffer.byteLength(text.text.slice(0, text.text.indexOf(word)));
  const number = { span: { start: byte("خمسة"), end: byte(" جرحى") }, kind: "number" as const };
  const outside = { span: { start: 0, end: 4 }, kind: "changed" as const };
  const passage = { start: byte("خمسة"), end: byte(" بعد") };
  assert.deepEqual(marked_changes(text, passage, [outside, number]), [{ text: "خمسة", kind: "number" }, { text: " جرحى", kind: "same" }]);
  assert.deepEqual(marked_changes(text, passage, []), [{ text: "خمسة جرحى", kind: "same" }]);
});

test("a pair is turned to the side that is asked for", () => {
  const a = { document: "a", start: 0, end: 9 };
  const b = { document: "b", start: 5, end: 14 };
  const copy = { passages: [b, a], pairs: [{ a, b, direction: "b_from_a" as const, changes: [{ a: { start: 1, end: 2 }, b: { start: 6, end: 8 } }] }] };
  assert.equal(pair_of(copy, "a", "b"), copy.pairs[0]);
  const turned = pair_of(copy, "b", "a")!;
  assert.deepEqual([turned.a, turned.b, turned.direction], [b, a, "a_from_b"]);
  assert.deepEqual(turned.changes, [{ a: { start: 6, end: 8 }, b: { start: 1, end: 2 } }]);
  assert.equal(pair_of(copy, "a", "c"), null);
});

test("long stretches of boilerplate are folded, short ones and the rest stand", () => {
  const lines = ["title", "boilerplate", "body", "boilerplate", "boilerplate", "boilerplate", "body"].map((kind, index) => ({ kind, start: index, end: index + 1 }));
  assert.deepEqual(fold_boilerplate(lines).map((run) => run.length), [1, 1, 1, 3, 1]);
});

test("segments join to the line, whatever is marked across it", () => {
  const text = "0123456789";
  const mark = (kind: TextMark["kind"], start: number, end: number): TextMark => ({ kind, start, end, key: `${kind}${start}` });
  const marks = [mark("content", 2, 9), mark("figure", 3, 6), mark("name", 5, 8), mark("cue", 0, 1), mark("time", 9, 20), mark("time", 4, 4)];
  const segments = cut_segments(text, { start: 0, end: 10 }, marks, { start: 1, end: 4 });
  assert.equal(segments.map((segment) => segment.text).join(""), text);
  assert.equal(segments.filter(({ hit }) => hit).map((segment) => segment.text).join(""), "123");
  const runs = join_runs(segments);
  assert.deepEqual(runs.map(({ handle, segments: inner }) => [handle?.key ?? null, inner.map((one) => one.text).join("")]),
    [["cue0", "0"], [null, "12"], ["figure3", "345"], ["name5", "67"], [null, "8"], ["time9", "9"]]);
});

test("pairs of passages that meet make one set", () => {
  const passage = (document: string, start: number, end: number) => ({ document, start, end });
  const sets = join_passages([
    { a: passage("a", 0, 100), b: passage("b", 0, 100) },
    { a: passage("b", 10, 90), b: passage("c", 0, 80) },
    { a: passage("a", 200, 300), b: passage("c", 200, 300) },
  ]);
  assert.deepEqual(sets.map((set) => new Set(set.flatMap(({ a, b }) => [a.document, b.document])).size).sort(), [2, 3]);
});

test("addresses are read back as they were written", () => {
  const id = "أ/ب 1#2";
  assert.deepEqual(parse_route(report_link(id, { start: 4, end: 9 })), { view: "report", id, span: { start: 4, end: 9 } });
  assert.deepEqual(parse_route(story_link(id, "figures")), { view: "story", id, section: "figures" });
  assert.deepEqual(parse_route("#report/x/9"), { view: "report", id: "x", span: null });
  assert.deepEqual(parse_route("#story/%E0%A4%A"), { view: "story", id: "%E0%A4%A", section: null });
  assert.deepEqual(parse_route(""), { view: "stories" });
});
