// A number of the data as the reader wants it; a range reads in the direction of the page.

import { named_population } from "../data/types.ts";
import type { Interval } from "../data/types.ts";
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
