// The orders in which the page shows things.

import type { Document } from "./types.ts";

export const measure_order = ["killed", "injured", "casualties", "missing", "arrested", "displaced", "affected",
  "damage", "participants", "personnel", "equipment", "money", "percent", "other"];
export const relation_order = ["conflict", "revised", "agree"];
export const rule_order = ["range", "conservative", "latest", "best_supported"];

/** Place of `value` in `order`; after all others where it is not there. */
export function rank(order: string[], value: string | null | undefined): number {
  const index = order.indexOf(value ?? "");
  return index < 0 ? order.length : index;
}

/** Earlier published first, undated last. */
export function by_published(a: Document, b: Document): number {
  return (a.published ?? "9999").localeCompare(b.published ?? "9999");
}
