// The data with its look-ups: what a view asks for, found once.

import { ByteText } from "../base/bytes.ts";
import { quotation_at, type Quotation } from "../base/sentence.ts";
import { build_story, type StoryView } from "./story.ts";
import type { ChainElement, Document, Entity, Evidence, Figure, Group, IsnadData, Span, Statement, Story } from "./types.ts";

export interface PlacedFigure { figure: Figure; document: Document }
export interface PlacedStatement { statement: Statement; document: Document }

function by_id<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export class Model {
  readonly data: IsnadData;
  readonly documents: Map<string, Document>;
  readonly entities: Map<string, Entity>;
  readonly figures = new Map<string, PlacedFigure>();
  readonly groups: Map<string, Group>;
  readonly group_of_figure = new Map<string, Group>();
  readonly groups_of_story = new Map<string, Group[]>();
  readonly story_of_document = new Map<string, Story>();
  private readonly texts = new Map<string, ByteText>();
  private readonly views = new Map<string, StoryView>();
  private readonly story_by_id: Map<string, Story>;

  constructor(data: IsnadData) {
    this.data = data;
    this.documents = by_id(data.documents);
    this.entities = by_id(data.entities);
    this.groups = by_id(data.groups);
    this.story_by_id = by_id(data.stories);
    for (const document of data.documents) {
      for (const figure of document.figures ?? []) this.figures.set(figure.id, { figure, document });
    }
    for (const group of data.groups) {
      for (const figure of group.figures) this.group_of_figure.set(figure, group);
    }
    for (const story of data.stories) {
      this.groups_of_story.set(story.id, []);
      for (const id of story.in_part ?? []) if (!this.story_of_document.has(id)) this.story_of_document.set(id, story);
      for (const id of story.documents) this.story_of_document.set(id, story);
    }
    for (const group of data.groups) this.groups_of_story.get(this.story_id(group))?.push(group);
  }

  /** The story with its layers, made on first use; null where there is no such id. */
  story(id: string): StoryView | null {
    const story = this.story_by_id.get(id);
    if (!story) return null;
    let view = this.views.get(id);
    if (!view) this.views.set(id, (view = build_story(this, story)));
    return view;
  }

  /** A group's story: its own, or that of the report of its first figure. */
  private story_id(group: Group): string {
    if (group.story) return group.story;
    const document = this.figures.get(group.figures[0])?.document;
    return (document && this.story_of_document.get(document.id)?.id) ?? "";
  }

  text(document: Document): ByteText {
    let text = this.texts.get(document.id);
    if (!text) this.texts.set(document.id, (text = new ByteText(document.text ?? "")));
    return text;
  }

  words(document: Document, span: Span): string {
    return this.text(document).slice(span);
  }

  /** The words of a citation within their sentence; null where the document is not in the data. */
  quotation(evidence: Evidence): Quotation | null {
    const document = this.documents.get(evidence.document);
    if (!document) return null;
    const text = this.text(document);
    return quotation_at(text.text, text.index_of(evidence.start), text.index_of(evidence.end));
  }

  figure_evidence(id: string): Evidence | null {
    const placed = this.figures.get(id);
    return placed ? { document: placed.document.id, start: placed.figure.start, end: placed.figure.end } : null;
  }

  figures_evidence(ids: string[] | undefined): Evidence[] {
    return (ids ?? []).flatMap((id) => this.figure_evidence(id) ?? []);
  }

  /** The name of a chain's element: that of its entity where it has one, or its words. */
  element_name(element: ChainElement): string {
    const name = element.entity ? this.entities.get(element.entity)?.name : undefined;
    return name || element.text;
  }

  title(document: Document): string | null {
    if (document.title) return document.title;
    const line = document.lines?.find(({ kind }) => kind === "title") ?? document.lines?.[0];
    return line ? this.words(document, line) : null;
  }
}
