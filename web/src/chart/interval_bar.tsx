// An interval on a line of values: ends where it ends, fades where it is open, hatched where the words are vague.

import { is_vague, linear_scale, log_scale, type ValueDomain } from "../base/scale.ts";
import type { Interval } from "../data/types.ts";
import { use_reader } from "../reader.tsx";

const height = 14;
const thickness = 8;
const open_room = 16;

/** Places of an interval's ends on a line of 100, from the line's start; open ends get room to fade in. */
export function bar_extent({ min, max }: Interval, domain: ValueDomain): { from: number; to: number; open_from: boolean; open_to: boolean } {
  const scale = domain.logarithmic
    ? log_scale(Math.max(1, domain.low), domain.high, 0, 100)
    : linear_scale(domain.low, domain.high, 0, 100);
  const place = (value: number) => Math.max(0, Math.min(100, scale(value)));
  const from = min === null ? Math.max(0, place(max ?? domain.high) - open_room) : place(min);
  const to = max === null ? Math.min(100, place(min ?? domain.low) + open_room) : place(max);
  return { from, to, open_from: min === null, open_to: max === null };
}

export function IntervalBar({ interval, domain }: { interval: Interval; domain: ValueDomain }) {
  const { rtl } = use_reader();
  const { from, to, open_from, open_to } = bar_extent(interval, domain);
  const x = (place: number) => `${rtl ? 100 - place : place}%`;
  const known = !open_from || !open_to;
  const point = !open_from && !open_to && to - from < 0.5;
  const forward = rtl ? "left" : "right";
  const backward = rtl ? "right" : "left";
  const mask = open_to ? `url(#mask-fade-${forward})`
    : open_from ? `url(#mask-fade-${backward})`
    : is_vague(interval) ? "url(#mask-hatch)" : undefined;
  const middle = height / 2;
  return (
    <svg class="interval-bar" width="100%" height={height} aria-hidden="true">
      <line class="bar-axis" x1="0" x2="100%" y1={middle} y2={middle} />
      {!point && to > from && known && (
        <rect class="bar-body" x={rtl ? x(to) : x(from)} width={`${to - from}%`} y={middle - thickness / 2} height={thickness} mask={mask} />
      )}
      {known && !open_from && <line class="bar-end" x1={x(from)} x2={x(from)} y1={1} y2={height - 1} />}
      {known && !open_to && !point && <line class="bar-end" x1={x(to)} x2={x(to)} y1={1} y2={height - 1} />}
    </svg>
  );
}
