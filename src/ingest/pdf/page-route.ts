import type { PageContent } from './page-content.js';
import type { TextQuality } from './text-quality.js';

/** How a page is to be read, and why, in one short English phrase. */
export interface PageRoute {
  readonly kind: 'text-layer' | 'picture' | 'blank';
  readonly reason: string;
}

/** Fewer characters than these beside a full-page picture are a stamp or a page number, not the page's text. */
const FEW_CHARACTERS = 100;
const FULL_PICTURE = 0.5;
const LEAST_PLAUSIBLE = 0.75;
const MOST_MISPLACED = 0.03;
const MOST_SINGLE = 0.6;
const MOST_LEGACY = 0.2;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What is wrong with a text layer; null where it can be trusted. Too few words to judge count as good. */
export function textFault(quality: TextQuality, wordCount: number): string | null {
  if (quality.misplaced > MOST_MISPLACED)
    return `${percent(quality.misplaced)} of the characters are misplaced or private`;
  if (quality.legacy > MOST_LEGACY) return `legacy Vietnamese font ${quality.legacyFonts.join(', ')}`;
  if (wordCount >= 8 && quality.single > MOST_SINGLE) return 'text is broken into single letters';
  if (wordCount >= 8 && quality.plausible < LEAST_PLAUSIBLE)
    return `only ${percent(quality.plausible)} of the words are plausible`;
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

/** Chooses a page's route by what it paints. `canRecognize`: whether pictures can be read in this run. */
export function routePage(
  content: PageContent,
  quality: TextQuality,
  wordCount: number,
  pictures: number,
  canRecognize: boolean,
): PageRoute {
  const fault = textFault(quality, wordCount);
  if (quality.characters === 0) {
    if (content.images.length > 0) return { kind: 'picture', reason: 'no text layer, page is a picture' };
    if (content.hasDrawing) return { kind: 'picture', reason: 'no text layer, page is a drawing' };
    return { kind: 'blank', reason: 'page paints nothing' };
  }
  if (quality.hidden > 0.5 && pictures >= FULL_PICTURE) {
    if (canRecognize || fault !== null)
      return { kind: 'picture', reason: 'scanned page with a hidden text layer of unknown origin' };
    return { kind: 'text-layer', reason: 'hidden text layer of a scanned page, recognition is switched off' };
  }
  if (quality.characters < FEW_CHARACTERS && pictures >= FULL_PICTURE)
    return { kind: 'picture', reason: `only ${quality.characters} characters over a full-page picture` };
  if (fault !== null) return { kind: 'picture', reason: `bad text layer: ${fault}` };
  return { kind: 'text-layer', reason: `good text layer, ${percent(quality.plausible)} plausible words` };
}
