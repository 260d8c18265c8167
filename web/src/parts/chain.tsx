// A chain of transmission in a line: origin first, then those who passed it on.

import { outlet_name } from "../base/name.ts";
import type { OriginView } from "../data/origins.ts";
import type { ChainElement, Document } from "../data/types.ts";
import { OriginMark } from "./origin_mark.tsx";
import { use_reader } from "../reader.tsx";

/** `chain` runs from the source nearest to the outlet to the origin, as in the data; it is read the other way. */
export function Chain({ chain }: { chain: ChainElement[] | undefined }) {
  const { model, t, rtl } = use_reader();
  if (!chain?.length) return <span class="chain own-voice">{t("own_voice")}</span>;
  const names = [...chain].reverse().map((element) => ({ name: model.element_name(element), words: element.text }));
  return (
    <span class="chain">
      {names.map(({ name, words }, index) => (
        <>
          {index > 0 && <span class="chain-arrow" aria-hidden="true"> {rtl ? "←" : "→"} </span>}
          <bdi title={words === name ? undefined : words}>{name}</bdi>
        </>
      ))}
    </span>
  );
}

/** The same from top to bottom, down to the outlet: who had it from whom, a link a line. */
export function ChainSteps({ chain, document, origin }: { chain: ChainElement[] | undefined; document: Document; origin: OriginView | null }) {
  const { model, t, term } = use_reader();
  const links = [...(chain ?? [])].reverse();
  return (
    <ol class="chain-steps" aria-label={t("chain")}>
      {links.map((element, index) => (
        <li>
          {index === 0 ? <OriginMark origin={origin} /> : <span class="chain-point" aria-hidden="true" />}
          <bdi lang="ar">{model.element_name(element)}</bdi>
          {element.kind && <span class="quiet"> · {term("source_kind", element.kind)}</span>}
          {element.text && element.text !== model.element_name(element) && <span class="quiet chain-words"> «<bdi lang="ar">{element.text}</bdi>»</span>}
        </li>
      ))}
      <li>
        {links.length === 0 ? <OriginMark origin={origin} /> : <span class="chain-point" aria-hidden="true" />}
        <bdi class="outlet">{outlet_name(document)}</bdi>
        {links.length === 0 && <span class="quiet"> · {t("own_voice")}</span>}
      </li>
    </ol>
  );
}
