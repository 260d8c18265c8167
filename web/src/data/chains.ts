// The graph of transmission: origin → those who passed it on → outlet, over all statements and figures of a story.

import { outlet_name } from "../base/name.ts";
import type { OriginTable, OriginView } from "./origins.ts";
import type { Model } from "./model.ts";
import type { ChainElement, Document, Evidence } from "./types.ts";

export type ChainLevel = "origin" | "relay" | "outlet";
export interface ChainNode { key: string; level: ChainLevel; name: string; count: number; origin: OriginView | null }
export interface ChainEdge { from: string; to: string; count: number; origin: OriginView | null; evidence: Evidence[] }
/** One whole way from origin to outlet, and how often it was gone. */
export interface ChainPath { names: string[]; count: number; origin: OriginView | null }
export interface ChainGraph { nodes: ChainNode[]; edges: ChainEdge[]; paths: ChainPath[]; hidden_origins: number }

const most_origins = 12;
const most_evidence = 20;

/** A chain without its origin's repetition: consecutive elements of one name are one. */
function names_of(model: Model, chain: ChainElement[]): string[] {
  const names = chain.map((element) => model.element_name(element));
  return names.filter((name, index) => name && name !== names[index - 1]);
}

class GraphBuilder {
  readonly nodes = new Map<string, ChainNode>();
  readonly edges = new Map<string, ChainEdge>();
  readonly paths = new Map<string, ChainPath>();

  add_path(names: string[], outlet: string, origin: OriginView | null, evidence: Evidence): void {
    const source = names[names.length - 1];
    const relays = names.slice(0, -1).reverse().filter((name) => name !== outlet && name !== source);
    const path = [
      this.node("origin", source, origin),
      ...relays.map((name) => this.node("relay", name, null)),
      this.node("outlet", outlet, null),
    ];
    for (let index = 1; index < path.length; ++index) this.edge(path[index - 1], path[index], origin, evidence);
    const key = path.map((node) => node.key).join(">");
    const whole = this.paths.get(key) ?? { names: path.map(({ name }) => name), count: 0, origin };
    ++whole.count;
    this.paths.set(key, whole);
  }

  private node(level: ChainLevel, name: string, origin: OriginView | null): ChainNode {
    const key = `${level}|${name}`;
    const node = this.nodes.get(key) ?? { key, level, name, count: 0, origin };
    ++node.count;
    node.origin ??= origin;
    this.nodes.set(key, node);
    return node;
  }

  private edge(from: ChainNode, to: ChainNode, origin: OriginView | null, evidence: Evidence): void {
    const key = `${from.key}>${to.key}`;
    const edge = this.edges.get(key) ?? { from: from.key, to: to.key, count: 0, origin, evidence: [] };
    ++edge.count;
    if (edge.evidence.length < most_evidence) edge.evidence.push(evidence);
    this.edges.set(key, edge);
  }
}

/** Nodes of a level in the order of the mean place of their neighbours, which keeps the edges from crossing much. */
function order_by_neighbours(nodes: ChainNode[], edges: ChainEdge[], place: Map<string, number>): ChainNode[] {
  const mean = (node: ChainNode) => {
    const places = edges.flatMap(({ from, to }) => (to === node.key ? [place.get(from)] : []))
      .filter((value): value is number => value !== undefined);
    return places.length ? places.reduce((sum, value) => sum + value, 0) / places.length : Infinity;
  };
  return [...nodes].sort((a, b) => mean(a) - mean(b) || b.count - a.count);
}

export function build_chains(model: Model, documents: Document[], origins: OriginTable): ChainGraph {
  const builder = new GraphBuilder();
  for (const document of documents) {
    const outlet = outlet_name(document);
    const add = (chain: ChainElement[] | undefined, evidence: Evidence) => {
      const names = names_of(model, chain ?? []);
      if (names.length) builder.add_path(names, outlet, origins.of_chain(model, chain), evidence);
    };
    for (const statement of document.statements ?? []) add(statement.chain, { document: document.id, ...statement.content });
    for (const figure of document.figures ?? []) {
      if (!figure.statement) add(figure.chain, { document: document.id, start: figure.start, end: figure.end });
    }
  }
  const all = [...builder.nodes.values()];
  const sources = all.filter(({ level }) => level === "origin")
    .sort((a, b) => Number(b.origin !== null) - Number(a.origin !== null) || b.count - a.count);
  const shown = sources.slice(0, most_origins);
  const reached = new Set(shown.map(({ key }) => key));
  const edges: ChainEdge[] = [];
  for (let grown = true; grown;) {
    grown = false;
    for (const edge of builder.edges.values()) {
      if (!reached.has(edge.from) || edges.includes(edge)) continue;
      edges.push(edge);
      reached.add(edge.to);
      grown = true;
    }
  }
  // One source goes by several names in chains: all that leaves it has its hue.
  for (const edge of edges) edge.origin = builder.nodes.get(edge.from)!.origin ?? edge.origin;
  const level = (wanted: ChainLevel) => all.filter((node) => node.level === wanted && reached.has(node.key));
  const place = new Map<string, number>();
  const put = (nodes: ChainNode[]) => nodes.forEach((node, index) => place.set(node.key, index / Math.max(1, nodes.length)));
  put(shown);
  const relays = order_by_neighbours(level("relay"), edges, place);
  put(relays);
  const outlets = order_by_neighbours(level("outlet"), edges, place);
  const paths = [...builder.paths.values()].sort((a, b) => b.count - a.count);
  return { nodes: [...shown, ...relays, ...outlets], edges, paths, hidden_origins: sources.length - shown.length };
}
