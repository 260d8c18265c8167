// Names to show for what has none of its own.

import type { Document } from "../data/types.ts";

/** The file's name where `id` is a path; else `id` as it is. */
export function short_id(id: string): string {
  const path = /^(?:[./]|[A-Za-z]:\\)?[^\s]*[/\\]([^/\\\s]+)$/.exec(id);
  return path ? path[1] : id;
}

/** The outlet of a report, or the name by which its file can be found. */
export function outlet_name(document: Document): string {
  return document.outlet || short_id(document.id);
}
