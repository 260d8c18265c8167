// The Report view: the article at reading width, what was found in it, and a link for every span of its words.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { outlet_name } from "../base/name.ts";
import { clip_words } from "../base/sentence.ts";
import type { Document, Line, Span } from "../data/types.ts";
import type { Key } from "../i18n.ts";
import { OriginMark } from "../parts/origin_mark.tsx";
import { use_reader } from "../reader.tsx";
import { story_link } from "../route.ts";
import { arrive } from "../scroll.ts";
import { fold_boilerplate, key_at, lines_of, mark_text, type Layer, type Marked } from "./marks.ts";
import { LineRow } from "./line.tsx";

const layer_names: [Layer, Key][] = [
  ["figures", "layer_figures"], ["statements", "layer_statements"], ["times", "layer_times"], ["names", "layer_names"], ["lines", "layer_lines"],
];
const first_layers: Layer[] = ["figures", "statements", "lines"];

function toggled(layers: Set<Layer>, layer: Layer): Set<Layer> {
  const after = new Set(layers);
  if (!after.delete(layer)) after.add(layer);
  return after;
}

function Layers({ layers, toggle }: { layers: Set<Layer>; toggle: (layer: Layer) => void }) {
  const { t } = use_reader();
  return (
    <div class="layers" role="group" aria-label={t("layers")}>
      <span class="layers-name">{t("layers")}</span>
      {layer_names.map(([layer, key]) => (
        <button type="button" class={`layer layer-${layer}`} aria-pressed={layers.has(layer)} onClick={() => toggle(layer)}>{t(key)}</button>
      ))}
    </div>
  );
}

/** An address that a report may link to: the web only, never a script. */
function web_address(url: string | null | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

function ReportHead({ document }: { document: Document }) {
  const { model, t, date, term } = use_reader();
  const story = model.story_of_document.get(document.id);
  const view = story ? model.story(story.id) : null;
  const url = web_address(document.url);
  const title = model.title(document);
  // A title that the text repeats is there for those who listen; those who look see it in the first line.
  const in_text = title !== null && document.text.includes(title);
  const has_title_line = document.lines?.some(({ kind }) => kind === "title");
  return (
    <header class="report-head">
      {story && <p class="back"><a href={story_link(story.id)}>{t("back_to_story")}: <bdi lang="ar">{clip_words(story.title || t("untitled"), 80)}</bdi></a></p>}
      {!has_title_line && title && <h1 class={in_text ? "unseen" : undefined} lang="ar" dir="auto">{title}</h1>}
      <p class="deck">
        <bdi class="outlet">{outlet_name(document)}</bdi>
        {" · "}{t("published")}: <bdi>{date(document.published?.slice(0, 16), true)}</bdi>
        {document.published && document.published_basis && <> ({term("basis", document.published_basis)})</>}
        {url && <> · <a href={url} rel="noreferrer noopener">{t("original")}</a></>}
      </p>
      {view && view.origins.of_document(document).length > 0 && (
        <ul class="report-origins">
          {view.origins.of_document(document).map((origin) => <li><OriginMark origin={origin} /> <bdi>{origin.label || t("unnamed")}</bdi></li>)}
        </ul>
      )}
    </header>
  );
}

function Oddities({ document }: { document: Document }) {
  const { t, model } = use_reader();
  if (!document.notes?.length) return null;
  return (
    <section class="oddities">
      <h2>{t("odd")}</h2>
      <ul>
        {document.notes.map((note) => (
          <li><span dir="auto">{note.text}</span> <bdi class="quote-words" lang="ar">{model.words(document, note)}</bdi></li>
        ))}
      </ul>
    </section>
  );
}

export function ReportPage({ document, span }: { document: Document; span: Span | null }) {
  const { model, t, term, number } = use_reader();
  const text = model.text(document);
  const [layers, set_layers] = useState(() => new Set(first_layers));
  const marked = useMemo(() => mark_text(document, text, layers), [document, text, layers]);
  const [selected, set_selected] = useState<string | null>(null);
  const root = useRef<HTMLElement>(null);
  const hit = span && { start: text.index_of(span.start), end: text.index_of(span.end) };

  useEffect(() => {
    set_selected(key_at(marked.of_key, span));
    const target = root.current!.querySelector<HTMLElement>(".m-hit");
    arrive(target, "center");
    target?.closest<HTMLElement>(".handle")?.focus({ preventScroll: true });
  }, [document, span?.start, span?.end]);

  useEffect(() => {
    const on_key = (event: KeyboardEvent) => {
      if (event.key === "Escape") set_selected(null);
    };
    addEventListener("keydown", on_key);
    return () => removeEventListener("keydown", on_key);
  }, []);

  const story = model.story_of_document.get(document.id);
  const view = story ? model.story(story.id) : null;
  const origin_of = (one: Marked) =>
    (one.kind === "figure" ? view?.origins.of_figure(one.figure.id)
      : one.kind === "statement" ? view?.origins.of_chain(model, one.statement.chain) : null) ?? null;
  const row = (line: Line) => (
    <LineRow document={document} line={line} marked={marked} hit={hit} selected={selected}
      show_kind={layers.has("lines")} origin_of={origin_of} select={set_selected} />
  );
  return (
    <article class="report" ref={root}>
      <ReportHead document={document} />
      <Layers layers={layers} toggle={(layer) => set_layers((before) => toggled(before, layer))} />
      {document.text ? null : <p class="empty-line">{t("text_empty")}</p>}
      <div class="lines">
        {fold_boilerplate(lines_of(document, text)).map((run) => (run.length === 1 ? row(run[0]) : (
          <details class="folded" open={span !== null && run.some(({ start, end }) => span.start < end && span.end > start)}>
            <summary>{term("line", "boilerplate")} <bdi>({number(run.length)})</bdi></summary>
            {run.map(row)}
          </details>
        )))}
      </div>
      <Oddities document={document} />
    </article>
  );
}
