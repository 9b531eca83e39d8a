import { foldVietnamese } from '../document/fold.js';
import { contains, overlaps, type Span } from '../document/span.js';
import type { PlanRecord } from '../record/plan-record.js';
import { misspellingsIn } from './misspellings.js';
import { LEAST_SYLLABLES, phraseBookOf } from './phrase-book.js';
import { type CheckContext, once } from './rule.js';
import { syllablesOf } from './syllables.js';
import { againstRegister, isSlip, type Misspelled } from './unit-names.js';

/** Unit names that differ slightly from one of the register, or from one that the plan has more often. */
export const misspelledUnits = (context: CheckContext): readonly Misspelled[] =>
  once(context, findMisspelled);

function findMisspelled(context: CheckContext): readonly Misspelled[] {
  const found: Misspelled[] = [];
  for (const one of [...againstRegister(context), ...againstEachOther(context)])
    if (!found.some(({ span }) => overlaps(span, one.span))) found.push(one);
  return found;
}

interface UnitMention {
  readonly name: string;
  readonly key: readonly string[];
  readonly span: Span;
  readonly confidence: number;
}

/** A recognizer misreads a word the same way twice: only what was read surely is a name to go by. */
const SURELY_READ = 0.9;

/** Names of the record's units against each other: one that stands at least twice makes a rare near one a slip. */
function* againstEachOther(context: CheckContext): Generator<Misspelled> {
  const { record, registers } = context;
  const names = new Map<string, UnitMention[]>();
  for (const mention of unitMentions(record)) {
    if (mention.key.length < LEAST_SYLLABLES) continue;
    const name = mention.key.join(' ');
    const same = names.get(name);
    if (same === undefined) names.set(name, [mention]);
    else same.push(mention);
  }
  const near = new Map<string, (readonly UnitMention[])[]>();
  for (const mentions of names.values()) {
    const [first] = mentions;
    if (first === undefined || mentions.filter((m) => m.confidence >= SURELY_READ).length < 2) continue;
    for (let i = 0; i < first.key.length; i++) {
      const pattern = without(first.key, i);
      near.set(pattern, [...(near.get(pattern) ?? []), mentions]);
    }
  }
  if (near.size === 0) return;
  const { knownNames } = phraseBookOf(registers);
  const slips = once(context, misspellingsIn);
  for (const [name, mentions] of names) {
    const key = mentions[0]?.key ?? [];
    if (knownNames.has(name)) continue;
    const right = key
      .flatMap((_, i) => (near.get(without(key, i)) ?? []).map((others) => ({ i, others })))
      .find(
        ({ i, others }) => others.length > mentions.length * 2 - 1 && isSlipAt(key, others[0]?.key ?? [], i),
      );
    const rightName = right?.others[0]?.name;
    if (right === undefined || rightName === undefined) continue;
    for (const { span } of mentions) {
      // "các đơn vi" is no name: what is misspelled there is a common word.
      const isCommon = COLLECTIVES.includes(key[0] ?? '') && slips.some((slip) => contains(span, slip.span));
      if (!isCommon) yield { span, right: rightName, times: right.others.length };
    }
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

const COLLECTIVES: readonly string[] = ['các', 'những', 'mọi', 'từng'];
const PLACES: readonly string[] = ['xã', 'phường', 'huyện', 'quận', 'tỉnh', 'ấp', 'thôn', 'phố', 'trấn'];

/** Names of places differ by a letter and are both right: "xã Tân An", "xã Tân Ân". */
const isPlaceName = (key: readonly string[], at: number): boolean =>
  key.slice(0, at).some((word) => PLACES.includes(word));

function unitMentions(record: PlanRecord): readonly UnitMention[] {
  const found = new Map<string, UnitMention>();
  const keys = new Map<string, readonly string[]>();
  for (const unit of [...record.tasks.flatMap((t) => t.assignments), ...record.responsibilities]) {
    const at = unit.raw.indexOf(unit.unit);
    const start = unit.span.start + Math.max(at, 0);
    const span = { start, end: Math.min(unit.span.end, start + unit.unit.length) };
    const place = `${span.start}-${span.end}`;
    if (found.has(place)) continue;
    const key = keys.get(unit.unit) ?? syllablesOf(unit.unit).map((s) => s.lower);
    keys.set(unit.unit, key);
    found.set(place, { name: unit.unit, key, span, confidence: unit.confidence });
  }
  return [...found.values()];
}
