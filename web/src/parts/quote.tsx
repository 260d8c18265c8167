// The words of a citation in their sentence, with outlet and date.

import { outlet_name } from "../base/name.ts";
import type { Document, Evidence } from "../data/types.ts";
import { use_reader } from "../reader.tsx";

/** "outlet · date" of a report; Latin names and numbers keep their own direction. */
export function Source({ document }: { document: Document }) {
  const { date } = use_reader();
  return (
    <span class="source">
      <bdi class="outlet">{outlet_name(document)}</bdi>
      {document.published && <> · <bdi>{date(document.published.slice(0, 16))}</bdi></>}
    </span>
  );
}

export function Quote({ evidence }: { evidence: Evidence }) {
  const { model } = use_reader();
  const quotation = model.quotation(evidence);
  const document = model.documents.get(evidence.document);
  if (!quotation || !document) return null;
  return (
    <span class="quote">
      <span class="quote-words" lang="ar" dir="auto">
        {quotation.before}<mark>{quotation.words}</mark>{quotation.after}
      </span>
      <Source document={document} />
    </span>
  );
}
