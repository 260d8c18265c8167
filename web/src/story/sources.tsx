import { outlet_name } from "../base/name.ts";
import type { StoryView } from "../data/story.ts";
import type { Document } from "../data/types.ts";
import { OriginMark } from "../parts/origin_mark.tsx";
import { Section } from "../parts/section.tsx";
import { More } from "../parts/more.tsx";
import { use_reader } from "../reader.tsx";
import { report_link } from "../route.ts";

function SourceRow({ view, document, in_part }: { view: StoryView; document: Document; in_part: boolean }) {
  const { model, t, date, term } = use_reader();
  return (
    <li class="source-row">
      <a class="source-title" href={report_link(document.id)} lang="ar" dir="auto">{model.title(document) ?? t("untitled")}</a>
      <span class="source-line">
        <bdi class="outlet">{outlet_name(document)}</bdi>
        {document.published && <> · <bdi>{date(document.published.slice(0, 16))}</bdi></>}
        {document.published && document.published_basis && document.published_basis !== "metadata" && <> ({term("basis", document.published_basis)})</>}
        {in_part && <> · {t("in_part")}</>}
        <span class="source-origins">{view.origins.of_document(document).map((origin) => <OriginMark origin={origin} />)}</span>
      </span>
    </li>
  );
}

/** The reports themselves, each with the marks of the origins that it carries. */
export function Sources({ view }: { view: StoryView }) {
  const rows = [
    ...view.documents.map((document) => ({ document, in_part: false })),
    ...view.in_part.map((document) => ({ document, in_part: true })),
  ];
  return (
    <Section id="sources" title="sources">
      <ul class="sources"><More items={rows} first={12} render={(row) => <SourceRow view={view} {...row} />} /></ul>
    </Section>
  );
}
