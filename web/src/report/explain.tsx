// What a mark of a report means, in the margin: its reading, its chain, and what other reports say on the question.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { outlet_name } from "../base/name.ts";
import type { Document, Figure, Mention, Statement, TimeMark } from "../data/types.ts";
import type { OriginView } from "../data/origins.ts";
import { ChainSteps } from "../parts/chain.tsx";
import { Cite } from "../parts/cite.tsx";
import { OriginMark } from "../parts/origin_mark.tsx";
import { MeasureName, Value } from "../parts/value.tsx";
import { use_reader } from "../reader.tsx";
import { report_link } from "../route.ts";
import { Judgement } from "../story/groups.tsx";
import type { Marked } from "./marks.ts";

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

const most_others = 8;

function Others({ figure }: { figure: Figure }) {
  const { model, t } = use_reader();
  const group = model.group_of_figure.get(figure.id);
  const story = group?.story ? model.story(group.story) : null;
  if (!group || group.figures.length < 2) return null;
  const others = group.figures.filter((id) => id !== figure.id).slice(0, most_others).flatMap((id) => model.figures.get(id) ?? []);
  return (
    <div class="others">
      <h4>{t("seen_with")}</h4>
      <Judgement group={group} />
      <ul>
        {others.map(({ figure: other, document }) => (
          <li>
            <Cite evidence={[{ document: document.id, start: other.start, end: other.end }]}>
              <OriginMark origin={story?.origins.of_figure(other.id) ?? null} /> <Value interval={other} />
            </Cite>
            {" "}<bdi class="outlet">{outlet_name(document)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ClaimProps { document: Document; origin: OriginView | null }

function ExplainFigure({ figure, document, origin }: ClaimProps & { figure: Figure }) {
  const { t, term, date, model } = use_reader();
  const whole = figure.part_of ? model.figures.get(figure.part_of) : undefined;
  return (
    <>
      <h3><Value interval={figure} /> <MeasureName measure={figure.measure} population={figure.population} /></h3>
      <dl>
        {figure.of && <Row name={t("counted")}><bdi lang="ar">{figure.of}</bdi></Row>}
        {figure.place && <Row name={t("place")}><bdi>{model.entities.get(figure.place)?.name ?? figure.place}</bdi></Row>}
        {figure.day && <Row name={t("counted_day")}><bdi>{date(figure.day, true)}</bdi></Row>}
        {figure.scope && <Row name={t("scope")}>{term("scope", figure.scope)}</Row>}
        {figure.modality && <Row name={t("modality")}>{term("modality", figure.modality)}</Row>}
        {figure.update && <Row name={t("update")}>{term("update", figure.update)}</Row>}
        {whole && <Row name={t("part_of")}><Value interval={whole.figure} /> <MeasureName measure={whole.figure.measure} /></Row>}
      </dl>
      <ChainSteps chain={figure.chain} document={document} origin={origin} />
      <Others figure={figure} />
    </>
  );
}

function ExplainTime({ time }: { time: TimeMark }) {
  const { t, term, date } = use_reader();
  return (
    <>
      <h3><bdi>{date(time.value, true)}</bdi></h3>
      <dl>
        <Row name={t("type")}>{term("time", time.type)}</Row>
        <Row name={t("value_read")}><bdi dir="ltr">{time.value}</bdi></Row>
      </dl>
    </>
  );
}

function ExplainName({ mention, words }: { mention: Mention; words: string }) {
  const { model, t, term, number } = use_reader();
  const entity = mention.entity ? model.entities.get(mention.entity) : undefined;
  return (
    <>
      <h3><bdi lang="ar">{entity?.name ?? words}</bdi></h3>
      <dl>
        <Row name={t("type")}>{term("entity", entity?.type ?? mention.type)}</Row>
        {entity?.latin && <Row name="Latin"><bdi lang="en" dir="ltr">{entity.latin}</bdi></Row>}
        {entity?.variants && entity.variants.length > 0 && (
          <Row name={t("variants")}>
            {entity.variants.map(({ text, count }, index) => (
              <>{index > 0 && "، "}<bdi lang="ar">{text}</bdi> <bdi class="times">({number(count)})</bdi></>
            ))}
          </Row>
        )}
      </dl>
    </>
  );
}

function ExplainStatement({ statement, document, origin }: ClaimProps & { statement: Statement }) {
  const { t, term, model } = use_reader();
  const source = statement.chain?.at(-1);
  return (
    <>
      <h3><bdi>{source ? model.element_name(source) : t("unnamed")}</bdi></h3>
      <dl>
        <Row name={t("cue")}><bdi lang="ar">{model.words(document, statement.cue)}</bdi></Row>
        {statement.form && <Row name={t("form")}>{term("form", statement.form)}</Row>}
        {statement.stance && <Row name={t("stance")}>{term("stance", statement.stance)}</Row>}
      </dl>
      <ChainSteps chain={statement.chain} document={document} origin={origin} />
    </>
  );
}

interface ExplainProps extends ClaimProps { marked: Marked; close: () => void }

export function Explain({ document, origin, marked, close }: ExplainProps) {
  const { t, model } = use_reader();
  const box = useRef<HTMLElement>(null);
  // A paragraph may be longer than the window: the box stands at the height of the mark, not of the paragraph.
  useLayoutEffect(() => {
    const line = box.current!.closest(".line")!;
    const mark = line.querySelector(".line-words .m-selected");
    const height = mark ? mark.getBoundingClientRect().top - line.getBoundingClientRect().top : 0;
    box.current!.style.setProperty("--mark-height", `${height}px`);
    box.current!.scrollIntoView({ block: "nearest" });
  }, [marked]);
  return (
    <aside class="explain" id="explain" aria-live="polite" ref={box}>
      <button type="button" class="explain-close" onClick={close} aria-label={t("close")}>×</button>
      {marked.kind === "figure" && <ExplainFigure figure={marked.figure} document={document} origin={origin} />}
      {marked.kind === "time" && <ExplainTime time={marked.time} />}
      {marked.kind === "name" && <ExplainName mention={marked.mention} words={model.words(document, marked.span)} />}
      {marked.kind === "statement" && <ExplainStatement statement={marked.statement} document={document} origin={origin} />}
      <p class="permalink"><a href={report_link(document.id, marked.span)}>{t("link_here")}</a></p>
    </aside>
  );
}
