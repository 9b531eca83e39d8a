import type { Box } from '../../document/box.js';
import type { AuditResult } from '../../record/audit-result.js';
import type { Finding } from '../../record/finding.js';
import { type CheckedDocument, checkedDocuments } from '../../report/document-state.js';
import { severityRank } from '../../report/severity.js';

/** Points of the page shown above and below the words, and at most in all. */
const ABOVE_AND_BELOW = 9;
const TALLEST = 150;
/** Points of a page's top in which a plan's head stands. */
const HEAD = 210;
/** Points left out at both sides of the page, unless words stand there. */
const SIDE = 36;
/** Where the record doesn't say how wide a page is: A4. */
const USUAL_WIDTH = 595;

/** A piece of a page that is wanted. `page` is 1-based, `box` in points from the page's top left corner. */
export interface WantedRegion {
  readonly key: string;
  readonly page: number;
  readonly box: Box;
}

/** A finding whose place is to be shown. `marks` are the boxes of its words within the region. */
export interface WantedCutOut {
  readonly document: CheckedDocument;
  readonly finding: Finding;
  readonly region: WantedRegion;
  readonly marks: readonly Box[];
}

/**
 * The places of all findings on pages, those first that need a person most: read with the least confidence, then the
 * gravest. Only the first page of a finding is shown.
 */
export function wantedCutOuts(result: AuditResult): readonly WantedCutOut[] {
  const wanted = checkedDocuments(result).flatMap((document) => {
    const heads = new Set<string>();
    return document.record.findings.flatMap((finding): readonly WantedCutOut[] => {
      const place = placeOf(document, finding);
      if (place === null) return [];
      if (place.marks.length > 0) return [{ document, finding, ...place }];
      // The same head need not be shown again and again, but beside each error.
      if (heads.has(place.region.key) && finding.severity !== 'error') return [];
      heads.add(place.region.key);
      return [{ document, finding, ...place }];
    });
  });
  return wanted.sort(
    (a, b) =>
      a.finding.confidence - b.finding.confidence ||
      severityRank(a.finding.severity) - severityRank(b.finding.severity),
  );
}

function placeOf(
  { record }: CheckedDocument,
  { location, confidence }: Finding,
): Pick<WantedCutOut, 'region' | 'marks'> | null {
  const page = location[0]?.page;
  if (page === undefined) return confidence < 1 ? headOf(record) : null;
  const marks = location.filter((place) => place.page === page).map(({ bbox }): Box => bbox);
  const reading = record.source.pageReadings.find((one) => one.page === page);
  const width = reading?.width ?? USUAL_WIDTH;
  if (reading?.method === 'unreadable') {
    const whole: Box = [0, 0, reading.width, reading.height];
    return { region: { key: `${page}:whole`, page, box: whole }, marks: [] };
  }
  const top = Math.min(...marks.map((box) => box[1])) - ABOVE_AND_BELOW;
  const bottom = Math.max(...marks.map((box) => box[3])) + ABOVE_AND_BELOW;
  const box: Box = [
    Math.max(0, Math.min(SIDE, ...marks.map((one) => one[0] - ABOVE_AND_BELOW))),
    Math.max(0, top),
    Math.min(width, Math.max(width - SIDE, ...marks.map((one) => one[2] + ABOVE_AND_BELOW))),
    Math.min(reading?.height ?? Number.POSITIVE_INFINITY, bottom, top + TALLEST),
  ];
  if (!box.every(Number.isFinite) || box[2] <= box[0] || box[3] <= box[1]) return null;
  const rounded = box.map((value) => Math.round(value * 10) / 10) as [number, number, number, number];
  return { region: { key: `${page}:${rounded.join(',')}`, page, box: rounded }, marks };
}

/** Where a thing that was not found on a recognized page would stand: the head of the first page, for a person to look. */
function headOf({ source }: CheckedDocument['record']): Pick<WantedCutOut, 'region' | 'marks'> | null {
  const first = source.pageReadings.find(({ method }) => method !== 'blank');
  if (first?.method !== 'ocr') return null;
  const { page, width, height } = first;
  const box: Box = [SIDE, 0, Math.max(SIDE + 1, width - SIDE), Math.min(height, HEAD)];
  return { region: { key: `${page}:head`, page, box }, marks: [] };
}
