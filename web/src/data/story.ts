// One story as the page shows it: its groups, tolls, origins, speakers, chains and copies, in reading order.

import { build_chains, type ChainGraph } from "./chains.ts";
import { build_copies, type Copy } from "./copies.ts";
import { by_published, measure_order, rank, relation_order, rule_order } from "./order.ts";
import { OriginTable } from "./origins.ts";
import type { Model, PlacedFigure } from "./model.ts";
import { named_population } from "./types.ts";
import type { Document, Entity, Evidence, Group, Story, TimelineItem, Toll } from "./types.ts";
import { speakers_of, type Speaker } from "./voices.ts";

export interface TollRow { measure: string; population: string | null; tolls: Toll[] }
export interface EntityRow { entity: Entity; mentions: Evidence[]; documents: number }

export interface StoryView {
  story: Story;
  documents: Document[];
  in_part: Document[];
  origins: OriginTable;
  tolls: TollRow[];
  groups: Group[];
  single_groups: Group[];
  timeline: TimelineItem[];
  speakers: Speaker[];
  chains: ChainGraph;
  entities: EntityRow[];
  copies: Copy[];
}

/** The measure of a group: its own, or that of its first figure. */
export function group_measure(model: Model, group: Group): string {
  return group.measure ?? model.figures.get(group.figures[0])?.figure.measure ?? "other";
}

/** A group's figures with their reports, by time of publishing. */
export function placed_figures(model: Model, group: Group): PlacedFigure[] {
  return group.figures.flatMap((id) => model.figures.get(id) ?? []).sort((a, b) => by_published(a.document, b.document));
}

function toll_rows(tolls: Toll[]): TollRow[] {
  const rows = new Map<string, TollRow>();
  for (const toll of tolls) {
    const population = toll.population ?? null;
    const key = `${toll.measure}|${population ?? "unspecified"}`;
    const row = rows.get(key) ?? { measure: toll.measure, population, tolls: [] };
    row.tolls.push(toll);
    rows.set(key, row);
  }
  for (const row of rows.values()) row.tolls.sort((a, b) => rank(rule_order, a.rule) - rank(rule_order, b.rule));
  return [...rows.values()].sort((a, b) =>
    rank(measure_order, a.measure) - rank(measure_order, b.measure) || Number(named_population(a.population) !== null) - Number(named_population(b.population) !== null));
}

function entity_rows(model: Model, documents: Document[]): EntityRow[] {
  const rows = new Map<string, EntityRow>();
  for (const document of documents) {
    const seen = new Set<string>();
    for (const mention of document.mentions ?? []) {
      const entity = mention.entity ? model.entities.get(mention.entity) : undefined;
      if (!entity) continue;
      const row = rows.get(entity.id) ?? { entity, mentions: [], documents: 0 };
      row.mentions.push({ document: document.id, start: mention.start, end: mention.end });
      if (!seen.has(entity.id)) ++row.documents;
      seen.add(entity.id);
      rows.set(entity.id, row);
    }
  }
  return [...rows.values()].sort((a, b) => b.documents - a.documents || b.mentions.length - a.mentions.length);
}

function groups_of(model: Model, story: Story): Group[] {
  return [...(model.groups_of_story.get(story.id) ?? [])].sort((a, b) =>
    rank(relation_order, a.relation) - rank(relation_order, b.relation)
    || rank(measure_order, group_measure(model, a)) - rank(measure_order, group_measure(model, b))
    || b.figures.length - a.figures.length);
}

export function build_story(model: Model, story: Story): StoryView {
  const find = (ids: string[] | undefined) => (ids ?? []).flatMap((id) => model.documents.get(id) ?? []).sort(by_published);
  const documents = find(story.documents);
  const in_part = find(story.in_part);
  const all = [...documents, ...in_part];
  const groups = groups_of(model, story);
  const origins = new OriginTable(model, groups);
  return {
    story, documents, in_part, origins,
    tolls: toll_rows(story.tolls ?? []),
    groups: groups.filter(({ figures }) => figures.length > 1),
    single_groups: groups.filter(({ figures }) => figures.length <= 1),
    timeline: model.data.timeline.filter((item) => item.story === story.id).sort((a, b) => a.date.localeCompare(b.date)),
    speakers: speakers_of(model, documents),
    chains: build_chains(model, documents, origins),
    entities: entity_rows(model, documents),
    copies: build_copies(model, new Set(all.map(({ id }) => id))),
  };
}
