// Copies: a passage as first published beside one that shares it, what changed marked, numbers that differ in red.

import { useState } from "preact/hooks";
import { outlet_name } from "../base/name.ts";
import { marked_changes, word_diff, type DiffKind, type DiffPart } from "../base/diff.ts";
import { pair_of, type Copy } from "../data/copies.ts";
import type { Model } from "../data/model.ts";
import type { StoryView } from "../data/story.ts";
import type { Change, Evidence, Reuse } from "../data/types.ts";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

function Passage({ parts, evidence }: { parts: DiffPart[]; evidence: Evidence }) {
  const { model, date } = use_reader();
  const document = model.documents.get(evidence.document)!;
  return (
    <div class="passage">
      <p class="passage-source">
        <Cite evidence={[evidence]} noted={false}><bdi class="outlet">{outlet_name(document)}</bdi></Cite>
        {document.published && <> · <bdi>{date(document.published.slice(0, 16))}</bdi></>}
      </p>
      <p class="passage-words" lang="ar" dir="auto">
        {parts.map(({ text, kind }) => (kind === "same" ? text : <span class={`diff-${kind}`}>{text}</span>))}
      </p>
    </div>
  );
}

/** Both sides in parts: by the data's own changes where it has them, else word by word. */
function pair_parts(model: Model, { a, b, changes }: Reuse): [DiffPart[], DiffPart[]] {
  const text_a = model.text(model.documents.get(a.document)!);
  const text_b = model.text(model.documents.get(b.document)!);
  if (!changes) return word_diff(text_a.slice(a), text_b.slice(b));
  const kind = (change: Change): DiffKind => (change.number ? "number" : change.name ? "name" : "changed");
  return [
    marked_changes(text_a, a, changes.map((change) => ({ span: change.a, kind: kind(change) }))),
    marked_changes(text_b, b, changes.map((change) => ({ span: change.b, kind: kind(change) }))),
  ];
}

/** Who had it from whom, and the sign by which that is told. */
function CopyDirection({ pair: { a, b, direction, direction_reason } }: { pair: Reuse }) {
  const { model, t, term } = use_reader();
  if (!direction || direction === "unknown") return null;
  const [from, to] = direction === "b_from_a" ? [a, b] : [b, a];
  const outlet = (one: Evidence) => <bdi class="outlet">{outlet_name(model.documents.get(one.document)!)}</bdi>;
  return (
    <p class="tally">
      {outlet(to)} {t("copied_from")} {outlet(from)}
      {direction_reason && <> ({term("direction", direction_reason)})</>}
    </p>
  );
}

function CopyBlock({ copy }: { copy: Copy }) {
  const { model, t, count } = use_reader();
  const [first, ...others] = copy.passages;
  const [chosen, set_chosen] = useState(0);
  const pair = pair_of(copy, first.document, others[chosen].document) ?? { a: first, b: others[chosen] };
  const [before, after] = pair_parts(model, pair);
  return (
    <div class="copy">
      <p class="tally"><bdi>{count(copy.passages.length, "report")}</bdi></p>
      <CopyDirection pair={pair} />
      {others.length > 1 && (
        <label class="copy-choice">
          {t("compare_with")}{" "}
          <select value={chosen} onChange={(event) => set_chosen(Number(event.currentTarget.value))}>
            {others.map((one, index) => <option value={index}>{outlet_name(model.documents.get(one.document)!)}</option>)}
          </select>
        </label>
      )}
      <div class="copy-pair">
        <Passage parts={before} evidence={pair.a} />
        <Passage parts={after} evidence={pair.b} />
      </div>
    </div>
  );
}

export function Copies({ view }: { view: StoryView }) {
  return (
    <Section id="copies" title="copies" lead="copies_lead" empty={view.copies.length === 0 && "no_copies"}>
      <ul class="copies"><More items={view.copies} first={4} render={(copy) => <li><CopyBlock copy={copy} /></li>} /></ul>
    </Section>
  );
}
