// Copies: a passage as first published beside one that shares it, what changed marked, numbers that differ in red.

import { useState } from "preact/hooks";
import { word_diff, type DiffPart } from "../base/diff.ts";
import type { Copy } from "../data/copies.ts";
import type { StoryView } from "../data/story.ts";
import type { Evidence } from "../data/types.ts";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

function Passage({ parts, evidence }: { parts: DiffPart[]; evidence: Evidence }) {
  const { model, t, date } = use_reader();
  const document = model.documents.get(evidence.document)!;
  return (
    <div class="passage">
      <p class="passage-source">
        <Cite evidence={[evidence]} noted={false}><bdi class="outlet">{document.outlet || t("no_outlet")}</bdi></Cite>
        {" · "}<bdi>{date(document.published?.slice(0, 16))}</bdi>
      </p>
      <p class="passage-words" lang="ar" dir="auto">
        {parts.map(({ text, kind }) => (kind === "same" ? text : <span class={`diff-${kind}`}>{text}</span>))}
      </p>
    </div>
  );
}

function CopyBlock({ copy }: { copy: Copy }) {
  const { model, t, count } = use_reader();
  const [first, ...others] = copy.passages;
  const [chosen, set_chosen] = useState(0);
  const other = others[chosen];
  const words = (evidence: Evidence) => model.words(model.documents.get(evidence.document)!, evidence);
  const [before, after] = word_diff(words(first), words(other));
  return (
    <div class="copy">
      <p class="tally"><bdi>{count(copy.documents, "report")}</bdi></p>
      {others.length > 1 && (
        <label class="copy-choice">
          {t("compare_with")}{" "}
          <select value={chosen} onChange={(event) => set_chosen(Number(event.currentTarget.value))}>
            {others.map((one, index) => <option value={index}>{model.documents.get(one.document)?.outlet || one.document}</option>)}
          </select>
        </label>
      )}
      <div class="copy-pair">
        <Passage parts={before} evidence={first} />
        <Passage parts={after} evidence={other} />
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
