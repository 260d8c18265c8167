// A citation: hover or focus shows the sentence, a click opens the report at the words.
// With several sources a click lists them, so that each is within reach of the keyboard.

import type { ComponentChildren } from "preact";
import type { Evidence } from "../data/types.ts";
import { evidence_link } from "../route.ts";
import { NoteNumber } from "./notes.tsx";
import { use_peek, type PeekControl } from "./peek.tsx";

/** The handlers that make any link, of HTML or SVG, a citation. */
export function cite_handlers(peek: PeekControl, evidence: Evidence[]) {
  const show = (event: Event) => peek.show(event.currentTarget as Element, evidence);
  return {
    href: evidence_link(evidence[0]),
    onMouseEnter: show,
    onFocus: show,
    onMouseLeave: peek.hide_soon,
    onBlur: peek.hide_soon,
    onClick: (event: MouseEvent) => {
      if (evidence.length < 2 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      peek.show(event.currentTarget as Element, evidence, true);
    },
  };
}

interface CiteProps { evidence: Evidence[]; children: ComponentChildren; class?: string; noted?: boolean }

export function Cite({ evidence, children, class: extra = "", noted = true }: CiteProps) {
  const peek = use_peek();
  if (evidence.length === 0) return <span class={extra}>{children}</span>;
  return (
    <a class={`cite ${extra}`} {...cite_handlers(peek, evidence)}>
      {children}
      {noted && <NoteNumber evidence={evidence} />}
    </a>
  );
}
