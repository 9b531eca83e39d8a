import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument, Word } from '../../../src/document/source-document.js';
import { judgeReadings } from '../../../src/ingest/readings/judge-readings.js';
import { suggestFigures } from '../../../src/ingest/readings/suggest-figures.js';
import { wordKind } from '../../../src/ingest/readings/word-kind.js';

/** A recognized page with these words in one line; "text@0.7" has that confidence, others 0.96. */
function recognized(line: string, method: 'ocr' | 'text-layer' = 'ocr'): SourceDocument {
  const words: Word[] = [];
  let text = '';
  for (const part of line.split(' ')) {
    const [word = '', confidence = '0.96'] = part.split('@');
    if (text !== '') text += ' ';
    const span = { start: text.length, end: text.length + word.length };
    words.push({ span, page: 1, box: [0, 0, 10, 10], confidence: Number(confidence) });
    text += word;
  }
  return {
    file: 'a.pdf',
    sha256: '',
    mediaType: 'application/pdf',
    method: 'ocr',
    text,
    pages: [{ number: 1, width: 595, height: 842, method, reason: '', confidence: 1 }],
    words,
    blocks: [],
    segments: [],
    notes: [],
  };
}

const suggestions = (document: SourceDocument): readonly (string | undefined)[] =>
  judgeReadings(document).words.map((word) => word.suggestion);

describe('a recognized word', () => {
  it('is put in question where a known phrase has other marks, in the case that it stands in', () => {
    expect(suggestions(recognized('Quyết đinh, về Tiêu chuấn chất lượng'))).toEqual([
      undefined,
      'định,',
      undefined,
      undefined,
      'chuẩn',
      undefined,
      undefined,
    ]);
    expect(suggestions(recognized('BAN CHỈ ĐAO'))[2]).toBe('ĐẠO');
  });

  it('is put in question by what the document writes elsewhere', () => {
    const line = 'Bến Lức và Bến Lức và Bến Lức nay Bên Lức';
    expect(suggestions(recognized(line)).at(-2)).toBe('Bến');
  });

  it('stays unquestioned where a neighbour knows it as it stands', () => {
    expect(suggestions(recognized('ban hành chi tiết')).every((s) => s === undefined)).toBe(true);
  });

  it('keeps its text and its place, whatever is suggested', () => {
    const before = recognized('Tiêu chuấn quy đinh');
    const after = judgeReadings(before);
    expect(after.text).toBe(before.text);
    expect(after.words.map((word) => word.span)).toEqual(before.words.map((word) => word.span));
  });

  it('is left alone where it was decoded', () => {
    const decoded = recognized('Tiêu chuấn', 'text-layer');
    expect(judgeReadings(decoded)).toBe(decoded);
  });

  it('is surer the surer the recognizer is, and less sure where it is questioned or misspelled', () => {
    const of = (line: string, at = 0): number => judgeReadings(recognized(line)).words[at]?.confidence ?? -1;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(of(`nguồn@${low / 100}`)).toBeLessThanOrEqual(of(`nguồn@${high / 100}`));
      }),
    );
    expect(of('kế hoạch@0.9', 1)).toBeGreaterThan(of('xanh hoạch@0.9', 1));
    expect(of('Tiêu chuấn@0.9', 1)).toBeLessThan(0.5);
    expect(of('hỏạch@0.9')).toBeLessThan(of('hoạch@0.9'));
  });
});

describe('figures', () => {
  it('in quarters are Roman where letters stand for them; digits and numerals stay', () => {
    const of = (text: string) => suggestFigures({ text, blocks: [] }).map((s) => s.text);
    expect(of('Quý H, quý l/2026, Quý 1V')).toEqual(['II', 'I', 'IV']);
    expect(of('Quý I, quý II, quý 3, Quý 1')).toEqual([]);
  });
});

it('kinds of words are told apart', () => {
  const kinds = ['thực', 'Hiện.', 'UBND', '15/02/2026', '26/2014/TT-BKHCN', '-', 'thựe', 'ISO', 'IV.'];
  expect(kinds.map(wordKind)).toEqual([
    'syllable',
    'syllable',
    'capitals',
    'number',
    'code',
    'sign',
    'broken',
    'capitals',
    'capitals',
  ]);
});
