import type { StoryView } from "../data/story.ts";
import type { BriefItem } from "../data/types.ts";
import { Cite } from "../parts/cite.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

function BriefSentence({ item }: { item: BriefItem }) {
  const { model, language, number } = use_reader();
  const text = (language === "ar" ? item.text_ar ?? item.text : item.text_en ?? item.text ?? item.text_ar) ?? "";
  const evidence = (item.evidence ?? []).filter(({ document }) => model.documents.has(document));
  return (
    <p dir="auto">
      {text}
      {evidence.map((one, index) => (
        <Cite class="brief-cite" evidence={[one]}>
          <span class="brief-number">{number(index + 1)}</span>
        </Cite>
      ))}
    </p>
  );
}

/** The short account of the story, every sentence with the words that it rests on. */
export function Brief({ view }: { view: StoryView }) {
  const items = view.story.brief ?? [];
  return (
    <Section id="brief" title="brief" empty={items.length === 0 && "no_brief"}>
      {items.map((item) => <BriefSentence item={item} />)}
    </Section>
  );
}
