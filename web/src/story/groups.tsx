// Groups of figures that answer one question: the judgement and why, the chart, and each figure with its chain.

import type { ChartPoint } from "../chart/group_chart.tsx";
import { GroupChart } from "../chart/group_chart.tsx";
import type { Model } from "../data/model.ts";
import { by_published } from "../data/order.ts";
import { group_measure, type StoryView } from "../data/story.ts";
import type { Group } from "../data/types.ts";
import { Chain } from "../parts/chain.tsx";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { OriginMark } from "../parts/origin_mark.tsx";
import { Section } from "../parts/section.tsx";
import { MeasureName, Value } from "../parts/value.tsx";
import { use_reader, type Reader } from "../reader.tsx";

function placed_figures(model: Model, group: Group) {
  return group.figures.flatMap((id) => model.figures.get(id) ?? [])
    .sort((a, b) => by_published(a.document, b.document));
}

function chart_points(reader: Reader, view: StoryView, group: Group): ChartPoint[] {
  return placed_figures(reader.model, group).map(({ figure, document }) => ({
    figure,
    evidence: { document: document.id, start: figure.start, end: figure.end },
    day: document.published?.slice(0, 10) ?? "",
    origin: view.origins.of_figure(figure.id),
    label: [reader.interval(figure), document.outlet, reader.date(document.published?.slice(0, 10))].filter(Boolean).join(" · "),
  }));
}

export function Judgement({ group }: { group: Group }) {
  const { term, language } = use_reader();
  const reason = language === "ar" ? group.reason_ar ?? group.reason_en : group.reason_en ?? group.reason_ar;
  return (
    <p class={`judgement judgement-${group.relation}`}>
      <strong>{term("relation", group.relation)}</strong>
      {reason && <span class="reason" dir="auto">{reason}</span>}
    </p>
  );
}

/** A group's figures, one a row: value, origin with chain, outlet, date. */
function Ledger({ view, group }: { view: StoryView; group: Group }) {
  const { model, date, t, term } = use_reader();
  return (
    <ul class="ledger">
      <More items={placed_figures(model, group)} first={5} render={({ figure, document }) => (
        <li>
          <Cite class="ledger-value" evidence={[{ document: document.id, start: figure.start, end: figure.end }]}>
            <OriginMark origin={view.origins.of_figure(figure.id)} /> <Value interval={figure} />
          </Cite>
          <span class="ledger-words" lang="ar" dir="rtl">{model.words(document, figure)}</span>
          <span class="ledger-chain">
            {figure.chain?.length ? <Chain chain={figure.chain} /> : <span class="own-voice">{t("own_voice")}</span>}
            {figure.update && <span class="tag">{term("update", figure.update)}</span>}
            {figure.modality && figure.modality !== "asserted" && <span class="tag">{term("modality", figure.modality)}</span>}
          </span>
          <span class="ledger-outlet"><bdi>{document.outlet || t("no_outlet")}</bdi> · <bdi>{date(document.published?.slice(0, 10))}</bdi></span>
        </li>
      )} />
    </ul>
  );
}

/** More marks than half the width of the page can hold apart. */
const many_points = 16;

function GroupCard({ view, group }: { view: StoryView; group: Group }) {
  const reader = use_reader();
  const { model, t, count, language } = reader;
  const question = language === "ar" ? group.question_ar ?? group.question : group.question;
  const first = model.figures.get(group.figures[0])?.figure;
  const parts = (group.parts ?? []).flatMap((id) => model.groups.get(id) ?? []);
  return (
    <article class={`group ${group.figures.length > many_points ? "group-wide" : ""}`} id={`group-${group.id}`}>
      <header>
        <h3><MeasureName measure={group_measure(model, group)} population={group.population ?? first?.population} /></h3>
        {question && <p class="question" dir="auto">{question}</p>}
        <Judgement group={group} />
        <p class="tally">
          <bdi>{count(group.figures.length, "figure")}</bdi>
          {group.origins !== undefined && <> · <bdi>{count(group.origins, "origin")}</bdi></>}
        </p>
        {parts.length > 0 && (
          <p class="parts">{t("whole_sum")}: {parts.map((part, index) => (
            <>{index > 0 && " + "}<MeasureName measure={group_measure(model, part)} population={part.population} /></>
          ))}</p>
        )}
      </header>
      <GroupChart group={group} points={chart_points(reader, view, group)} />
      <Ledger view={view} group={group} />
    </article>
  );
}

function SingleFigures({ view }: { view: StoryView }) {
  const { model, t } = use_reader();
  return (
    <div class="singles">
      <h3>{t("single_figures")}</h3>
      <ul class="ledger">
        <More items={view.single_groups} first={12} render={(group) => {
          const placed = model.figures.get(group.figures[0]);
          if (!placed) return null;
          const { figure, document } = placed;
          return (
            <li>
              <Cite class="ledger-value" evidence={[{ document: document.id, start: figure.start, end: figure.end }]}>
                <OriginMark origin={view.origins.of_figure(figure.id)} /> <Value interval={figure} />
              </Cite>
              <span class="ledger-words" lang="ar" dir="rtl">{model.words(document, figure)}</span>
              <span class="ledger-chain"><MeasureName measure={figure.measure} /> · <Chain chain={figure.chain} /></span>
              <span class="ledger-outlet"><bdi>{document.outlet || t("no_outlet")}</bdi></span>
            </li>
          );
        }} />
      </ul>
    </div>
  );
}

export function Groups({ view }: { view: StoryView }) {
  const empty = view.groups.length + view.single_groups.length === 0;
  return (
    <Section id="figures" title="figures" lead="figures_lead" empty={empty && "no_figures"}>
      <div class="group-list">{view.groups.map((group) => <GroupCard view={view} group={group} />)}</div>
      {view.single_groups.length > 0 && <SingleFigures view={view} />}
    </Section>
  );
}
