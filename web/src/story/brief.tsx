import type { StoryView } from "../data/story.ts";
import type { BriefItem, Evidence } from "../data/types.ts";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { use_note } from "../parts/notes.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

const most_single_cites = 3;
const first_sentences = 8;

/** The number of the note, which on the screen stands here alone. */
function BriefCite({ evidence }: { evidence: Evidence[] }) {
  const number = use_note(evidence);
  return <Cite class="brief-cite" evidence={evidence} noted={false}><bdi dir="ltr">[{number}]</bdi></Cite>;
}

function BriefSentence({ item }: { item: BriefItem }) {
  const { model, language } = use_reader();
  const text = (language === "ar" ? item.text_ar ?? item.text : item.text_en ?? item.text ?? item.text_ar)?.trim() ?? "";
  const evidence = (item.evidence ?? []).filter(({ document }) => model.documents.has(document));
  return (
    <p dir="auto">
      {text}
      {evidence.length > 0 && <span class="brief-cites">{"\u2060\u00a0"}
        {evidence.length > most_single_cites ? <BriefCite evidence={evidence} /> : evidence.map((one) => <BriefCite evidence={[one]} />)}</span>}
    </p>
  );
}

/** The short account of the story, every sentence with the words that it rests on. */
export function Brief({ view }: { view: StoryView }) {
  const items = view.story.brief ?? [];
  return (
    <Section id="brief" title="brief" empty={items.length === 0 && "no_brief"}>
      <ul><More items={items} first={first_sentences} render={(item) => <li><BriefSentence item={item} /></li>} /></ul>
    </Section>
  );
}
