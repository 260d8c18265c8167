// Tolls: for each measure the interval under each named rule, on one line of values.

import { value_domain } from "../base/scale.ts";
import type { StoryView, TollRow } from "../data/story.ts";
import type { Toll } from "../data/types.ts";
import { IntervalBar } from "../chart/interval_bar.tsx";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { Section } from "../parts/section.tsx";
import { MeasureName, Value } from "../parts/value.tsx";
import { use_reader } from "../reader.tsx";

/** Tolls start at zero where they can: a length on the line is then a number of people. */
function toll_domain(tolls: Toll[]) {
  const domain = value_domain(tolls);
  return domain.logarithmic ? domain : { ...domain, low: 0 };
}

function TollBlock({ row }: { row: TollRow }) {
  const { model, t, term } = use_reader();
  const domain = toll_domain(row.tolls);
  const range = row.tolls.find(({ rule }) => rule === "range") ?? row.tolls[0];
  const united = row.tolls.length > 1 && row.tolls.every(({ min, max }) => min === range.min && max === range.max);
  return (
    <div class="toll">
      <h3>
        <span class="toll-name"><MeasureName measure={row.measure} population={row.population} />
          {range.grade && <span class={`tag grade-${range.grade}`}>{term("grade", range.grade)}</span>}
        </span>
        <Cite class="toll-number" evidence={model.figures_evidence(range.figures)} noted={false}><Value interval={range} /></Cite>
      </h3>
      <ul class="toll-rules">
        {(united ? [range] : row.tolls).map((toll) => (
          <li>
            <span class="toll-rule">{united ? t("all_rules") : term("rule", toll.rule)}</span>
            <IntervalBar interval={toll} domain={domain} />
            <Cite class="toll-value" evidence={model.figures_evidence(toll.figures)}><Value interval={toll} /></Cite>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Tolls({ view }: { view: StoryView }) {
  return (
    <Section id="tolls" title="tolls" lead="tolls_lead" empty={view.tolls.length === 0 && "no_tolls"}>
      <ul><More items={view.tolls} first={5} render={(row) => <li><TollBlock row={row} /></li>} /></ul>
    </Section>
  );
}
