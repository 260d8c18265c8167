// A section of the story, with its heading, a line on how to read it, and a word where it is empty.

import type { ComponentChildren } from "preact";
import { use_reader } from "../reader.tsx";
import type { Key } from "../i18n.ts";

interface SectionProps { id: string; title: Key; lead?: Key; empty?: Key | false; children: ComponentChildren }

export function Section({ id, title, lead, empty, children }: SectionProps) {
  const { t } = use_reader();
  return (
    <section class={`section section-${id} ${empty ? "section-empty" : ""}`} id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      {empty ? <p class="empty-line">{t(empty)}</p> : <>{lead && <p class="lead">{t(lead)}</p>}{children}</>}
    </section>
  );
}
