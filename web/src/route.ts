// The address of a view: #, #story/ID, #story/ID/SECTION, #report/ID, #report/ID/START-END (bytes of its text).

import { useEffect, useState } from "preact/hooks";
import type { Evidence, Span } from "./data/types.ts";

export type Route =
  | { view: "stories" }
  | { view: "story"; id: string; section: string | null }
  | { view: "report"; id: string; span: Span | null };

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function parse_route(hash: string): Route {
  const [view, id, rest] = hash.replace(/^#\/?/, "").split("/");
  if (view === "story" && id) return { view, id: decode(id), section: rest ? decode(rest) : null };
  if (view === "report" && id) {
    const match = /^(\d+)-(\d+)$/.exec(rest ?? "");
    return { view, id: decode(id), span: match ? { start: Number(match[1]), end: Number(match[2]) } : null };
  }
  return { view: "stories" };
}

export function story_link(id: string, section?: string): string {
  return `#story/${encodeURIComponent(id)}${section ? "/" + section : ""}`;
}

export function report_link(id: string, span?: Span | null): string {
  return `#report/${encodeURIComponent(id)}${span ? `/${span.start}-${span.end}` : ""}`;
}

export function evidence_link(evidence: Evidence): string {
  return report_link(evidence.document, evidence);
}

export function use_route(): Route {
  const [route, set_route] = useState(() => parse_route(location.hash));
  useEffect(() => {
    const follow = () => set_route(parse_route(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
