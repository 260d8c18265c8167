import type { StoryView } from "../data/story.ts";
import type { TimelineItem } from "../data/types.ts";
import { Cite } from "../parts/cite.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

function by_date(items: TimelineItem[]): { date: string; items: TimelineItem[] }[] {
  const days: { date: string; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const last = days[days.length - 1];
    if (last?.date === item.date) last.items.push(item);
    else days.push({ date: item.date, items: [item] });
  }
  return days;
}

/** Dated events, in the words of a report, each with all the reports that tell it. */
export function Timeline({ view }: { view: StoryView }) {
  const { date, count, model, t, language } = use_reader();
  return (
    <Section id="timeline" title="timeline" empty={view.timeline.length === 0 && "no_timeline"}>
      <ol class="timeline">
        {by_date(view.timeline).map((day) => (
          <li>
            <h3><bdi>{date(day.date, true)}</bdi></h3>
            <ul>
              {day.items.map((item) => {
                const evidence = (item.evidence ?? []).filter(({ document }) => model.documents.has(document));
                return (
                  <li>
                    <p class="event" lang="ar" dir="auto">
                      {item.event}{" "}
                      {item.announced && <><span class="tag">{t("announced")}</span>{" "}</>}
                      {evidence.length > 0 && <Cite class="quiet event-cite" evidence={evidence}><bdi lang={language}>{count(evidence.length, "report")}</bdi></Cite>}
                    </p>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
