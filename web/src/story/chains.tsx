// The graph of transmission: origins at the reading side, outlets at the far side, edges in the hue of the origin.
// Names are HTML, so that they wrap between words; the edges are drawn beneath, between where the names came to stand.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChainEdge, ChainLevel, ChainNode, ChainPath } from "../data/chains.ts";
import type { StoryView } from "../data/story.ts";
import { cite_handlers } from "../parts/cite.tsx";
import { OriginMark, hue_class } from "../parts/origin_mark.tsx";
import { use_peek } from "../parts/peek.tsx";
import { Section } from "../parts/section.tsx";
import { use_reader } from "../reader.tsx";

interface Box { left: number; right: number; middle: number }
interface Drawing { boxes: Map<string, Box>; width: number; height: number }

/** A flat curve between two boxes, leaving and entering level. */
export function edge_path(from: Box, to: Box, rtl: boolean): string {
  const x1 = rtl ? from.left : from.right;
  const x2 = rtl ? to.right : to.left;
  const bend = (x2 - x1) * 0.45;
  return `M${x1} ${from.middle}C${x1 + bend} ${from.middle} ${x2 - bend} ${to.middle} ${x2} ${to.middle}`;
}

function measure_boxes(root: HTMLElement): Drawing {
  const ground = root.getBoundingClientRect();
  const boxes = new Map<string, Box>();
  for (const node of root.querySelectorAll<HTMLElement>("[data-node]")) {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    boxes.set(node.dataset.node!, { left: left - ground.left, right: right - ground.left, middle: (top + bottom) / 2 - ground.top });
  }
  return { boxes, width: ground.width, height: ground.height };
}

function Edge({ edge, drawing }: { edge: ChainEdge; drawing: Drawing }) {
  const peek = use_peek();
  const { rtl, count } = use_reader();
  const from = drawing.boxes.get(edge.from);
  const to = drawing.boxes.get(edge.to);
  if (!from || !to) return null;
  const path = edge_path(from, to, rtl);
  const name = (key: string) => key.slice(key.indexOf("|") + 1);
  return (
    <a class={`edge ${hue_class(edge.origin)}`} aria-label={`${name(edge.from)} ${rtl ? "←" : "→"} ${name(edge.to)} · ${count(edge.count, "statement")}`}
      {...cite_handlers(peek, edge.evidence)}>
      <path class="edge-target" d={path} />
      <path class="edge-line" d={path} stroke-width={Math.min(7, 1.2 + Math.sqrt(edge.count))} />
    </a>
  );
}

function Level({ level, nodes }: { level: ChainLevel; nodes: ChainNode[] }) {
  return (
    <ul class={`level level-${level}`}>
      {nodes.map((node) => (
        <li data-node={node.key}>
          {level === "origin" && <OriginMark origin={node.origin} />}
          <bdi>{node.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The same ways in words: for paper, where the drawing's measures do not hold, and for those who listen. */
function PathList({ paths }: { paths: ChainPath[] }) {
  const { rtl, count } = use_reader();
  return (
    <ul class="chain-paths">
      {paths.map(({ names, count: times, origin }) => (
        <li>
          <OriginMark origin={origin} />{" "}
          {names.map((name, index) => <>{index > 0 && (rtl ? " ← " : " → ")}<bdi>{name}</bdi></>)}{" "}
          <bdi class="times">{count(times, "mention")}</bdi>
        </li>
      ))}
    </ul>
  );
}

const levels: ChainLevel[] = ["origin", "relay", "outlet"];

function ChainGraphView({ view }: { view: StoryView }) {
  const { chains } = view;
  const { rtl, language, t, number } = use_reader();
  const root = useRef<HTMLDivElement>(null);
  const [drawing, set_drawing] = useState<Drawing | null>(null);
  useLayoutEffect(() => {
    const measure = () => set_drawing(measure_boxes(root.current!));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root.current!);
    document.fonts?.ready.then(measure);
    return () => observer.disconnect();
  }, [view, language, rtl]);
  return (
    <>
      <div class="chain-graph" ref={root}>
        {drawing && (
          <svg class="edges" width={drawing.width} height={drawing.height}>
            {chains.edges.map((edge) => <Edge edge={edge} drawing={drawing} />)}
          </svg>
        )}
        {levels.map((level) => {
          const nodes = chains.nodes.filter((node) => node.level === level);
          return nodes.length > 0 && <Level level={level} nodes={nodes} />;
        })}
      </div>
      <PathList paths={chains.paths} />
      {chains.hidden_origins > 0 && <p class="tally"><bdi dir="ltr">+{number(chains.hidden_origins)}</bdi> {t("and_more")}</p>}
    </>
  );
}

export function Chains({ view }: { view: StoryView }) {
  return (
    <Section id="chains" title="chains" lead="chains_lead" empty={view.chains.nodes.length === 0 && "no_chains"}>
      <ChainGraphView view={view} />
    </Section>
  );
}
