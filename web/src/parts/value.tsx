// A number of the data as the reader wants it; a range reads in the direction of the page.

import { named_population } from "../data/types.ts";
import type { Group, Interval } from "../data/types.ts";
import { use_reader } from "../reader.tsx";

export function Value({ interval }: { interval: Interval }) {
  const reader = use_reader();
  return <bdi class="value" dir={reader.rtl ? "rtl" : "ltr"}>{reader.interval(interval)}</bdi>;
}

/** "measure · population" in words. */
export function MeasureName({ measure, population }: { measure: string; population?: string | null }) {
  const { term } = use_reader();
  const named = named_population(population);
  return (
    <>
      {term("measure", measure)}
      {named && <> · <bdi>{term("population", named)}</bdi></>}
    </>
  );
}

const longest_name = 60;

/** What a group counts: its question where that is short, else its measure and population. */
export function GroupName({ group, measure }: { group: Group; measure: string }) {
  const question = use_question(group);
  if (question && question.length <= longest_name) return <bdi>{question}</bdi>;
  return <MeasureName measure={measure} population={group.population} />;
}

/** The question of a group in the reader's language. */
function use_question(group: Group): string | null {
  const { language } = use_reader();
  return (language === "ar" ? group.question_ar : group.question) ?? null;
}

/** The question in full, where the name does not say it. */
export function GroupQuestion({ group }: { group: Group }) {
  const question = use_question(group);
  return question && question.length > longest_name ? <p class="question" dir="auto">{question}</p> : null;
}
