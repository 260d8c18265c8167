// Spans of isnad are byte offsets into UTF-8; JavaScript strings count UTF-16 units.
// ByteText holds one text and the map between the two, made once, on first use.

import type { Span } from "../data/types.ts";

/** Bytes that the code point starting at UTF-16 unit `index` takes in UTF-8. */
function utf8_length(code_point: number): number {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

/** For each byte of the UTF-8 form of `text`, and one past it, the UTF-16 index of its code point. */
export function byte_map(text: string): Uint32Array {
  let length = 0;
  for (const character of text) length += utf8_length(character.codePointAt(0)!);
  const map = new Uint32Array(length + 1);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const size = utf8_length(character.codePointAt(0)!);
    map.fill(unit, byte, byte + size);
    byte += size;
    unit += character.length;
  }
  map[length] = text.length;
  return map;
}

export class ByteText {
  readonly text: string;
  private map: Uint32Array | null = null;
  private bytes: Uint32Array | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** UTF-16 index of byte `offset`; offsets outside the text are clamped, those inside a code point go to its start. */
  index_of(offset: number): number {
    this.map ??= byte_map(this.text);
    const last = this.map.length - 1;
    return this.map[Math.max(0, Math.min(last, Math.trunc(offset) || 0))];
  }

  /** Byte offset of UTF-16 index `index`. */
  byte_of(index: number): number {
    if (!this.bytes) {
      this.map ??= byte_map(this.text);
      this.bytes = new Uint32Array(this.text.length + 1);
      for (let byte = this.map.length - 1; byte >= 0; --byte) this.bytes[this.map[byte]] = byte;
      // The second half of a surrogate pair has no byte of its own: it takes that of the first.
      for (let unit = 1; unit <= this.text.length; ++unit) this.bytes[unit] ||= this.bytes[unit - 1];
    }
    return this.bytes[Math.max(0, Math.min(this.text.length, index))];
  }

  slice(span: Span): string {
    return this.text.slice(this.index_of(span.start), this.index_of(span.end));
  }
}
