import type { Word } from '../document/source-document.js';
import type { PlanRecord } from './plan-record.js';

const round = (value: number): number => Math.round(value * 10) / 10;

/** The record's form of a document's words; undefined where the source has no pages. */
export const packWords = (words: readonly Word[]): PlanRecord['words'] =>
  words.length === 0
    ? undefined
    : words.map(({ span, page, box, confidence }) => [
        span.start,
        span.end,
        page,
        round(box[0]),
        round(box[1]),
        round(box[2]),
        round(box[3]),
        Math.round(confidence * 1000) / 1000,
      ]);

/** The words of a record; [] for a source without pages. */
export const unpackWords = (record: Pick<PlanRecord, 'words'>): readonly Word[] =>
  (record.words ?? []).map(([start, end, page, x0, y0, x1, y1, confidence]) => ({
    span: { start, end },
    page,
    box: [x0, y0, x1, y1],
    confidence,
  }));
