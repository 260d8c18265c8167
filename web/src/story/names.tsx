import type { EntityRow, StoryView } from "../data/story.ts";
import { Cite } from "../parts/cite.tsx";
import { More } from "../parts/more.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

const types = ["person", "organization", "location"];

function NameRow({ row: { entity, mentions, documents } }: { row: EntityRow }) {
  const { count, number } = use_reader();
  const variants = (entity.variants ?? []).filter(({ text }) => text !== entity.name);
  return (
    <li class="name">
      <Cite evidence={mentions.slice(0, 12)} noted={false}><bdi class="name-main" lang="ar">{entity.name}</bdi></Cite>
      {entity.latin && <>{" "}<bdi class="latin" lang="en" dir="ltr">{entity.latin}</bdi></>}{" "}
      <span class="tally"><bdi>{count(documents, "report")}</bdi></span>
      {variants.length > 0 && (
        <span class="variants">
          {variants.map((variant, index) => (
            <>{index > 0 && "، "}<bdi lang="ar">{variant.text}</bdi>{variant.count > 1 && <> <bdi class="times">({number(variant.count)})</bdi></>}</>
          ))}
        </span>
      )}
    </li>
  );
}

/** Persons, bodies and places, each once, with every spelling that the reports use. */
export function Names({ view }: { view: StoryView }) {
  const { term } = use_reader();
  const all = [...types, ...new Set(view.entities.map(({ entity }) => entity.type).filter((type) => !types.includes(type)))];
  return (
    <Section id="entities" title="entities" empty={view.entities.length === 0 && "no_entities"}>
      <div class="names">
        {all.map((type) => {
          const rows = view.entities.filter(({ entity }) => entity.type === type);
          return rows.length > 0 && (
            <div>
              <h3>{term("entity", type)}</h3>
              <ul><More items={rows} first={12} render={(row) => <NameRow row={row} />} /></ul>
            </div>
          );
        })}
      </div>
    </Section>
  );
}
