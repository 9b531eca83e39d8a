import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { extractPlan } from '../../../src/extract/extract-plan.js';
import type { Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import { annotate } from '../../../src/report/annotate/annotate.js';
import { filesOf } from '../../fixtures/pipeline.js';
import { needsProgram } from '../../programs.js';
import { findingAt } from './finding-at.js';
import { given, OPTIONS } from './options.js';
import { notesIn, opened } from './written-pdf.js';

/** Sees the same two words on every page. */
const recognizer: Recognizer = {
  engine: 'builtin',
  recognize: async (_, { number, width, height }) => ({
    number,
    width,
    height,
    method: 'ocr',
    reason: 'test',
    confidence: 1,
    words: ['quy', 'đinh'].map((text, index) => ({
      text,
      box: [100 + index * 40, 200, 135 + index * 40, 214] as const,
      confidence: 1,
      fontSize: 12,
      bold: false,
      italic: false,
      baseline: 214,
    })),
    rulings: [],
  }),
  close: async () => {},
};

async function annotated(bytes: Uint8Array, quote = 'đinh') {
  const read = await readDocument({ file: 'a', bytes }, { recognizer: async () => recognizer });
  if (read.kind === 'failed') throw new Error(read.detail);
  const finding = findingAt(read.document.text, quote);
  const { words } = read.document;
  const word = words.find(({ span }) => span.start === finding.span.start);
  if (word === undefined) throw new Error('no word');
  const location = [{ page: word.page, bbox: [...word.box] as [number, number, number, number] }];
  const record = { ...extractPlan(read.document), findings: [{ ...finding, location }] };
  return { record, outcome: given(await annotate(bytes, record, OPTIONS)) };
}

describe('a picture given back', () => {
  test.each(filesOf('image').map((path) => [path.replace(/^.*\./u, ''), path]))(
    '%s: a PDF of it with a highlight at the words',
    async (_, path) => {
      const { record, outcome } = await annotated(new Uint8Array(readFileSync(path)));
      expect(outcome.extension).toBe('.pdf');
      const [note] = await notesIn(outcome.bytes);
      expect(note?.page).toBe(1);
      expect(note?.boxes[0]?.map(Math.round)).toEqual([140, 200, 175, 214]);
      const read = await readDocument({ file: 'a.pdf', bytes: outcome.bytes });
      if (read.kind === 'failed') throw new Error(read.detail);
      expect(read.document.pages).toHaveLength(record.source.pages ?? 0);
    },
  );

  test('in colour, grey and turned by EXIF opens quietly and shows the picture upright', async (context) => {
    needsProgram(context, 'qpdf');
    needsProgram(context, 'pdftoppm', ['-v']);
    const half = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#fff' } })
      .composite([
        { input: { create: { width: 600, height: 200, channels: 3, background: '#c00' } }, top: 0, left: 0 },
      ])
      .jpeg({ quality: 95 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { outcome } = await annotated(new Uint8Array(half));
    const qpdf = opened(outcome.bytes, 'qpdf', (file) => ['--check', file]);
    expect([qpdf.status, qpdf.err]).toEqual([0, '']);
    const drawn = opened(outcome.bytes, 'pdftoppm', (file, to) => [
      '-r',
      '30',
      '-singlefile',
      '-png',
      file,
      `${to}/page`,
    ]);
    expect(drawn.err).toBe('');
    const { data, info } = await sharp(drawn.made('page.png'))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.height).toBeGreaterThan(info.width);
    const green = (x: number): number => data[(Math.floor(info.height / 2) * info.width + x) * 3 + 1] ?? -1;
    // Turned right: the red half is at the right.
    expect(green(Math.floor(info.width * 0.75))).toBeLessThan(60);
    expect(green(Math.floor(info.width * 0.25))).toBeGreaterThan(200);
  });
});
