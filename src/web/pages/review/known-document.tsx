import { dateText } from '../../../review/value-text.js';
import type { KnownDocument } from '../../api/review.js';
import { useMessages } from '../language/language.js';

/** What the register knows of a cited document. */
export function KnownDocumentNote({ known }: { readonly known: KnownDocument }) {
  const say = useMessages();
  const facts = [
    known.issuer,
    known.issuedOn === null ? null : say.known.issued(dateText(known.issuedOn)),
    known.endedOn === null ? null : say.known.ended(dateText(known.endedOn)),
    known.successor === null ? null : say.known.successor(known.successor),
  ].filter((fact) => fact !== null);
  return (
    <aside class="known small">
      <strong>{say.known.heading}:</strong> {known.number}
      {known.title !== null && ` – ${known.title}`}
      {facts.length > 0 && ` (${facts.join('; ')})`}
      {known.source !== null && (
        <span class="soft">
          {' '}
          {say.known.source}: {known.source}
        </span>
      )}
    </aside>
  );
}
