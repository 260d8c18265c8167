// The numbers of notes: one a passage, in the order in which passages are first cited.

import type { Evidence } from "../data/types.ts";

export class NoteRegistry {
  readonly list: Evidence[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of this passage, from 1. */
  number_of(evidence: Evidence): number {
    const key = `${evidence.document}/${evidence.start}-${evidence.end}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.list.push(evidence);
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** Numbers as "3, 7–9": sorted, each once, three and more in a row as a run. */
export function number_runs(numbers: number[], format: (value: number) => string = String): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs[runs.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (first === last ? format(first) : `${format(first)}${last === first + 1 ? ", " : "–"}${format(last)}`))
    .join(", ");
}
