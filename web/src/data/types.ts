// The JSON object that `isnad report` writes and this page shows (docs/json.md is the contract).
// Spans are half-open ranges of UTF-8 bytes of the document's `text`.
// All that the contract lets be absent is optional here: the page shows what is there.

export interface Span { start: number; end: number }
export interface Evidence extends Span { document: string }

export interface ChainElement { text: string; entity?: string | null; kind?: string }

export interface Line extends Span { kind: string }
export interface NumberMark extends Span { value: number | string }
export interface TimeMark extends Span { type: string; value: string }
export interface Mention extends Span { type?: string; entity?: string | null }
export interface Note extends Span { text: string }

export interface Statement {
  id?: string;
  cue: Span;
  content: Span;
  form?: string;
  stance?: string | null;
  chain?: ChainElement[];
}

export interface Interval { min: number | null; max: number | null; approx?: boolean }

export interface Figure extends Span, Interval {
  id: string;
  measure: string;
  of?: string | null;
  population?: string | null;
  place?: string | null;
  day?: string | null;
  scope?: string | null;
  modality?: string | null;
  update?: string | null;
  statement?: string | null;
  part_of?: string | null;
  chain?: ChainElement[];
}

export interface Document {
  id: string;
  text: string;
  outlet?: string | null;
  published?: string | null;
  published_basis?: string | null;
  url?: string | null;
  title?: string | null;
  lines?: Line[];
  numbers?: NumberMark[];
  times?: TimeMark[];
  mentions?: Mention[];
  statements?: Statement[];
  figures?: Figure[];
  notes?: Note[];
}

export interface Entity {
  id: string;
  type: string;
  name: string;
  latin?: string | null;
  variants?: { text: string; count: number }[];
}

/** One edit between two copies: the words on each side, either may be empty. */
export interface Change { a: Span; b: Span; number?: boolean; name?: boolean }

export interface Reuse {
  a: Evidence;
  b: Evidence;
  changes?: Change[];
  /** Who copied from whom, where that is known, and by what sign. */
  direction?: "unknown" | "a_from_b" | "b_from_a";
  direction_reason?: string | null;
}

export interface Toll {
  measure: string;
  population?: string | null;
  rule: string;
  min: number | null;
  max: number | null;
  figures?: string[];
  grade?: string | null;
}

export interface BriefItem {
  text?: string;
  text_ar?: string;
  text_en?: string;
  evidence?: Evidence[];
}

export interface Story {
  id: string;
  title?: string | null;
  date?: string | null;
  place?: string | null;
  documents: string[];
  in_part?: string[];
  tolls?: Toll[];
  brief?: BriefItem[];
}

export interface Origin {
  id: string;
  label?: string | null;
  kind?: string | null;
  documents?: string[];
  figures?: string[];
}

export interface Group {
  id: string;
  story?: string | null;
  question?: string | null;
  question_ar?: string | null;
  measure?: string | null;
  population?: string | null;
  scope?: string | null;
  figures: string[];
  relation?: string;
  reason_ar?: string | null;
  reason_en?: string | null;
  origins?: number;
  origin_list?: Origin[];
  parts?: string[];
}

export interface TimelineItem {
  story?: string | null;
  date: string;
  event: string;
  /** Said on that day rather than happened. */
  announced?: boolean;
  evidence?: Evidence[];
}

export interface IsnadData {
  isnad?: { version?: string; data_sha256?: string; options?: Record<string, unknown> };
  documents: Document[];
  entities: Entity[];
  reuse: Reuse[];
  stories: Story[];
  groups: Group[];
  timeline: TimelineItem[];
}

/** A population that is worth naming: "unspecified" is the data's word for none. */
export function named_population(population: string | null | undefined): string | null {
  return population && population !== "unspecified" ? population : null;
}

/** Gives `raw` the lists it must have, so that a partial object shows as an empty report. */
export function complete_data(raw: unknown): IsnadData {
  const object = (raw && typeof raw === "object" ? raw : {}) as Partial<IsnadData>;
  const list = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);
  return {
    isnad: object.isnad,
    documents: list(object.documents),
    entities: list(object.entities),
    reuse: list(object.reuse),
    stories: list(object.stories),
    groups: list(object.groups),
    timeline: list(object.timeline),
  };
}
