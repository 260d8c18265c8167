// Who said what: statements by the one who made them, the origin of the chain.

import { clip_words } from "../base/sentence.ts";
import { outlet_name } from "../base/name.ts";
import type { StoryView } from "../data/story.ts";
import type { Said, Speaker } from "../data/voices.ts";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { OriginMark } from "../parts/origin_mark.tsx";
import { Source } from "../parts/quote.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

const longest_content = 320;

/** The other reports that have the same words: copies, not further voices. */
function CopiesOf({ said }: { said: Said }) {
  const { t } = use_reader();
  if (said.copies.length === 0) return null;
  return (
    <>
      {" · "}{t("also_in")}{" "}
      {said.copies.map(({ statement, document }, index) => (
        <>
          {index > 0 && "، "}
          <Cite class="quiet" evidence={[{ document: document.id, ...statement.content }]} noted={false}><bdi>{outlet_name(document)}</bdi></Cite>
        </>
      ))}
    </>
  );
}

function SaidOnce({ said }: { said: Said }) {
  const { statement, document } = said.first;
  const { model, t, term } = use_reader();
  const words = model.words(document, statement.content);
  const shown = clip_words(words, longest_content);
  const quoted = statement.form === "direct" && !/^["“”«‘']|["“”»’']$/.test(words.trim());
  const relays = (statement.chain ?? []).slice(0, -1).map((element) => model.element_name(element));
  return (
    <li class="said">
      <Cite evidence={[{ document: document.id, ...statement.content }]} noted={false}>
        <span class="said-words" lang="ar" dir="auto">{quoted ? `«${shown}»` : shown}</span>
      </Cite>
      <span class="said-source">
        <bdi lang="ar">{model.words(document, statement.cue)}</bdi>
        {statement.stance && statement.stance !== "asserts" && <> · {term("stance", statement.stance)}</>}
        {statement.form === "direct" && <> · {term("form", statement.form)}</>}
        {relays.map((name) => <> · {t("from_chain")} <bdi>{name}</bdi></>)}
        {" · "}<Source document={document} />
        <CopiesOf said={said} />
      </span>
    </li>
  );
}

function SpeakerBlock({ speaker, view }: { speaker: Speaker; view: StoryView }) {
  const { t, count, model } = use_reader();
  const origin = view.origins.of_chain(model, speaker.said[0].first.statement.chain);
  return (
    <>
      <h3>
        {origin && <OriginMark origin={origin} />} <bdi>{speaker.name || t("unnamed")}</bdi>
        <span class="tally"><bdi>{count(speaker.count, "statement")}</bdi></span>
      </h3>
      <ul><More items={speaker.said} first={3} render={(said) => <SaidOnce said={said} />} /></ul>
    </>
  );
}

export function Voices({ view }: { view: StoryView }) {
  return (
    <Section id="voices" title="voices" empty={view.speakers.length === 0 && "no_voices"}>
      <ul class="voices">
        <More items={view.speakers} first={12} render={(speaker) => <li class="speaker"><SpeakerBlock speaker={speaker} view={view} /></li>} />
      </ul>
    </Section>
  );
}
