// Who said what: statements by the source at the end of their chains, copies of one statement gathered.

import { fold_word, split_words } from "../base/diff.ts";
import type { Model, PlacedStatement } from "./model.ts";
import type { Document, Entity } from "./types.ts";

/** A statement as first published, and the reports that have it in the same words or nearly. */
export interface Said { first: PlacedStatement; copies: PlacedStatement[] }
export interface Speaker { key: string; name: string; entity: Entity | null; count: number; said: Said[] }

const least_shared = 0.7;
const fewest_words = 4;

export function word_set(text: string): Set<string> {
  return new Set(split_words(text).map(fold_word).filter(Boolean));
}

/** Whether two sets of words are those of one statement: the same, or sharing 0.7 of all their words where there are four or more. */
export function same_words(a: Set<string>, b: Set<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < least_shared * large.size) return false;
  let shared = 0;
  for (const word of small) if (large.has(word)) ++shared;
  const all = small.size + large.size - shared;
  return small.size < fewest_words ? shared === all : shared >= least_shared * all;
}

/** The numbers that a statement gives, as figures and in digits: where they differ, so do the statements. */
function numbers_of(words: Set<string>, { statement: { content }, document }: PlacedStatement): string {
  const figures = (document.figures ?? [])
    .filter(({ start, end }) => start >= content.start && end <= content.end)
    .map(({ min, max, measure }) => `${measure} ${min} ${max}`);
  return [...figures, ...[...words].filter((word) => /\d/.test(word))].sort().join("|");
}

function gather_copies(model: Model, statements: PlacedStatement[]): Said[] {
  const said: (Said & { words: Set<string>; numbers: string })[] = [];
  for (const placed of statements) {
    const words = word_set(model.words(placed.document, placed.statement.content));
    const numbers = numbers_of(words, placed);
    // Within one report the same words twice are two statements.
    const before = said.find(({ first, copies, words: others, numbers: other_numbers }) =>
      numbers === other_numbers && same_words(words, others) && ![first, ...copies].some(({ document }) => document === placed.document));
    if (before) before.copies.push(placed);
    else said.push({ first: placed, copies: [], words, numbers });
  }
  return said.sort((a, b) => b.copies.length - a.copies.length);
}

/** Speakers over `documents`, given by time of publishing: named ones first, then by the number of their statements. */
export function speakers_of(model: Model, documents: Document[]): Speaker[] {
  const by_key = new Map<string, { name: string; entity: Entity | null; statements: PlacedStatement[] }>();
  for (const document of documents) {
    for (const statement of document.statements ?? []) {
      const origin = statement.chain?.at(-1);
      const name = origin ? model.element_name(origin) : "";
      const key = origin?.entity ?? name;
      const speaker = by_key.get(key) ?? { name, entity: (origin?.entity && model.entities.get(origin.entity)) || null, statements: [] };
      speaker.statements.push({ statement, document });
      by_key.set(key, speaker);
    }
  }
  return [...by_key]
    .map(([key, { name, entity, statements }]) => ({ key, name, entity, count: statements.length, said: gather_copies(model, statements) }))
    .sort((a, b) => Number(b.entity !== null) - Number(a.entity !== null) || b.count - a.count);
}
