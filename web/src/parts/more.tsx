// A long list, its first part shown and the rest behind one button. In print all of it stands.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { use_printing } from "./printing.tsx";
import { use_reader } from "../reader.tsx";

interface MoreProps<T> { items: T[]; first: number; render: (item: T, index: number) => ComponentChildren }

export function More<T>({ items, first, render }: MoreProps<T>) {
  const [open, set_open] = useState(false);
  const { t, number } = use_reader();
  const printing = use_printing();
  // A button that would uncover one item takes as much room as the item.
  const limit = items.length <= first + 1 ? items.length : first;
  const shown = open || printing ? items : items.slice(0, limit);
  return (
    <>
      {shown.map(render)}
      {items.length > limit && (
        <li class="more">
          <button type="button" aria-expanded={open} onClick={() => set_open(!open)}>
            {open ? t("show_less") : <>{t("show_more")} <bdi>({number(items.length - limit)})</bdi></>}
          </button>
        </li>
      )}
    </>
  );
}
