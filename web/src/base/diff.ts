// What one passage changed of another: the changes that the data gives, or else a word-level longest common
// subsequence over folded words.

import type { ByteText } from "./bytes.ts";
import type { Span } from "../data/types.ts";

export type DiffKind = "same" | "changed" | "number" | "name";
export interface DiffPart { text: string; kind: DiffKind }

/** Splits into words and the blanks between, so that joining gives the text back. */
export function split_words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** One form for spellings that are no change of wording. NFKD takes the hamza off its alif, so that it goes with the marks. */
export function fold_word(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\p{P}\p{S}]/gu, "")
    .replace(/\u0671/g, "\u0627")
    .replace(/\u0649/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}

/** Which of `a` and `b` lie in a longest common subsequence; quadratic, so the caller cuts long passages. */
function common(a: string[], b: string[]): [Set<number>, Set<number>] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; --i) {
    for (let j = b.length - 1; j >= 0; --j) {
      table[i * width + j] = a[i] === b[j]
        ? table[(i + 1) * width + j + 1] + 1
        : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const in_a = new Set<number>();
  const in_b = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      in_a.add(i++);
      in_b.add(j++);
    } else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) ++i;
    else ++j;
  }
  return [in_a, in_b];
}

/** Runs of words of one kind; the blanks at a border stand outside the mark. */
function parts_of(pieces: string[], is_same: (word: number) => boolean): DiffPart[] {
  const parts: DiffPart[] = [];
  let blanks = "";
  let word = 0;
  const add = (text: string, kind: DiffKind) => {
    const last = parts[parts.length - 1];
    if (last?.kind === kind) last.text += text;
    else if (text) parts.push({ text, kind });
  };
  for (const piece of pieces) {
    if (/^\s/.test(piece)) {
      blanks = piece;
      continue;
    }
    const same = is_same(word++) || fold_word(piece) === "";
    const kind = same ? "same" : /[\d\u0660-\u0669]/.test(piece) ? "number" : "changed";
    const within = parts[parts.length - 1]?.kind === kind;
    add(blanks, within ? kind : "same");
    add(piece, kind);
    blanks = "";
  }
  add(blanks, "same");
  return parts;
}

/** The two passages in runs of words, those that the other lacks marked; changed numbers apart. */
export function word_diff(a: string, b: string): [DiffPart[], DiffPart[]] {
  const pieces_a = split_words(a);
  const pieces_b = split_words(b);
  const words = (pieces: string[]) => pieces.filter((piece) => !/^\s/.test(piece)).map(fold_word);
  const [in_a, in_b] = common(words(pieces_a).slice(0, 1000), words(pieces_b).slice(0, 1000));
  return [parts_of(pieces_a, (word) => in_a.has(word)), parts_of(pieces_b, (word) => in_b.has(word))];
}

/** A passage cut at the spans that changed, in order; spans outside it or behind one another are left out. */
export function marked_changes(text: ByteText, passage: Span, changes: { span: Span; kind: DiffKind }[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let place = passage.start;
  const add = (start: number, end: number, kind: DiffKind) => {
    const words = text.slice({ start, end });
    if (words) parts.push({ text: words, kind });
  };
  for (const { span, kind } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < place || span.end > passage.end) continue;
    add(place, span.start, "same");
    add(span.start, span.end, kind);
    place = span.end;
  }
  add(place, passage.end, "same");
  return parts;
}
