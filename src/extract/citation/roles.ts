import { contains, type Span } from '../../document/span.js';
import type { Citation } from '../../record/fields.js';
import type { FoundCitation } from './find-citations.js';

/** A found citation with its place among the others of its passage. `within` counts in the same list. */
export interface PlacedCitation {
  readonly found: FoundCitation;
  readonly role: Citation['role'];
  readonly within: number | null;
}

const BASIS = /^[\s\-–+•*“"]*(?:Căn cứ|Thực hiện|Theo|Triển khai|Xét|Trên cơ sở)(?!\p{L})/iu;
const AND_BEFORE = /(?:,|;)?\s*(?:và|,)\s*$/u;
const AMENDED_BY = /(?:sửa đổi|bổ sung|thay thế|hợp nhất)[\s,]*(?:một số điều\s*)?(?:bởi|tại|theo|bằng)\s*$/u;

/** Whether the passage is a "Căn cứ / Thực hiện / Theo" line. */
export const isBasisLine = (text: string, passage: Span): boolean =>
  BASIS.test(text.slice(passage.start, Math.min(passage.end, passage.start + 40)));

/**
 * Decides which of a passage's citations stand inside another's title, and cuts a title where a sibling begins
 * ("… về việc A và Quyết định số B …"). `basis`: the passage is a basis line of the preamble.
 */
export function placeCitations(
  text: string,
  citations: readonly FoundCitation[],
  basis: boolean,
): readonly PlacedCitation[] {
  const placed: PlacedCitation[] = [];
  for (const found of citations) {
    const outer = innermostAround(text, placed, found);
    if (outer !== null) {
      placed.push({ found, role: 'nested', within: outer });
      continue;
    }
    cutTitles(placed, found.head.start, text);
    const before = text.slice(Math.max(0, found.head.start - 60), found.head.start);
    placed.push({ found, role: basis && !AMENDED_BY.test(before) ? 'basis' : 'reference', within: null });
  }
  return placed;
}

/** Index of the innermost citation in whose title `found` stands; null where it is a sibling of all of them. */
function innermostAround(
  text: string,
  placed: readonly PlacedCitation[],
  found: FoundCitation,
): number | null {
  for (let i = placed.length - 1; i >= 0; i--) {
    const outer = placed[i]?.found;
    if (outer?.title == null || outer.number === null || !contains(outer.title, found.head)) continue;
    const lead = text.slice(outer.title.start, found.head.start);
    const previous = placed.at(-1);
    const followsNested =
      previous !== undefined &&
      previous.within === i &&
      /^\s*(?:,|và|;)?\s*(?:và)?\s*$/u.test(text.slice(previous.found.head.end, found.head.start));
    if (AND_BEFORE.test(lead) && !followsNested) return null;
    return i;
  }
  return null;
}

/** Ends the titles that run over `at`, where a sibling citation begins. */
function cutTitles(placed: PlacedCitation[], at: number, text: string): void {
  placed.forEach((entry, i) => {
    const { found } = entry;
    if (found.title === null || found.title.end <= at || found.title.start >= at) return;
    let end = at;
    const tail = /(?:[\s,;]|và)+$/u.exec(text.slice(found.title.start, end));
    if (tail !== null) end -= tail[0].length;
    placed[i] = {
      ...entry,
      found: { ...found, title: { start: found.title.start, end }, span: { start: found.span.start, end } },
    };
  });
}
