// Scales and layout of the charts: pure functions, so that they can be tested without a browser.

import type { Interval } from "../data/types.ts";

export type Scale = (value: number) => number;

/** Linear map of [d0, d1] onto [r0, r1]; a domain of no width goes to the middle. */
export function linear_scale(d0: number, d1: number, r0: number, r1: number): Scale {
  if (d0 === d1) return () => (r0 + r1) / 2;
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Logarithmic map of [d0, d1] (from 1 up) onto [r0, r1]; values under 1 count as 1. */
export function log_scale(d0: number, d1: number, r0: number, r1: number): Scale {
  const log = (value: number) => Math.log10(Math.max(1, value));
  const inner = linear_scale(log(d0), log(d1), r0, r1);
  return (value) => inner(log(value));
}

/** Round numbers within [low, high], about `count` of them: steps of 1, 2 or 5 times a power of ten, 1 at least for counts. */
export function round_ticks(low: number, high: number, count: number, counts = true): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
  const whole = counts ? Math.max(1, step) : step;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / whole) * whole; tick <= high + whole * 1e-9; tick += whole) {
    ticks.push(Number(tick.toPrecision(12)));
  }
  return ticks;
}

/** Powers of ten within [low, high], for a logarithmic axis; with halves where there would be under two. */
export function log_ticks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = 1; power <= high; power *= 10) {
    for (const factor of [1, 2, 5]) {
      if (power * factor >= low && power * factor <= high) ticks.push(power * factor);
    }
  }
  const tens = ticks.filter((tick) => Number.isInteger(Math.log10(tick)));
  return tens.length >= 2 ? tens : ticks;
}

export interface ValueDomain { low: number; high: number; logarithmic: boolean }

/** The span of values that `intervals` need, with room at open ends; logarithmic from a ratio of 30 up. */
export function value_domain(intervals: Interval[]): ValueDomain {
  const ends = intervals.flatMap(({ min, max }) => [min, max]).filter((end): end is number => end !== null);
  if (ends.length === 0) return { low: 0, high: 1, logarithmic: false };
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const open = intervals.some(({ min, max }) => min === null || max === null);
  if (least > 0 && most / least >= 30) {
    return { low: 10 ** Math.floor(Math.log10(least)), high: most * (open ? 4 : 1.5), logarithmic: true };
  }
  const room = Math.max((most - least) * (open ? 0.35 : 0.18), most * 0.04, 0.5);
  return { low: Math.max(0, least - room), high: most + room, logarithmic: false };
}

/** Whether the interval is that of a vague word: tens (20 to 99), hundreds (200 to 999), and so on. */
export function is_vague({ min, max }: Interval): boolean {
  if (min === null || max === null || min < 20) return false;
  const power = Math.log10(min / 2);
  return Number.isInteger(power) && max === 10 * 10 ** power - 1;
}

/** Runs of intervals that overlap, from low to high: two or more runs are a gap that no value bridges. */
export function compatible_runs(intervals: Interval[]): Interval[] {
  const low = (interval: Interval) => interval.min ?? -Infinity;
  const high = (interval: Interval) => interval.max ?? Infinity;
  const sorted = [...intervals].sort((a, b) => low(a) - low(b) || high(a) - high(b));
  const runs: Interval[] = [];
  for (const interval of sorted) {
    const run = runs[runs.length - 1];
    if (run && low(interval) <= high(run)) {
      if (high(interval) > high(run)) run.max = interval.max;
    } else {
      runs.push({ min: interval.min, max: interval.max });
    }
  }
  return runs;
}

/** What a conflict sets apart: the runs with gaps between; where others bridge them, the two values furthest apart. */
export function opposed_values(intervals: Interval[]): Interval[] {
  const runs = compatible_runs(intervals);
  if (runs.length !== 1) return runs;
  const high = (interval: Interval) => interval.max ?? Infinity;
  const low = (interval: Interval) => interval.min ?? -Infinity;
  const lowest = intervals.reduce((a, b) => (high(b) < high(a) ? b : a));
  const highest = intervals.reduce((a, b) => (low(b) > low(a) ? b : a));
  return high(lowest) < low(highest) ? [lowest, highest] : runs;
}

/** A line that holds each value until the next: level, then up or down. */
export function step_path(points: [number, number][]): string {
  return points.map(([x, y], index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
}

export interface Band<T> { date: string; items: T[]; offset: number; width: number }

/** Lays items, sorted by date, in one band a day, each band as wide as it has items. */
export function date_bands<T>(items: T[], date_of: (item: T) => string, width: number): Band<T>[] {
  const bands: Band<T>[] = [];
  for (const item of items) {
    const date = date_of(item);
    const band = bands[bands.length - 1];
    if (band && band.date === date) band.items.push(item);
    else bands.push({ date, items: [item], offset: 0, width: 0 });
  }
  const share = width / Math.max(1, items.length + bands.length);
  let offset = 0;
  for (const band of bands) {
    band.offset = offset;
    band.width = share * (band.items.length + 1);
    offset += band.width;
  }
  return bands;
}
