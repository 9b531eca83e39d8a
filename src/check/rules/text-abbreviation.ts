import { type Cover, coveredBy, isTouched } from '../../document/cover.js';
import { foldVietnamese } from '../../document/fold.js';
import type { Span } from '../../document/span.js';
import { capitalShare } from '../../extract/outline/capital-share.js';
import type { Registers } from '../registers/load-registers.js';
import { type CheckContext, once, type Rule } from '../rule.js';
import { lineAround } from '../sentence.js';
import type { Syllable } from '../syllables.js';

const ABBREVIATION = /(?<![\p{L}\p{N}/&.-])[\p{Lu}]{3,8}(?:&[\p{Lu}]{1,4})?(?![\p{L}\p{N}&/-])/uy;
const ROMAN = /^[IVXLC]+$/u;

/** An abbreviation that the plan never defines, that nobody knows, and whose words stand nowhere in it. */
export const undefinedAbbreviation: Rule = {
  id: 'text/undefined-abbreviation',
  *check(context) {
    const { record } = context;
    const known = knownForms(context);
    const apart = once(context, placesApart);
    const told = new Set<string>();
    const isHeading = headingsOf(record.text);
    for (const syllable of context.syllables) {
      if (!beginsInCapitals(record.text, syllable)) continue;
      const index = syllable.start;
      ABBREVIATION.lastIndex = index;
      const written = ABBREVIATION.exec(record.text)?.[0];
      if (written === undefined) continue;
      if (told.has(written) || known.has(written.replaceAll('&', '')) || ROMAN.test(written)) continue;
      const span = { start: index, end: index + written.length };
      if (isTouched(apart, span) || isHeading(span)) continue;
      told.add(written);
      const folded = foldVietnamese(written.replaceAll('&', ''));
      if (once(context, initialsOf).some((initials) => initials.includes(folded))) continue;
      yield {
        severity: 'notice',
        at: span,
        message: {
          vi: `Chữ viết tắt "${written}" không được giải thích trong kế hoạch.`,
          en: `The abbreviation "${written}" is explained nowhere in the plan.`,
        },
        evidence: {
          vi: 'Lần đầu dùng cần viết đầy đủ, kèm chữ viết tắt trong ngoặc.',
          en: 'At its first use it should be written out, the abbreviation in brackets.',
        },
        key: [written],
      };
    }
  },
};

/** Told before the pattern is tried: few syllables do, and trying it all over the text took a tenth of all checks. */
const beginsInCapitals = (text: string, { start, end, lower }: Syllable): boolean =>
  end - start >= 3 &&
  text.charCodeAt(start) !== lower.charCodeAt(0) &&
  text.charCodeAt(start + 1) !== lower.charCodeAt(1);

const plainForm = (form: string): string => form.replaceAll('&', '').toUpperCase();

function knownForms({ record, registers }: CheckContext): ReadonlySet<string> {
  const known = registeredForms(registers);
  if (record.abbreviations.length === 0) return known;
  return new Set([...known, ...record.abbreviations.map(({ short }) => plainForm(short))]);
}

const registered = new WeakMap<Registers, ReadonlySet<string>>();

function registeredForms(registers: Registers): ReadonlySet<string> {
  const made = registered.get(registers);
  if (made !== undefined) return made;
  const { units, grammar, phrases } = registers;
  const forms = [
    ...units.shortForms.map(({ short }) => short),
    ...grammar.typeCodes.map(({ code }) => code),
    ...grammar.agencies.map(({ code }) => code),
    ...phrases.knownAbbreviations,
  ];
  const known = new Set(forms.map(plainForm));
  registered.set(registers, known);
  return known;
}

/** Citations, standards, the head and the recipients: there abbreviations are parts of names and numbers. */
function placesApart({ record }: CheckContext): Cover {
  const mentions = [...record.citations, ...record.standards, ...Object.values(record.header.places)];
  return coveredBy(mentions.map((m) => m.span));
}

/** Tells whether a place lies in a line of capitals, where nothing tells an abbreviation from a word; each line once. */
function headingsOf(text: string): (span: Span) => boolean {
  const known = new Map<number, boolean>();
  return (span) => {
    const { start, end } = lineAround(text, span);
    const told = known.get(start) ?? capitalShare(text.slice(start, end)) > 0.5;
    known.set(start, told);
    return told;
  };
}

/** The first letters of all words of the text, folded: as they stand, and without every "và". */
function initialsOf({ syllables }: CheckContext): readonly string[] {
  let all = '';
  let plain = '';
  for (const { lower } of syllables) {
    const initial = foldedInitial(lower.charAt(0));
    all += initial;
    if (lower !== 'và') plain += initial;
  }
  return [all, plain];
}

const initials = new Map<string, string>();

/** A letter folded, remembered: there are few. */
function foldedInitial(letter: string): string {
  const known = initials.get(letter);
  if (known !== undefined) return known;
  const folded = foldVietnamese(letter);
  initials.set(letter, folded);
  return folded;
}
