import assert from "node:assert/strict";
import { test } from "node:test";
import { compatible_runs, date_bands, is_vague, linear_scale, log_scale, log_ticks, opposed_values, round_ticks, step_path, value_domain } from "../src/base/scale.ts";
import { bar_extent } from "../src/chart/interval_bar.tsx";

test("scales map their ends and what lies between", () => {
  const linear = linear_scale(0, 10, 100, 0);
  assert.deepEqual([linear(0), linear(5), linear(10)], [100, 50, 0]);
  assert.equal(linear_scale(4, 4, 0, 80)(4), 40);
  const log = log_scale(1, 100, 0, 10);
  assert.deepEqual([log(0), log(1), log(10), log(100)], [0, 0, 5, 10]);
});

test("ticks are round and within the domain", () => {
  assert.deepEqual(round_ticks(0, 100, 4), [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(round_ticks(0.9, 9.1, 4), [2, 4, 6, 8]);
  assert.deepEqual(round_ticks(7.4, 14.2, 4), [8, 10, 12, 14]);
  assert.deepEqual(round_ticks(15.6, 18.4, 4), [16, 17, 18]);
  assert.deepEqual(round_ticks(5, 5, 4), [5]);
  assert.deepEqual(round_ticks(1.5, 3.5, 4), [2, 3]);
  assert.deepEqual(round_ticks(1.5, 3.5, 4, false), [1.5, 2, 2.5, 3, 3.5]);
  assert.deepEqual(log_ticks(100, 15000), [100, 1000, 10000]);
  assert.deepEqual(log_ticks(15, 80), [20, 50]);
});

test("the domain holds every interval, and is logarithmic only for wide spreads", () => {
  for (const intervals of [[{ min: 8, max: 14 }], [{ min: 27, max: null }], [{ min: null, max: 20 }], [{ min: 0, max: 0 }], [{ min: 3, max: 3 }, { min: 2000, max: 9999 }]]) {
    const { low, high, logarithmic } = value_domain(intervals);
    for (const { min, max } of intervals) {
      for (const end of [min, max]) if (end !== null) assert.ok(low <= end && end <= high);
    }
    assert.equal(logarithmic, intervals.length === 2);
    assert.ok(high > low);
  }
});

test("vague words are told by their ranges", () => {
  for (const [min, max] of [[20, 99], [200, 999], [2000, 9999], [20000, 99999], [2000000, 9999999]]) assert.ok(is_vague({ min, max }));
  for (const [min, max] of [[20, 20], [20, 100], [30, 99], [2, 9], [20, null]] as const) assert.ok(!is_vague({ min, max }));
});

test("values that overlap make one run, a gap makes two", () => {
  assert.equal(compatible_runs([{ min: 8, max: 10 }, { min: 9, max: 14 }]).length, 1);
  assert.deepEqual(compatible_runs([{ min: 18, max: 18 }, { min: 13, max: 13 }, { min: 18, max: 18 }]), [{ min: 13, max: 13 }, { min: 18, max: 18 }]);
  assert.deepEqual(compatible_runs([{ min: 20, max: null }, { min: 500, max: 600 }]), [{ min: 20, max: null }]);
  assert.equal(compatible_runs([{ min: null, max: 5 }, { min: 6, max: 6 }]).length, 2);
});

test("a conflict that others bridge is told by its furthest values", () => {
  const vague = { min: 20, max: 99 };
  assert.deepEqual(opposed_values([{ min: 20, max: 25 }, vague, { min: 100, max: 100 }, { min: 50, max: null }]), [{ min: 20, max: 25 }, { min: 100, max: 100 }]);
  assert.deepEqual(opposed_values([{ min: 4, max: 4 }, { min: 5, max: 5 }]), [{ min: 4, max: 4 }, { min: 5, max: 5 }]);
  assert.deepEqual(opposed_values([vague, { min: 30, max: 40 }]), [vague]);
  assert.deepEqual(opposed_values([]), []);
});

test("a step holds its value until the next", () => {
  assert.equal(step_path([[0, 5], [10, 5], [20, 1]]), "M0 5H10V5H20V1");
  assert.equal(step_path([]), "");
});

test("days get bands in proportion to what they hold, side by side", () => {
  const bands = date_bands(["a1", "a2", "b1"], (item) => item[0], 100);
  assert.deepEqual(bands.map(({ date, items }) => [date, items.length]), [["a", 2], ["b", 1]]);
  assert.equal(bands[0].offset, 0);
  assert.equal(bands[1].offset, bands[0].width);
  assert.ok(Math.abs(bands[0].width + bands[1].width - 100) < 1e-9);
  assert.deepEqual(date_bands([], String, 100), []);
});

test("a bar runs from end to end, and into the room beyond where it is open", () => {
  const domain = { low: 0, high: 100, logarithmic: false };
  assert.deepEqual(bar_extent({ min: 20, max: 60 }, domain), { from: 20, to: 60, open_from: false, open_to: false });
  const open = bar_extent({ min: 20, max: null }, domain);
  assert.ok(open.open_to && open.to > open.from);
  const under = bar_extent({ min: null, max: 30 }, domain);
  assert.ok(under.open_from && under.from < under.to && under.to === 30);
});
