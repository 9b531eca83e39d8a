import { Document, isSeq, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { Suppression } from './suppression-file.js';

/** A suppression to be written, with the words that it is about, for people who read the file. */
export interface NewSuppression extends Omit<Suppression, 'line' | 'reason'> {
  readonly reason: string;
  readonly quote: string | null;
}

/** The longest quote that is written down; the fingerprint says which finding it is. */
const LONGEST_QUOTE = 200;

/**
 * The text of a file of suppressions with one more entry at its end; comments and order stay. `source` is a valid file
 * or null where there is none yet: then `header` becomes its comment.
 */
export function addSuppression(source: string | null, entry: NewSuppression, header: string): string {
  const document = parseDocument(source ?? '');
  const quote = entry.quote === null ? null : entry.quote.replace(/\s+/gu, ' ').slice(0, LONGEST_QUOTE);
  const written: Readonly<Record<string, string | null>> = {
    finding: entry.finding,
    reason: entry.reason,
    by: entry.by,
    when: entry.when,
    until: entry.until,
    file: entry.file,
    rule: entry.ruleId,
    quote: quote === '' ? null : quote,
  };
  const node = new YAMLMap<string, unknown>();
  for (const [key, value] of Object.entries(written)) {
    if (value === null) continue;
    const scalar = new Scalar(value);
    // Digits alone, or with an e among them, would be read back as a number.
    if (key === 'finding') scalar.type = Scalar.QUOTE_DOUBLE;
    node.set(key, scalar);
  }
  const list = document.get('suppressions');
  if (isSeq(list)) {
    list.flow = false;
    list.add(node);
    return document.toString({ lineWidth: 0 });
  }
  if (document.contents !== null) {
    document.set('suppressions', [node]);
    return document.toString({ lineWidth: 0 });
  }
  const fresh = new Document({ suppressions: [] });
  fresh.commentBefore = document.commentBefore ?? header;
  const items = fresh.get('suppressions');
  if (isSeq(items)) {
    items.flow = false;
    items.add(node);
  }
  return fresh.toString({ lineWidth: 0 });
}
