import type { Header, PlanRecord } from '../record/plan-record.js';
import type { Mention } from '../record/primitives.js';
import type { FieldAddress } from './field-address.js';
import { type FieldValue, HEADER_VALUES, ITEM_VALUES } from './field-value.js';
import { PARTS, type Part } from './parts.js';
import type { Items, Named, Sheet } from './sheet.js';

/** A field of a record as a person sees it: its value, its words, and how surely they were read. */
export interface ReviewField {
  readonly address: FieldAddress;
  readonly value: FieldValue;
  /** The words it was taken from; null for one that the document doesn't have. */
  readonly mention: Mention | null;
  /** The lowest of its words; 1 where nothing was recognized. */
  readonly confidence: number;
}

type HeaderField = keyof typeof HEADER_VALUES;

const HEADER_FIELDS = Object.keys(HEADER_VALUES) as readonly HeaderField[];

function joined(mentions: readonly Mention[]): Mention | null {
  const [first] = mentions;
  if (first === undefined) return null;
  if (mentions.length === 1) return first;
  return {
    raw: mentions.map(({ raw }) => raw).join('; '),
    span: {
      start: Math.min(...mentions.map(({ span }) => span.start)),
      end: Math.max(...mentions.map(({ span }) => span.end)),
    },
    location: mentions.flatMap(({ location }) => location),
    confidence: Math.min(...mentions.map(({ confidence }) => confidence)),
  };
}

const placesOf = ({ places }: Header, field: string): Mention | null =>
  joined(
    Object.entries(places)
      .filter(([name]) => name === field || name.startsWith(`${field}.`))
      .map(([, mention]) => mention),
  );

const plainTask = ({ number, content, assignments, timings, outputs }: Items['tasks']) => ({
  number,
  content,
  assignments: assignments.map(({ unit, role }) => ({ unit, role })),
  timings: timings.map(({ label, start, end, frequency, times, conditional }) => ({
    label,
    start,
    end,
    frequency,
    times,
    conditional,
  })),
  outputs: [...outputs],
});

/** The values of an item's fields, in the order of their schema. */
function valuesOf<P extends Part>(part: P, item: Items[P]): Readonly<Record<string, FieldValue>> {
  const all: Readonly<Record<string, unknown>> =
    part === 'tasks' ? plainTask(item as Items['tasks']) : { ...item };
  return Object.fromEntries(Object.keys(ITEM_VALUES[part]).map((field) => [field, all[field] as FieldValue]));
}

/** The words of one field of an item; the whole item's where the field has none of its own. */
export function mentionOf<P extends Part>(part: P, item: Items[P], field: string): Mention {
  if (part === 'citations') {
    const parts: Readonly<Record<string, Mention | undefined>> = (item as Items['citations']).parts;
    return parts[field] ?? item;
  }
  if (part === 'tasks' && (field === 'assignments' || field === 'timings'))
    return joined((item as Items['tasks'])[field]) ?? item;
  return item;
}

function itemFields<P extends Part>(part: P, { id, item }: Named<Items[P]>): readonly ReviewField[] {
  return Object.entries(valuesOf(part, item)).map(([field, value]) => {
    const mention = mentionOf(part, item, field);
    return { address: { part, item: id, field }, value, mention, confidence: mention.confidence };
  });
}

const partFields = <P extends Part>(part: P, sheet: Sheet): readonly ReviewField[] =>
  sheet[part].flatMap((row) => itemFields(part, row));

/** Every field that a person can confirm or correct, header first, then part by part in the text's order. */
export function reviewFields({ header }: Pick<PlanRecord, 'header'>, sheet: Sheet): readonly ReviewField[] {
  const head = HEADER_FIELDS.map((field): ReviewField => {
    const mention = placesOf(header, field);
    return {
      address: { part: 'header', field },
      value: header[field] as FieldValue,
      mention,
      confidence: mention?.confidence ?? 1,
    };
  });
  return [...head, ...PARTS.flatMap((part) => partFields(part, sheet))];
}
