// A chain of transmission in a line: origin first, then those who passed it on.

import type { ChainElement } from "../data/types.ts";
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
