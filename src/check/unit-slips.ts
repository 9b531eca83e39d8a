import { foldVietnamese } from '../document/fold.js';
import { overlaps, type Span } from '../document/span.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { CheckContext } from './rule.js';
import { phraseKey } from './syllables.js';
import { againstRegister, isSlip, LEAST_SYLLABLES, type Misspelled, namesByHead } from './unit-names.js';

const foundIn = new WeakMap<CheckContext, readonly Misspelled[]>();

/** Unit names that differ slightly from one of the register, or from one that the plan has more often. */
export function misspelledUnits(context: CheckContext): readonly Misspelled[] {
  const known = foundIn.get(context);
  if (known !== undefined) return known;
  const found: Misspelled[] = [];
  for (const one of [...againstRegister(context), ...againstEachOther(context)])
    if (!found.some(({ span }) => overlaps(span, one.span))) found.push(one);
  foundIn.set(context, found);
  return found;
}

interface UnitMention {
  readonly name: string;
  readonly key: readonly string[];
  readonly span: Span;
}

/** Names of the record's units against each other: one that stands at least twice makes a rare near one a slip. */
function* againstEachOther({ record, registers }: CheckContext): Generator<Misspelled> {
  const mentions = unitMentions(record).filter(({ key }) => key.length >= LEAST_SYLLABLES);
  const counts = new Map<string, { count: number; readonly mention: UnitMention }>();
  for (const mention of mentions) {
    const name = mention.key.join(' ');
    const one = counts.get(name);
    if (one === undefined) counts.set(name, { count: 1, mention });
    else one.count += 1;
  }
  const near = new Map<string, { readonly count: number; readonly mention: UnitMention }[]>();
  for (const one of counts.values())
    if (one.count >= 2)
      for (let i = 0; i < one.mention.key.length; i++) {
        const pattern = without(one.mention.key, i);
        near.set(pattern, [...(near.get(pattern) ?? []), one]);
      }
  const { known } = namesByHead(registers);
  for (const { key, span } of mentions) {
    const name = key.join(' ');
    const own = counts.get(name)?.count ?? 0;
    if (known.has(name)) continue;
    const right = key
      .flatMap((_, i) => (near.get(without(key, i)) ?? []).map((other) => ({ i, other })))
      .find(({ i, other }) => other.count > own * 2 - 1 && isSlipAt(key, other.mention.key, i));
    if (right !== undefined)
      yield { span, right: right.other.mention.name, times: right.other.count };
  }
}

/** The name with one syllable left open. */
const without = (key: readonly string[], at: number): string =>
  key.map((syllable, i) => (i === at ? '_' : syllable)).join(' ');

function isSlipAt(key: readonly string[], right: readonly string[], at: number): boolean {
  const [given = '', meant = ''] = [key[at], right[at]];
  if (given === meant || !isSlip(given, meant)) return false;
  if (at === 0 && foldVietnamese(given) !== foldVietnamese(meant)) return false;
  return !isPlaceName(key, at);
}

const PLACES: readonly string[] = ['xã', 'phường', 'huyện', 'quận', 'tỉnh', 'ấp', 'thôn', 'phố', 'trấn'];

/** Names of places differ by a letter and are both right: "xã Tân An", "xã Tân Ân". */
const isPlaceName = (key: readonly string[], at: number): boolean =>
  key.slice(0, at).some((word) => PLACES.includes(word));

function unitMentions(record: PlanRecord): readonly UnitMention[] {
  const found = new Map<string, UnitMention>();
  for (const unit of [...record.tasks.flatMap((t) => t.assignments), ...record.responsibilities]) {
    const at = record.text.slice(unit.span.start, unit.span.end).indexOf(unit.unit);
    const start = unit.span.start + Math.max(at, 0);
    const span = { start, end: Math.min(unit.span.end, start + unit.unit.length) };
    const place = `${span.start}-${span.end}`;
    if (!found.has(place)) found.set(place, { name: unit.unit, key: phraseKey(unit.unit), span });
  }
  return [...found.values()];
}
