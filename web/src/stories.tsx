// The list of stories, where a file holds more than one; and what stands where there is none.

import { useEffect, useState } from "preact/hooks";
import { outlet_name } from "./base/name.ts";
import { format_story_date } from "./base/format.ts";
import { named_population } from "./data/types.ts";
import type { Document, Story } from "./data/types.ts";
import { Cite } from "./parts/cite.tsx";
import { More } from "./parts/more.tsx";
import { MeasureName, Value } from "./parts/value.tsx";
import { use_reader } from "./reader.tsx";
import { report_link, story_link } from "./route.ts";
import { arrive } from "./scroll.ts";

const most_tolls = 3;

/** The tolls that a line of the list has room for: ranges over everybody, the gravest first. */
function list_tolls(story: Story) {
  const ranges = (story.tolls ?? []).filter(({ rule }) => rule === "range");
  const whole = ranges.filter(({ population }) => !named_population(population));
  return (whole.length ? whole : ranges).slice(0, most_tolls);
}

function StoryRow({ story }: { story: Story }) {
  const { model, t, count, manner, term } = use_reader();
  const groups = model.groups_of_story.get(story.id) ?? [];
  const relations = ["conflict", "revised"].filter((relation) => groups.some((group) => group.relation === relation));
  return (
    <li class="story-row">
      <a class="story-title" href={story_link(story.id)} lang="ar" dir="auto">{story.title || t("untitled")}</a>
      <p class="deck">
        {story.date && <><bdi>{format_story_date(story.date, manner)}</bdi> · </>}
        <bdi>{count(story.documents.length, "report")}</bdi>
        {relations.map((relation) => <> · <strong class={`judgement-${relation}`}>{term("relation", relation)}</strong></>)}
      </p>
      {list_tolls(story).length > 0 && (
        <p class="story-tolls">
          {list_tolls(story).map((toll) => (
            <span>
              <MeasureName measure={toll.measure} population={toll.population} />{" "}
              <Cite evidence={model.figures_evidence(toll.figures)} noted={false}><Value interval={toll} /></Cite>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function matches(story: Story, words: string[]): boolean {
  const text = `${story.title ?? ""} ${story.place ?? ""} ${story.date ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

export function StoriesPage() {
  const { model, t, count } = use_reader();
  const [filter, set_filter] = useState("");
  useEffect(() => arrive(null, "start"), []);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const stories = [...model.data.stories]
    .filter((story) => matches(story, words))
    .sort((a, b) => b.documents.length - a.documents.length);
  return (
    <>
      <header class="headline">
        <h1>{t("stories")}</h1>
        <p class="deck">
          <bdi>{count(model.data.stories.length, "story")}</bdi> · <bdi>{count(model.data.documents.length, "report")}</bdi>
        </p>
        <input class="filter" type="search" value={filter} placeholder={t("filter_stories")} aria-label={t("filter_stories")}
          onInput={(event) => set_filter(event.currentTarget.value)} />
      </header>
      {stories.length === 0 && <p class="empty-line">{t("no_story_matches")}</p>}
      <ul class="story-list"><More key={filter} items={stories} first={60} render={(story) => <StoryRow story={story} />} /></ul>
    </>
  );
}

function LooseReports({ documents }: { documents: Document[] }) {
  const { model, t, date } = use_reader();
  return (
    <ul class="sources">
      <More items={documents} first={30} render={(document) => (
        <li class="source-row">
          <a class="source-title" href={report_link(document.id)} lang="ar" dir="auto">{model.title(document) ?? t("untitled")}</a>
          <span class="source-line"><bdi class="outlet">{outlet_name(document)}</bdi>{document.published && <> · <bdi>{date(document.published.slice(0, 16))}</bdi></>}</span>
        </li>
      )} />
    </ul>
  );
}

export function EmptyPage() {
  const { model, t } = use_reader();
  return (
    <section class="empty">
      <h1>{t("empty_title")}</h1>
      <p>{t("empty_text")}</p>
      <LooseReports documents={model.data.documents} />
    </section>
  );
}

export function MissingPage() {
  const { t } = use_reader();
  return (
    <section class="empty">
      <h1>{t("missing_title")}</h1>
      <p>{t("missing_text")}</p>
      <p><a href="#">{t("all_stories")}</a></p>
    </section>
  );
}
