// A line of a report cut at the borders of everything marked in it. Marks may nest and cross; segments do neither.

import type { Span } from "../data/types.ts";

export type MarkKind = "figure" | "time" | "name" | "cue" | "content";

/** Something marked in a text; `key` is unique in its report, `start` and `end` are UTF-16 here. */
export interface TextMark extends Span { kind: MarkKind; key: string }

export interface Segment { text: string; marks: TextMark[]; hit: boolean }

/** Segments that one click explains together: those of one innermost mark, or those of none. */
export interface Run { handle: TextMark | null; segments: Segment[] }

/** Cuts text[line.start, line.end) at every border of `marks` and `hit`; joined, the segments are the line. */
export function cut_segments(text: string, line: Span, marks: TextMark[], hit: Span | null): Segment[] {
  const inside = marks.filter(({ start, end }) => start < line.end && end > line.start && end > start);
  const borders = new Set([line.start, line.end]);
  for (const { start, end } of hit ? [...inside, hit] : inside) {
    if (start > line.start && start < line.end) borders.add(start);
    if (end > line.start && end < line.end) borders.add(end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index];
    return {
      text: text.slice(start, end),
      marks: inside.filter((mark) => mark.start <= start && mark.end >= end),
      hit: hit !== null && hit.start <= start && hit.end >= end,
    };
  });
}

/** The shortest mark of a segment that is not a statement's content: that is too long to be a handle. */
export function handle_of({ marks }: Segment): TextMark | null {
  let handle: TextMark | null = null;
  for (const mark of marks) {
    if (mark.kind === "content") continue;
    if (!handle || mark.end - mark.start < handle.end - handle.start) handle = mark;
  }
  return handle;
}

export function join_runs(segments: Segment[]): Run[] {
  const runs: Run[] = [];
  for (const segment of segments) {
    const handle = handle_of(segment);
    const last = runs[runs.length - 1];
    if (last && last.handle === handle) last.segments.push(segment);
    else runs.push({ handle, segments: [segment] });
  }
  return runs;
}
