// Copies: pairs of reused passages joined into sets, so that one piece of wire copy in ten reports is shown once.

import type { Model } from "./model.ts";
import { by_published } from "./order.ts";
import type { Evidence, Reuse } from "./types.ts";

/** One shared passage: where it stands in each report, the earliest published first, and the pairs that say so. */
export interface Copy { passages: Evidence[]; pairs: Reuse[] }

function overlaps(a: Evidence, b: Evidence): boolean {
  if (a.document !== b.document) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0.5 * Math.min(a.end - a.start, b.end - b.start);
}

/** Joins passages that are paired, or that overlap by more than half of the shorter in one document. */
export function join_passages(pairs: Reuse[]): Reuse[][] {
  const passages = pairs.flatMap(({ a, b }) => [a, b]);
  const root = passages.map((_, index) => index);
  const find = (index: number): number => (root[index] === index ? index : (root[index] = find(root[index])));
  const by_document = new Map<string, number[]>();
  passages.forEach((passage, index) => {
    if (index % 2) root[find(index)] = find(index - 1);
    const others = by_document.get(passage.document) ?? [];
    for (const other of others) if (overlaps(passages[other], passage)) root[find(index)] = find(other);
    by_document.set(passage.document, [...others, index]);
  });
  const sets = new Map<number, Reuse[]>();
  pairs.forEach((pair, index) => {
    const key = find(2 * index);
    const set = sets.get(key);
    if (set) set.push(pair);
    else sets.set(key, [pair]);
  });
  return [...sets.values()];
}

/** The longest passage of each document. */
function one_a_document(passages: Evidence[]): Evidence[] {
  const longest = new Map<string, Evidence>();
  for (const passage of passages) {
    const other = longest.get(passage.document);
    if (!other || passage.end - passage.start > other.end - other.start) longest.set(passage.document, passage);
  }
  return [...longest.values()];
}

export function build_copies(model: Model, documents: Set<string>): Copy[] {
  const pairs = model.data.reuse.filter(({ a, b }) => documents.has(a.document) && documents.has(b.document));
  return join_passages(pairs)
    .map((set) => {
      const passages = one_a_document(set.flatMap(({ a, b }) => [a, b])).sort((a, b) =>
        by_published(model.documents.get(a.document)!, model.documents.get(b.document)!));
      return { passages, pairs: set };
    })
    .filter(({ passages }) => passages.length > 1)
    .sort((a, b) => b.passages.length - a.passages.length || length_of(b) - length_of(a));
}

/** The pair of `copy` that joins two of its documents, turned so that `first` is its a; null where they share only a third. */
export function pair_of(copy: Copy, first: string, other: string): Reuse | null {
  for (const pair of copy.pairs) {
    if (pair.a.document === first && pair.b.document === other) return pair;
    if (pair.a.document === other && pair.b.document === first) {
      const turned = { a_from_b: "b_from_a", b_from_a: "a_from_b", unknown: "unknown" } as const;
      return {
        ...pair,
        a: pair.b,
        b: pair.a,
        changes: pair.changes?.map((change) => ({ ...change, a: change.b, b: change.a })),
        direction: pair.direction && turned[pair.direction],
      };
    }
  }
  return null;
}

function length_of(copy: Copy): number {
  return copy.passages[0].end - copy.passages[0].start;
}
