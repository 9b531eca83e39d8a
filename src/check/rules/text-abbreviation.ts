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
    for (const { written, span } of unexplained(context)) {
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

interface Abbreviation {
  readonly written: string;
  readonly span: Span;
}

/** The first place of each abbreviation that nothing explains. */
function unexplained(context: CheckContext): readonly Abbreviation[] {
  const { record, syllables } = context;
  const found: Abbreviation[] = [];
  const known = knownForms(context);
  const apart = once(context, placesApart);
  const told = new Set<string>();
  const isInHeading = headingsOf(record.text);
  for (let i = 0; i < syllables.length; i++) {
    const syllable = syllables[i] as Syllable;
    if (!beginsInCapitals(record.text, syllable)) continue;
    const index = syllable.start;
    if (isInHeading(index)) continue;
    ABBREVIATION.lastIndex = index;
    const written = ABBREVIATION.exec(record.text)?.[0];
    if (written === undefined) continue;
    if (told.has(written) || known.has(written.replaceAll('&', '')) || ROMAN.test(written)) continue;
    const span = { start: index, end: index + written.length };
    if (isTouched(apart, span)) continue;
    told.add(written);
    if (!standsForWords(context, written)) found.push({ written, span });
  }
  return found;
}

/** Whether words that stand somewhere in the text begin with the abbreviation's letters. */
function standsForWords(context: CheckContext, written: string): boolean {
  const folded = foldVietnamese(written.replaceAll('&', ''));
  return once(context, initialsOf).some((initials) => initials.includes(folded));
}

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

/**
 * Tells whether a letter stands in a line of capitals, where nothing tells an abbreviation from a word; a line once, as
 * letters are asked in their order.
 */
function headingsOf(text: string): (at: number) => boolean {
  let line: Span = { start: 0, end: 0 };
  let isHeading = false;
  return (at) => {
    if (at < line.start || at >= line.end) {
      line = lineAround(text, { start: at, end: at });
      isHeading = capitalShare(text.slice(line.start, line.end)) > 0.5;
    }
    return isHeading;
  };
}

/** The first letters of all words of the text, folded: as they stand, and without every "và". */
const initialsOf = ({ syllables }: CheckContext): readonly string[] => [
  initials(syllables),
  initials(syllables.filter(({ lower }) => lower !== 'và')),
];

const initials = (syllables: readonly Syllable[]): string =>
  foldVietnamese(syllables.map(({ lower }) => lower.charAt(0)).join(''));
