// Independent origins over a whole story, and the hue of each. The data lists origins group by group; one that
// returns in several groups under one name is one voice, and keeps its hue throughout the page.

import { outlet_name, short_id } from "../base/name.ts";
import type { Model } from "./model.ts";
import type { ChainElement, Document, Group, Origin } from "./types.ts";

export const hue_count = 8;

/** `slot` is the place in the order of weight: hue `slot % 8`, pattern `slot / 8` (0 is plain). */
export interface OriginView {
  key: string;
  label: string;
  kind: string;
  slot: number;
  figures: Set<string>;
  documents: Set<string>;
}

/** Origins of a group whose data lists none: figures whose chains end in one source, else those of one document. */
export function infer_origins(model: Model, group: Group): Origin[] {
  const origins = new Map<string, Required<Pick<Origin, "id" | "figures" | "documents">> & Origin>();
  for (const id of group.figures) {
    const placed = model.figures.get(id);
    if (!placed) continue;
    const source = placed.figure.chain?.at(-1);
    const key = source ? source.entity ?? source.text : placed.document.id;
    const label = source ? model.element_name(source) : outlet_name(placed.document);
    const origin = origins.get(key) ?? { id: key, label, kind: source ? "source" : "outlet", figures: [], documents: [] };
    origin.figures.push(id);
    if (!origin.documents.includes(placed.document.id)) origin.documents.push(placed.document.id);
    origins.set(key, origin);
  }
  return [...origins.values()];
}

export class OriginTable {
  readonly list: OriginView[];
  private readonly by_figure = new Map<string, OriginView>();
  private readonly by_label = new Map<string, OriginView>();
  private readonly by_document = new Map<string, OriginView[]>();

  constructor(model: Model, groups: Group[]) {
    const views = new Map<string, OriginView>();
    for (const group of groups) {
      const seen = new Map<string, number>();
      const origins = group.origin_list?.length ? group.origin_list : infer_origins(model, group);
      for (const origin of origins) {
        const label = short_id(origin.label ?? "");
        // Two origins of one group are two voices, even where both go by one name.
        const turn = seen.get(label) ?? 0;
        seen.set(label, turn + 1);
        const key = label === "" ? origin.id : turn === 0 ? label : `${label}|${turn}`;
        const view = views.get(key)
          ?? { key, label, kind: origin.kind ?? "", slot: 0, figures: new Set<string>(), documents: new Set<string>() };
        for (const figure of origin.figures ?? []) {
          view.figures.add(figure);
          this.by_figure.set(figure, view);
        }
        for (const document of origin.documents ?? []) view.documents.add(document);
        views.set(key, view);
        if (label) this.by_label.set(label, this.by_label.get(label) ?? view);
      }
    }
    this.list = [...views.values()].sort((a, b) => b.figures.size - a.figures.size || a.label.localeCompare(b.label));
    this.list.forEach((view, slot) => {
      view.slot = slot;
      for (const document of view.documents) {
        this.by_document.set(document, [...(this.by_document.get(document) ?? []), view]);
      }
    });
  }

  of_figure(id: string): OriginView | null {
    return this.by_figure.get(id) ?? null;
  }

  of_document(document: Document): OriginView[] {
    return this.by_document.get(document.id) ?? [];
  }

  /** The origin that a chain ends in, by the name of its last element; null where no figure stems from it. */
  of_chain(model: Model, chain: ChainElement[] | undefined): OriginView | null {
    const source = chain?.at(-1);
    if (!source) return null;
    return this.by_label.get(model.element_name(source)) ?? this.by_label.get(source.text) ?? null;
  }
}
