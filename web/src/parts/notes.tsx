// Numbered notes for print: on paper a mark cannot be hovered, so each passage cited gets a number and an entry at the end.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { NoteRegistry, number_runs } from "../base/notes.ts";
import type { Evidence } from "../data/types.ts";
import { use_reader } from "../reader.tsx";
import { Quote } from "./quote.tsx";

export const NotesContext = createContext<NoteRegistry | null>(null);

/** The numbers of the passages cited; nothing where the view keeps no notes. */
export function use_note(evidence: Evidence[]): string {
  const notes = useContext(NotesContext);
  const { number } = use_reader();
  if (!notes || evidence.length === 0) return "";
  return number_runs(evidence.map((one) => notes.number_of(one)), number);
}

export function NoteNumber({ evidence }: { evidence: Evidence[] }) {
  const numbers = use_note(evidence);
  return numbers ? <sup class="note-number" aria-hidden="true"><bdi dir="ltr">{numbers}</bdi></sup> : null;
}

/** All notes that the views before it asked for: stands last. */
export function PrintNotes({ notes }: { notes: NoteRegistry }) {
  const { t, digits } = use_reader();
  return (
    <section class="print-notes" aria-hidden="true">
      <h2>{t("notes")}</h2>
      <ol class={`digits-${digits}`}>
        {notes.list.map((one) => <li><Quote evidence={one} /></li>)}
      </ol>
    </section>
  );
}
