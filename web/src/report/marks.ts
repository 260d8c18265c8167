// The layers of a report as marks of its text, and what each mark stands for.

import type { ByteText } from "../base/bytes.ts";
import type { Document, Figure, Line, Mention, Span, Statement, TimeMark } from "../data/types.ts";
import type { TextMark } from "./segments.ts";

export type Layer = "lines" | "figures" | "times" | "names" | "statements";

export type Marked =
  | { kind: "figure"; figure: Figure; span: Span }
  | { kind: "time"; time: TimeMark; span: Span }
  | { kind: "name"; mention: Mention; span: Span }
  | { kind: "statement"; statement: Statement; span: Span };

export interface MarkedText { marks: TextMark[]; of_key: Map<string, Marked> }

/** Marks of the layers that are on; spans become UTF-16. A statement gives two marks under one key: cue and content. */
export function mark_text(document: Document, text: ByteText, layers: Set<Layer>): MarkedText {
  const marks: TextMark[] = [];
  const of_key = new Map<string, Marked>();
  const add = (kind: TextMark["kind"], key: string, span: Span) =>
    marks.push({ kind, key, start: text.index_of(span.start), end: text.index_of(span.end) });
  if (layers.has("figures")) {
    document.figures?.forEach((figure, index) => {
      add("figure", `f${index}`, figure);
      of_key.set(`f${index}`, { kind: "figure", figure, span: figure });
    });
  }
  if (layers.has("times")) {
    document.times?.forEach((time, index) => {
      add("time", `t${index}`, time);
      of_key.set(`t${index}`, { kind: "time", time, span: time });
    });
  }
  if (layers.has("names")) {
    document.mentions?.forEach((mention, index) => {
      add("name", `n${index}`, mention);
      of_key.set(`n${index}`, { kind: "name", mention, span: mention });
    });
  }
  if (layers.has("statements")) {
    document.statements?.forEach((statement, index) => {
      add("cue", `s${index}`, statement.cue);
      add("content", `s${index}`, statement.content);
      of_key.set(`s${index}`, { kind: "statement", statement, span: statement.content });
    });
  }
  return { marks, of_key };
}

const most_open_boilerplate = 2;

/** The lines of a document; where the data has none, those that its line breaks make. */
export function lines_of(document: Document, text: ByteText): Line[] {
  if (document.lines?.length) return document.lines;
  const lines: Line[] = [];
  let index = 0;
  for (const line of text.text.split("\n")) {
    if (line.trim()) lines.push({ start: text.byte_of(index), end: text.byte_of(index + line.length), kind: "body" });
    index += line.length + 1;
  }
  return lines;
}

/** Lines in order, long stretches of boilerplate gathered so that they can be folded away. */
export function fold_boilerplate(lines: Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs[runs.length - 1];
    const boilerplate = line.kind === "boilerplate";
    if (last && boilerplate && last[0].kind === "boilerplate") last.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => (run.length > most_open_boilerplate ? [run] : run.map((line) => [line])));
}

/** The key of the figure or statement that stands exactly at `span`: what a link to it means to explain. */
export function key_at(of_key: Map<string, Marked>, span: Span | null): string | null {
  if (!span) return null;
  for (const [key, { span: { start, end } }] of of_key) {
    if (start === span.start && end === span.end) return key;
  }
  return null;
}
