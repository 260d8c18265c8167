// A line of a report: its kind, its words with what is marked in them, and the margin.

import type { Document, Line, Span } from "../data/types.ts";
import type { OriginView } from "../data/origins.ts";
import { OriginMark, hue_class } from "../parts/origin_mark.tsx";
import { Value } from "../parts/value.tsx";
import { use_reader } from "../reader.tsx";
import { Explain } from "./explain.tsx";
import type { Marked, MarkedText } from "./marks.ts";
import { cut_segments, join_runs, type Run, type Segment, type TextMark } from "./segments.ts";

export interface LineProps {
  document: Document;
  line: Line;
  marked: MarkedText;
  hit: Span | null;
  selected: string | null;
  show_kind: boolean;
  origin_of: (marked: Marked) => OriginView | null;
  select: (key: string | null) => void;
}

function segment_class(segment: Segment, selected: string | null, marked: MarkedText, origin_of: LineProps["origin_of"]): string {
  const classes = new Set<string>();
  for (const mark of segment.marks) {
    classes.add(`m-${mark.kind}`);
    if (mark.key === selected) classes.add("m-selected");
    if (mark.kind === "figure") classes.add(hue_class(origin_of(marked.of_key.get(mark.key)!)));
  }
  if (segment.hit) classes.add("m-hit");
  return [...classes].join(" ");
}

function RunView({ run, ...props }: LineProps & { run: Run }) {
  const { selected, marked, origin_of, select } = props;
  const parts = run.segments.map((segment) => {
    const name = segment_class(segment, selected, marked, origin_of);
    return name ? <span class={name}>{segment.text}</span> : segment.text;
  });
  const { handle } = run;
  if (!handle) return <>{parts}</>;
  const toggle = () => select(selected === handle.key ? null : handle.key);
  const on_key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle();
  };
  return (
    <span class={`handle handle-${handle.kind}`} role="button" tabIndex={0} aria-expanded={selected === handle.key}
      onClick={toggle} onKeyDown={on_key}>{parts}</span>
  );
}

function MarginNote({ marked, origin }: { marked: Marked; origin: OriginView | null }) {
  const { model, term, date, t } = use_reader();
  switch (marked.kind) {
    case "figure":
      return <><OriginMark origin={origin} /> <Value interval={marked.figure} /> {term("measure", marked.figure.measure)}</>;
    case "time":
      return <bdi>{date(marked.time.value)}</bdi>;
    case "name":
      return <bdi lang="ar">{(marked.mention.entity && model.entities.get(marked.mention.entity)?.name) || term("entity", marked.mention.type)}</bdi>;
    case "statement": {
      const source = marked.statement.chain?.at(-1);
      return <span class="margin-speaker"><bdi>{source ? model.element_name(source) : t("unnamed")}</bdi></span>;
    }
  }
}

/** One note for each thing marked first in this line; for the eye and the mouse, the words hold the same for the keyboard. */
function Margin({ marks, explains, ...props }: LineProps & { marks: TextMark[]; explains: boolean }) {
  const { marked, selected, select, document, origin_of } = props;
  const shown = selected && explains ? marked.of_key.get(selected) : undefined;
  return (
    <div class="margin">
      {shown && <Explain document={document} origin={origin_of(shown)} marked={shown} close={() => select(null)} />}
      {marks.length > 0 && (
        <ul class="margin-notes" aria-hidden="true">
          {marks.map(({ key }) => {
            const one = marked.of_key.get(key)!;
            return (
              <li class={`margin-${one.kind} ${key === selected ? "m-selected" : ""}`} onClick={() => select(key)}>
                <MarginNote marked={one} origin={origin_of(one)} />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** One mark for each thing: a name that returns in the line is noted once. */
function one_a_thing(marks: TextMark[], marked: MarkedText): TextMark[] {
  const things = new Map<string, TextMark>();
  for (const mark of marks) {
    const one = marked.of_key.get(mark.key)!;
    const thing = one.kind === "name" && one.mention.entity ? `entity ${one.mention.entity}` : mark.key;
    if (!things.has(thing)) things.set(thing, mark);
  }
  return [...things.values()];
}

export function LineRow(props: LineProps) {
  const { document, line, marked, hit, show_kind } = props;
  const { model, term } = use_reader();
  const text = model.text(document);
  const span = { start: text.index_of(line.start), end: text.index_of(line.end) };
  const runs = join_runs(cut_segments(text.text, span, marked.marks, hit));
  const started = marked.marks.filter(({ kind, start }) => kind !== "content" && start >= span.start && start < span.end);
  const marks = one_a_thing(started, marked).sort((a, b) => a.start - b.start);
  const Words = line.kind === "title" ? "h1" : line.kind === "subhead" ? "h2" : "p";
  return (
    <div class={`line line-${line.kind}`}>
      <span class="line-kind">{show_kind && line.kind !== "body" ? term("line", line.kind) : ""}</span>
      <Words class="line-words" lang="ar" dir="auto">{runs.map((run) => <RunView run={run} {...props} />)}</Words>
      <Margin marks={marks} explains={started.some(({ key }) => key === props.selected)} {...props} />
    </div>
  );
}
