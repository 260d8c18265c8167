// The Story view: what happened, how many, who says so, and where the reports part.

import { useEffect, useMemo } from "preact/hooks";
import { clip_words } from "../base/sentence.ts";
import { NoteRegistry } from "../base/notes.ts";
import { format_story_date } from "../base/format.ts";
import type { StoryView } from "../data/story.ts";
import type { Key } from "../i18n.ts";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { NotesContext, PrintNotes } from "../parts/notes.tsx";
import { OriginMark } from "../parts/origin_mark.tsx";
import { use_reader } from "../reader.tsx";
import { story_link } from "../route.ts";
import { arrive } from "../scroll.ts";
import { Brief } from "./brief.tsx";
import { Chains } from "./chains.tsx";
import { Copies } from "./copies.tsx";
import { Differences } from "./differences.tsx";
import { Groups } from "./groups.tsx";
import { Names } from "./names.tsx";
import { Sources } from "./sources.tsx";
import { Timeline } from "./timeline.tsx";
import { Tolls } from "./tolls.tsx";
import { Voices } from "./voices.tsx";

const sections: Key[] = ["brief", "tolls", "figures", "timeline", "voices", "chains", "entities", "copies", "sources"];
const most_origins = 8;
const longest_title = 160;

/** The place of a story: the name of its entity, or the words given. */
function StoryPlace({ place }: { place: string }) {
  const { model } = use_reader();
  return <bdi>{model.entities.get(place)?.name ?? place}</bdi>;
}

/** The voices behind the reports: each origin with its mark and the number of reports that carry it. */
function OriginStrip({ view }: { view: StoryView }) {
  const { t, term, number, model } = use_reader();
  const origins = view.origins.list;
  if (origins.length === 0) return null;
  return (
    <div class="origin-strip">
      <h2>{t("origins_of")}</h2>
      <ul>
        <More items={origins} first={most_origins} render={(origin) => (
          <li>
            <OriginMark origin={origin} />{" "}
            <Cite class="origin-name" evidence={model.figures_evidence([...origin.figures])} noted={false}><bdi>{origin.label || t("unnamed")}</bdi></Cite>{" "}
            <span class="times">{origin.kind && <>· {term("source_kind", origin.kind)} </>}<bdi>({number(origin.documents.size)})</bdi></span>
          </li>
        )} />
      </ul>
    </div>
  );
}

function Headline({ view }: { view: StoryView }) {
  const { t, count, manner } = use_reader();
  const { story, documents, in_part, origins } = view;
  const conflicts = view.groups.filter(({ relation }) => relation === "conflict").length;
  return (
    <header class="headline">
      <h1 lang="ar" dir="auto">{clip_words(story.title || t("untitled"), longest_title)}</h1>
      <p class="deck">
        {story.date && <><bdi>{format_story_date(story.date, manner)}</bdi> · </>}
        {story.place && <><StoryPlace place={story.place} /> · </>}
        <bdi>{count(documents.length + in_part.length, "report")}</bdi>
        {origins.list.length > 0 && <> · <bdi>{count(origins.list.length, "origin")}</bdi></>}
        {conflicts > 0 && <> · <a class="deck-conflict" href={story_link(story.id, "figures")}><bdi>{count(conflicts, "conflict")}</bdi></a></>}
      </p>
      <OriginStrip view={view} />
    </header>
  );
}

export function StoryPage({ view, section }: { view: StoryView; section: string | null }) {
  const { t } = use_reader();
  const notes = useMemo(() => new NoteRegistry(), [view]);
  useEffect(() => {
    const target = section ? document.getElementById(section) : null;
    arrive(target, "start");
    target?.focus({ preventScroll: true });
  }, [view, section]);
  return (
    <NotesContext.Provider value={notes}>
      <Headline view={view} />
      <nav class="section-nav" aria-label={t("sections")}>
        <ul>{sections.map((key) => (
          // A second click changes no address, so the click itself goes there.
          <li><a href={story_link(view.story.id, key)} onClick={() => document.getElementById(key)?.scrollIntoView()}>{t(key)}</a></li>
        ))}</ul>
      </nav>
      <div class="front">
        <div>
          <Brief view={view} />
          <Differences view={view} />
        </div>
        <Tolls view={view} />
      </div>
      <Groups view={view} />
      <Timeline view={view} />
      <Voices view={view} />
      <Chains view={view} />
      <Names view={view} />
      <Copies view={view} />
      <Sources view={view} />
      <PrintNotes notes={notes} />
    </NotesContext.Provider>
  );
}
