// Numbered notes for print: on paper a mark cannot be hovered, so each citation gets a number and an entry at the end.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Evidence } from "../data/types.ts";
import { use_reader } from "../reader.tsx";
import { Quote } from "./quote.tsx";

export class NoteRegistry {
  readonly list: Evidence[][] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of these citations, in the order in which they were first asked for. */
  number_of(evidence: Evidence[]): number {
    const key = evidence.map(({ document, start, end }) => `${document}/${start}-${end}`).join(" ");
    let number = this.numbers.get(key);
    if (number === undefined) {
      this.list.push(evidence);
      this.numbers.set(key, (number = this.list.length));
    }
    return number;
  }
}

export const NotesContext = createContext<NoteRegistry | null>(null);

/** The number of a citation in print; nothing where the view keeps no notes. */
export function use_note(evidence: Evidence[]): string {
  const notes = useContext(NotesContext);
  const { number } = use_reader();
  return notes && evidence.length ? number(notes.number_of(evidence)) : "";
}

export function NoteNumber({ evidence }: { evidence: Evidence[] }) {
  const number = use_note(evidence);
  return number ? <sup class="note-number" aria-hidden="true">{number}</sup> : null;
}

const most_sources = 3;

/** All notes that the views before it asked for: stands last. */
export function PrintNotes({ notes }: { notes: NoteRegistry }) {
  const { t } = use_reader();
  return (
    <section class="print-notes" aria-hidden="true">
      <h2>{t("notes")}</h2>
      <ol>
        {notes.list.map((evidence) => (
          <li>{evidence.slice(0, most_sources).map((one) => <Quote evidence={one} />)}</li>
        ))}
      </ol>
    </section>
  );
}
