// Groups of figures that answer one question: the judgement and why, the chart, and each figure with its chain.

import { with_digits } from "../base/format.ts";
import { outlet_name } from "../base/name.ts";
import type { ChartPoint } from "../chart/group_chart.tsx";
import { GroupChart } from "../chart/group_chart.tsx";
import { group_measure, placed_figures, type StoryView } from "../data/story.ts";
import type { Group } from "../data/types.ts";
import { Chain } from "../parts/chain.tsx";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { OriginMark } from "../parts/origin_mark.tsx";
import { Section } from "../parts/section.tsx";
import { GroupName, GroupQuestion, Value } from "../parts/value.tsx";
import { use_reader, type Reader } from "../reader.tsx";

function chart_points(reader: Reader, view: StoryView, group: Group): ChartPoint[] {
  // What says no number has no place on a line of numbers; the ledger below has it.
  const known = placed_figures(reader.model, group).filter(({ figure: { min, max } }) => min !== null || max !== null);
  return known.map(({ figure, document }) => ({
    figure,
    evidence: { document: document.id, start: figure.start, end: figure.end },
    day: document.published?.slice(0, 10) ?? "",
    origin: view.origins.of_figure(figure.id),
    label: [reader.interval(figure), document.outlet, reader.date(document.published?.slice(0, 10))].filter(Boolean).join(" · "),
  }));
}

export function Judgement({ group }: { group: Group }) {
  const { term, language, digits } = use_reader();
  const reason = language === "ar" ? group.reason_ar ?? group.reason_en : group.reason_en ?? group.reason_ar;
  return (
    <p class={`judgement judgement-${group.relation}`}>
      <strong>{term("relation", group.relation)}</strong>
      {reason && <span class="reason" dir="auto">{with_digits(reason, digits)}</span>}
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
          <span class="ledger-outlet"><bdi>{outlet_name(document)}</bdi>{document.published && <> · <bdi>{date(document.published.slice(0, 10))}</bdi></>}</span>
        </li>
      )} />
    </ul>
  );
}

/** More marks than half the width of the page can hold apart. */
const many_points = 16;

function GroupCard({ view, group }: { view: StoryView; group: Group }) {
  const reader = use_reader();
  const { model, t, count } = reader;
  const points = chart_points(reader, view, group);
  const parts = (group.parts ?? []).flatMap((id) => model.groups.get(id) ?? []);
  return (
    <article class={`group ${group.figures.length > many_points ? "group-wide" : ""}`} id={`group-${group.id}`} tabIndex={-1}>
      <header>
        <h3><GroupName group={group} measure={group_measure(model, group)} /></h3>
        <GroupQuestion group={group} />
        <Judgement group={group} />
        <p class="tally">
          <bdi>{count(group.figures.length, "figure")}</bdi>
          {group.origins !== undefined && <> · <bdi>{count(group.origins, "origin")}</bdi></>}
        </p>
        {parts.length > 0 && (
          <p class="parts">{t("whole_sum")}: {parts.map((part, index) => (
            <>{index > 0 && " + "}<GroupName group={part} measure={group_measure(model, part)} /></>
          ))}</p>
        )}
      </header>
      {points.length > 0 && <GroupChart group={group} points={points} />}
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
              <span class="ledger-chain"><GroupName group={group} measure={figure.measure} /> · <Chain chain={figure.chain} /></span>
              <span class="ledger-outlet"><bdi>{outlet_name(document)}</bdi></span>
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
