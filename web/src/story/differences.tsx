// Where the reports part: each conflict and revision in a line, with the way to its group.

import { opposed_values } from "../base/scale.ts";
import { group_measure, placed_figures, type StoryView } from "../data/story.ts";
import type { Group, Interval } from "../data/types.ts";
import { More } from "../parts/more.tsx";
import { GroupName, Value } from "../parts/value.tsx";
import { use_reader } from "../reader.tsx";
import { story_link } from "../route.ts";

/** What a conflict sets against each other, or what a revision went from and to. */
function GroupValues({ group }: { group: Group }) {
  const { model, t, rtl } = use_reader();
  const figures = placed_figures(model, group).map(({ figure }) => figure);
  const first = figures[0];
  const last = figures[figures.length - 1];
  if (!first || !last) return null;
  const conflict = group.relation === "conflict";
  const runs: Interval[] = conflict ? opposed_values(figures) : [first, last];
  const between = conflict ? ` ${t("against")} ` : rtl ? " ← " : " → ";
  return <>{runs.map((run, index) => <>{index > 0 && between}<Value interval={run} /></>)}</>;
}

export function Differences({ view }: { view: StoryView }) {
  const { model, t, term } = use_reader();
  const groups = view.groups.filter(({ relation }) => relation === "conflict" || relation === "revised");
  if (groups.length === 0) return null;
  return (
    <section class="section differences" aria-labelledby="differences-title">
      <h2 id="differences-title">{t("differences")}</h2>
      <ul>
        <More items={groups} first={5} render={(group) => (
          <li>
            <a href={story_link(view.story.id, `group-${group.id}`)}>
              <strong class={`judgement-${group.relation}`}>{term("relation", group.relation)}</strong>
              <span class="difference-name"><GroupName group={group} measure={group_measure(model, group)} /></span>
              <span class="difference-values"><GroupValues group={group} /></span>
            </a>
          </li>
        )} />
      </ul>
    </section>
  );
}
