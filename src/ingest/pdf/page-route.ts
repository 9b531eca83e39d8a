import type { PageRouteCode } from '../../document/source-document.js';
import type { RecognizeChoice } from '../read-outcome.js';
import type { PageContent } from './page-content.js';
import type { TextLayer } from './text-layer.js';

/** How a page is to be read, and why: a code, and one short English phrase. */
export interface PageRoute {
  readonly kind: 'text-layer' | 'picture' | 'blank';
  readonly code: PageRouteCode;
  readonly reason: string;
}

/** What is wrong with a text layer. */
export interface TextFault {
  readonly code: Extract<
    PageRouteCode,
    'misplaced-characters' | 'single-letters' | 'shifted-characters' | 'implausible-words' | 'missing-marks'
  >;
  readonly reason: string;
}

/** Fewer characters than these beside a full-page picture are a stamp or a page number, not the page's text. */
const FEW_CHARACTERS = 100;
const FULL_PICTURE = 0.5;
const FEW_STRINGS = 8;
const LEAST_PLAUSIBLE = 0.75;
const MOST_MISPLACED = 0.03;
const MOST_SINGLE = 0.6;
const MOST_CAPITALS = 0.6;
/** What an earlier recognition must reach: one that knows Vietnamese reaches 0.97 and more, others 0.8 to 0.9. */
const LEAST_RECOGNIZED = 0.93;
/** Vietnamese syllables with marks are some 0.75 of all; recognizers of other languages write nearly none. */
const LEAST_MARKED = 0.4;
/**
 * A page of so many strings that has lost its marks: some 0.77 of Vietnamese without marks are syllables still (those
 * that must bear a mark are not), of English 0.35.
 */
const MANY_STRINGS = 40;
const MOSTLY = 0.65;
const NEARLY_NONE = 0.05;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const missingMarks = (marked: number): string => `only ${percent(marked)} of the syllables bear marks`;

/** What is wrong with a text layer; null where it can be trusted. Too few words to judge count as good. */
export function textFault({ quality, wordCount, shift }: TextLayer): TextFault | null {
  if (shift !== null)
    return { code: 'shifted-characters', reason: `the character map is shifted by ${shift}` };
  if (quality.misplaced > MOST_MISPLACED)
    return {
      code: 'misplaced-characters',
      reason: `${percent(quality.misplaced)} of the characters are misplaced or private`,
    };
  if (wordCount < FEW_STRINGS) return null;
  if (quality.single > MOST_SINGLE)
    return { code: 'single-letters', reason: 'text is broken into single letters' };
  if (quality.plausible < LEAST_PLAUSIBLE || quality.capitals > MOST_CAPITALS)
    return {
      code: 'implausible-words',
      reason:
        quality.plausible < LEAST_PLAUSIBLE
          ? `only ${percent(quality.plausible)} of the words are plausible`
          : `${percent(quality.capitals)} of the words are capitals that make no syllable`,
    };
  if (quality.strings >= MANY_STRINGS && quality.syllables > MOSTLY && quality.marked < NEARLY_NONE)
    return { code: 'missing-marks', reason: missingMarks(quality.marked) };
  return null;
}

/** What is wrong with the text that an earlier recognition put under a page's picture; null where it is good. */
function recognizedFault(layer: TextLayer): TextFault | null {
  const { plausible, syllables, marked, strings } = layer.quality;
  const fault = textFault(layer);
  if (fault !== null) return fault;
  if (plausible < LEAST_RECOGNIZED)
    return { code: 'implausible-words', reason: `only ${percent(plausible)} of the words are plausible` };
  if (strings >= FEW_STRINGS && syllables > 0.5 && marked < LEAST_MARKED)
    return { code: 'missing-marks', reason: missingMarks(marked) };
  return null;
}

/** Share of the page that pictures cover; overlapping ones count twice, at most 1. */
export function pictureShare(content: PageContent, width: number, height: number): number {
  let area = 0;
  for (const { box } of content.images) {
    const [x0, y0, x1, y1] = box;
    area +=
      Math.max(0, Math.min(x1, width) - Math.max(x0, 0)) *
      Math.max(0, Math.min(y1, height) - Math.max(y0, 0));
  }
  return Math.min(1, area / Math.max(1, width * height));
}

function textRoute({ quality, encodings, mended }: TextLayer): PageRoute {
  const good = `${percent(quality.plausible)} plausible words`;
  if (encodings.length > 0)
    return {
      kind: 'text-layer',
      code: 'legacy-text',
      reason: `text layer in a legacy encoding (${encodings.join(', ')}), converted, ${good}`,
    };
  if (mended)
    return {
      kind: 'text-layer',
      code: 'mended-text',
      reason: `letter-spaced text layer put back into words, ${good}`,
    };
  return { kind: 'text-layer', code: 'good-text', reason: `good text layer, ${good}` };
}

/**
 * Chooses a page's route by what it paints. `pictures`: share of the page that pictures cover. `recognize`: "force"
 * takes the picture of every page that paints anything; "never" is for the caller to heed, as a page without good
 * text can't be read then.
 */
export function routePage(
  content: PageContent,
  layer: TextLayer,
  pictures: number,
  recognize: RecognizeChoice,
): PageRoute {
  const { quality } = layer;
  const empty = quality.characters === 0 && content.images.length === 0 && !content.hasDrawing;
  if (empty) return { kind: 'blank', code: 'blank', reason: 'page paints nothing' };
  if (recognize === 'force') return { kind: 'picture', code: 'forced', reason: 'recognition is forced' };
  if (quality.characters === 0)
    return {
      kind: 'picture',
      code: 'no-text',
      reason: `no text layer, page is a ${content.images.length > 0 ? 'picture' : 'drawing'}`,
    };
  if (quality.characters < FEW_CHARACTERS && pictures >= FULL_PICTURE)
    return {
      kind: 'picture',
      code: 'few-characters',
      reason: `only ${quality.characters} characters over a full-page picture`,
    };
  if (quality.hidden > 0.5 && pictures >= FULL_PICTURE) {
    const fault = recognizedFault(layer);
    if (fault !== null)
      return {
        kind: 'picture',
        code: 'bad-recognition',
        reason: `bad hidden text layer of an earlier recognition: ${fault.reason}`,
      };
    return {
      kind: 'text-layer',
      code: 'earlier-recognition',
      reason: `good hidden text layer of an earlier recognition, ${percent(quality.plausible)} plausible words, ${percent(quality.marked)} of the syllables with marks`,
    };
  }
  const fault = textFault(layer);
  if (fault !== null) return { kind: 'picture', code: fault.code, reason: `bad text layer: ${fault.reason}` };
  return textRoute(layer);
}
