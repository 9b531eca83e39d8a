/** Where evidence goes over from what is known to where it is known from. */
const SOURCE = /(?<![\p{L}\p{N}])(?:Nguồn|Source):\s*/u;
/** In brackets behind a source: web addresses and how it was read; nothing for an official note. */
const BRACKETS = /\s*\([^()]*\)/gu;

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/**
 * Evidence as an official note gives it: the fact or the clause without the program's sources; the sources by name
 * where there is nothing else. Null where there is no evidence.
 */
export function legalBasis(evidence: string | null): string | null {
  if (evidence === null) return null;
  const source = SOURCE.exec(evidence);
  if (source === null) return capital(evidence);
  const fact = evidence.slice(0, source.index).trim();
  if (fact !== '') return capital(fact);
  return capital(evidence.slice(source[0].length).replace(BRACKETS, '').trim());
}
