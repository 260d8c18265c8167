// The sentence around a span, for the citation that a mark shows on hover and focus.
// The data holds no sentences: the bounds here only frame a quotation, they decide nothing.

export interface Quotation { before: string; words: string; after: string }

const longest_side = 240;

function ends_sentence(text: string, index: number): boolean {
  const character = text[index];
  if (character === "\n") return true;
  if (!".!؟?…".includes(character)) return false;
  const next = text[index + 1];
  return next === undefined || /[\s"”»)]/.test(next);
}

/** UTF-16 bounds of the sentence of `text` that holds [start, end). */
export function sentence_bounds(text: string, start: number, end: number): [number, number] {
  let first = start;
  while (first > 0 && !ends_sentence(text, first - 1)) --first;
  let last = Math.max(start, end);
  if (last === start || !ends_sentence(text, last - 1)) {
    while (last < text.length && !ends_sentence(text, last)) ++last;
    if (last < text.length && text[last] !== "\n") ++last;
  }
  while (last < text.length && /["”»)]/.test(text[last])) ++last;
  while (first < start && /[\s"”»)]/.test(text[first]) && !/[“«(]/.test(text[first])) ++first;
  return [first, last];
}

/** Cuts `text` to at most `limit` characters at a blank, never within a word; `from_end` keeps its end. */
export function clip_words(text: string, limit: number, from_end = false): string {
  if (text.length <= limit) return text;
  if (from_end) {
    const tail = text.slice(text.length - limit);
    const blank = tail.search(/\s/);
    return "… " + (blank < 0 ? "" : tail.slice(blank + 1));
  }
  const head = text.slice(0, limit + 1);
  const blank = head.search(/\s\S*$/);
  return (blank < 0 ? "" : head.slice(0, blank)) + " …";
}

/** The words at [start, end) with the rest of their sentence on both sides, long sides cut at a word. */
export function quotation_at(text: string, start: number, end: number): Quotation {
  const [first, last] = sentence_bounds(text, start, end);
  return {
    before: clip_words(text.slice(first, start), longest_side, true),
    words: clip_words(text.slice(start, end), 2 * longest_side),
    after: clip_words(text.slice(end, last), longest_side),
  };
}
