import assert from "node:assert/strict";
import { test } from "node:test";
import { ByteText, byte_map } from "../src/base/bytes.ts";

const samples = ["", "abc", "قُتل 3 في بلدة", "قال: «نعم» – OK", "a😀b", "\u200fسطر\nآخر", "۳ و٣ و3"];

test("a slice by bytes is what a buffer of UTF-8 gives", () => {
  for (const sample of samples) {
    const text = new ByteText(sample);
    const buffer = Buffer.from(sample, "utf8");
    const borders = [...sample].reduce((offsets, character) => [...offsets, offsets.at(-1)! + Buffer.byteLength(character)], [0]);
    for (const start of borders) {
      for (const end of borders.filter((border) => border >= start)) {
        assert.equal(text.slice({ start, end }), buffer.subarray(start, end).toString("utf8"));
      }
    }
  }
});

test("the map has one entry a byte and one for the end", () => {
  for (const sample of samples) {
    const map = byte_map(sample);
    assert.equal(map.length, Buffer.byteLength(sample) + 1);
    assert.equal(map[map.length - 1], sample.length);
  }
});

test("offsets inside a code point go to its start, offsets outside the text to its ends", () => {
  const text = new ByteText("بa😀");
  assert.equal(text.index_of(1), 0);
  assert.equal(text.index_of(5), 2);
  assert.equal(text.index_of(-4), 0);
  assert.equal(text.index_of(99), 4);
  assert.equal(text.index_of(Number.NaN), 0);
});

test("byte_of is the inverse of index_of on borders of code points", () => {
  for (const sample of samples) {
    const text = new ByteText(sample);
    let index = 0;
    for (const character of sample) {
      assert.equal(text.index_of(text.byte_of(index)), index);
      assert.equal(text.byte_of(index), Buffer.byteLength(sample.slice(0, index)));
      index += character.length;
    }
    assert.equal(text.byte_of(sample.length), Buffer.byteLength(sample));
  }
});
