import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../fixtures/build/paths.js';
import type { SourceDocument } from '../../../src/document/source-document.js';
import type { LayoutPage } from '../../../src/ingest/layout/layout-page.js';
import type { Raster, Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { readPdf } from '../../../src/ingest/pdf/read-pdf.js';
import { DEFAULT_LIMITS, type ReadContext, type ReadOutcome } from '../../../src/ingest/read-outcome.js';
import { assertSpanLaws } from '../../span-laws.js';
import { show, writePdf } from './write-pdf.js';

const context = (changes: Partial<ReadContext> = {}): ReadContext => ({
  limits: DEFAULT_LIMITS,
  onPage: () => {},
  recognizer: null,
  ...changes,
});

const read = (bytes: Uint8Array, changes: Partial<ReadContext> = {}): Promise<ReadOutcome> =>
  readPdf(
    { file: 'a.pdf', bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    context(changes),
  );

async function document(bytes: Uint8Array, changes: Partial<ReadContext> = {}): Promise<SourceDocument> {
  const outcome = await read(bytes, changes);
  if (outcome.kind === 'failed') throw new Error(`${outcome.reason}: ${outcome.detail}`);
  assertSpanLaws(outcome.document);
  return outcome.document;
}

/** A recognizer that finds one word on every page and keeps the rasters that it was given. */
function recordingRecognizer(): {
  readonly rasters: Raster[];
  readonly recognizer: () => Promise<Recognizer>;
} {
  const rasters: Raster[] = [];
  const recognizer: Recognizer = {
    engine: 'builtin',
    recognize: async (raster, page): Promise<LayoutPage> => {
      rasters.push(raster);
      const box = [100, 100, 200, 115] as const;
      return {
        ...page,
        method: 'ocr',
        reason: 'recognized',
        confidence: 0.8,
        words: [
          { text: 'nhận', box, confidence: 0.8, fontSize: 0, bold: false, italic: false, baseline: box[3] },
        ],
        rulings: [],
      };
    },
    close: async () => {},
  };
  return { rasters, recognizer: async () => recognizer };
}

const PROSE = 'Van phong chu tri phoi hop voi cac phong lien quan xay dung va ban hanh ke hoach cua co quan';

describe('readPdf: words', () => {
  it('reads words with their boxes in points from the top left corner', async () => {
    const { words, text } = await document(writePdf([{ content: show(100, 742, 'Ke hoach', 20) }]));
    expect(text).toBe('Ke hoach');
    const [first] = words;
    expect(first?.box[0]).toBeCloseTo(100, 0);
    expect(first?.box[1]).toBeGreaterThan(80);
    expect(first?.box[3]).toBeGreaterThan(100);
    expect(first?.box[3]).toBeLessThan(106);
    expect(first?.confidence).toBe(1);
  });

  it('puts letters together that were placed one by one, and parts words that no blank parts', async () => {
    const letters =
      'BT /F0 12 Tf 100 700 Td (K) Tj 8.67 0 Td (e) Tj ET BT /F0 12 Tf 125 700 Td (ho) Tj 12 0 Td (ach) Tj ET';
    const kerned = 'BT /F0 12 Tf 100 650 Td [(n) 40 (a) -30 (m) -400 (2026)] TJ ET';
    const { text } = await document(writePdf([{ content: `${letters} ${kerned}` }]));
    expect(text).toContain('Ke hoach');
    expect(text).toContain('nam 2026');
  });

  it('reads letter-spaced text as words', async () => {
    const { text } = await document(writePdf([{ content: 'BT /F0 14 Tf 6 Tc 100 700 Td (KE HOACH) Tj ET' }]));
    expect(text).toBe('KE HOACH');
  });

  it('reads text that was drawn twice to look bold once, and as bold', async () => {
    const twice = `${show(100, 700, 'Ke hoach')}${show(100.3, 700, 'Ke hoach')}`;
    const { text, blocks } = await document(writePdf([{ content: twice }]));
    expect(text).toBe('Ke hoach');
    expect(blocks[0]).toMatchObject({ style: { bold: true } });
  });

  it('takes weight and slant from the font name', async () => {
    const content = `${show(100, 700, 'Dam', 12, 'F1')}${show(100, 600, 'Thuong')}`;
    const { blocks } = await document(writePdf([{ content }], 'Times-BoldItalic'));
    expect(blocks[0]).toMatchObject({ style: { bold: true, italic: true, fontSize: 12 } });
    expect(blocks[1]).toMatchObject({ style: { bold: false, italic: false } });
  });

  it.each([0, 90, 180, 270])('gives boxes as displayed on a page rotated by %i degrees', async (rotate) => {
    const { words, pages, text } = await document(writePdf([{ content: show(100, 700, PROSE), rotate }]));
    const [page] = pages;
    expect(page).toMatchObject(
      rotate % 180 === 0 ? { width: 595, height: 842 } : { width: 842, height: 595 },
    );
    expect(text).toBe(PROSE);
    const [first] = words;
    const expected = { 0: [100, 134], 90: [700, 100], 180: [478, 694], 270: [134, 478] }[rotate] ?? [];
    expect(first?.box[0]).toBeGreaterThan((expected[0] ?? 0) - 20);
    expect(first?.box[0]).toBeLessThan((expected[0] ?? 0) + 20);
    expect(first?.box[1]).toBeGreaterThan((expected[1] ?? 0) - 20);
    expect(first?.box[1]).toBeLessThan((expected[1] ?? 0) + 20);
  });

  it('reads a page whose text stands on its side, in order', async () => {
    const upwards = [0, 1, 2]
      .map((n) => `BT /F0 12 Tf 0 1 -1 0 ${100 + n * 16} 100 Tm (dong thu ${n} cua bang phu luc) Tj ET\n`)
      .join('');
    const { text, words } = await document(writePdf([{ content: upwards }]));
    expect(text).toBe(
      [0, 1, 2]
        .map((n) => `dong thu ${n} cua bang phu luc`)
        .join('\n')
        .replaceAll('\n', ' '),
    );
    expect(words[0]?.box[0]).toBeLessThan(105);
    expect(words[0]?.box[1]).toBeGreaterThan(700);
  });

  it('follows the transformations around text', async () => {
    const { text } = await document(
      writePdf([{ content: `q 1 0 0 1 50 0 cm ${show(50, 700, 'trai')} Q ${show(150, 700, 'phai')}` }]),
    );
    expect(text).toBe('trai phai');
  });
});

describe('readPdf: the route of each page', () => {
  it('reads a good text layer and says so', async () => {
    const { pages, method } = await document(writePdf([{ content: show(60, 700, PROSE) }]));
    expect(method).toBe('pdf-text');
    expect(pages[0]).toMatchObject({ method: 'text-layer', confidence: 1 });
    expect(pages[0]?.reason).toMatch(/good text layer/u);
  });

  it('calls a page blank that paints nothing, without starting the recognizer', async () => {
    const { rasters, recognizer } = recordingRecognizer();
    const { pages, text } = await document(writePdf([{ content: '' }]), { recognizer });
    expect(pages[0]?.method).toBe('blank');
    expect(text).toBe('');
    expect(rasters).toHaveLength(0);
  });

  it('recognizes a picture at its own resolution, and mixes with pages that have text', async () => {
    const { rasters, recognizer } = recordingRecognizer();
    const image = { width: 1240, height: 1754, grey: 200 };
    const scan = { content: 'q 595 0 0 842 0 0 cm /Im0 Do Q', image };
    const result = await document(writePdf([{ content: show(60, 700, PROSE) }, scan]), { recognizer });
    expect(result.method).toBe('mixed');
    expect(result.pages.map((page) => page.method)).toEqual(['text-layer', 'ocr']);
    expect(rasters).toHaveLength(1);
    expect(Math.abs((rasters[0]?.width ?? 0) - 1240)).toBeLessThan(6);
    expect(rasters[0]?.data[0]).toBe(200);
    expect(result.text).toContain('nhận');
  });

  it('keeps a picture below the limit of pixels', async () => {
    const { rasters, recognizer } = recordingRecognizer();
    const drawing = { content: '0 0 0 rg 100 100 300 300 re f' };
    await document(writePdf([drawing]), { recognizer, limits: { ...DEFAULT_LIMITS, maxPixels: 500_000 } });
    const [raster] = rasters;
    expect((raster?.width ?? 0) * (raster?.height ?? 0)).toBeLessThanOrEqual(500_000);
  });

  it('names pages that need recognition when it is switched off', async () => {
    const image = { width: 100, height: 140, grey: 0 };
    const { pages, method } = await document(
      writePdf([{ content: 'q 595 0 0 842 0 0 cm /Im0 Do Q', image }]),
    );
    expect(method).toBe('ocr');
    expect(pages[0]).toMatchObject({ method: 'unreadable', confidence: 0 });
    expect(pages[0]?.reason).toMatch(/switched off/u);
  });

  it('recognizes a scanned page whose hidden text layer has lost its marks', async () => {
    const { recognizer } = recordingRecognizer();
    const image = { width: 100, height: 140, grey: 0 };
    const lines = [700, 680].map((y) => `BT 3 Tr /F0 12 Tf 60 ${y} Td (${PROSE}) Tj ET`);
    const bytes = writePdf([{ content: `q 595 0 0 842 0 0 cm /Im0 Do Q ${lines.join(' ')}`, image }]);
    const recognized = await document(bytes, { recognizer });
    expect(recognized.pages[0]).toMatchObject({ method: 'ocr', route: 'bad-recognition' });
    const left = await document(bytes);
    expect(left.pages[0]).toMatchObject({ method: 'unreadable', route: 'bad-recognition' });
    expect(left.pages[0]?.reason).toMatch(/marks; recognition is switched off/u);
  });

  it('takes text under a picture painted later for an earlier recognition, text on it for print', async () => {
    const { recognizer } = recordingRecognizer();
    const image = { width: 1240, height: 1754, grey: 240 };
    const text = [show(60, 700, PROSE), show(60, 680, PROSE.slice(0, 60))].join(' ');
    const picture = 'q 595 0 0 842 0 0 cm /Im0 Do Q';
    const small = 'q 180 0 0 180 300 100 cm /Im0 Do Q';
    const pages = [`${text} ${picture}`, `${picture} ${text}`, `${text} ${small}`];
    const bytes = writePdf(pages.map((content) => ({ content, image })));
    expect((await document(bytes, { recognizer })).pages.map(({ route }) => route)).toEqual([
      'bad-recognition',
      'good-text',
      'good-text',
    ]);
  });

  it('does not trust a page of Vietnamese that has lost all its marks', async () => {
    const lines = [
      'Ban Chi dao chiu trach nhiem truoc Giam doc ve viec duy tri he thong quan ly chat luong theo tieu chuan',
      'quoc gia tai cac phong chuyen mon, don doc, theo doi va bao cao ket qua khi co yeu cau cua cap tren',
    ];
    const english = [
      'The steering committee reports to the director on how the quality management system is kept in each office',
      'and what has been done after the last audit; heads of unit hand in their own report at the end of each term',
    ];
    const page = (rows: readonly string[]) => ({
      content: [...rows, ...rows].map((row, i) => show(30, 700 - 20 * i, row)).join(' '),
    });
    const { recognizer } = recordingRecognizer();
    const { pages } = await document(writePdf([page(lines), page(english)]), { recognizer });
    expect(pages.map(({ method, route }) => [method, route])).toEqual([
      ['ocr', 'missing-marks'],
      ['text-layer', 'good-text'],
    ]);
  });

  it.each([
    ['recognized-before.pdf', 'text-layer', 'earlier-recognition'],
    ['recognized-badly.pdf', 'ocr', 'bad-recognition'],
    ['letter-spaced.pdf', 'text-layer', 'mended-text'],
    ['letters-only.pdf', 'ocr', 'single-letters'],
    ['shifted.pdf', 'ocr', 'shifted-characters'],
    ['tcvn3-nameless.pdf', 'text-layer', 'legacy-text'],
    ['unicode.pdf', 'text-layer', 'good-text'],
  ])('%s: %s, since %s', async (file, method, route) => {
    const { recognizer, rasters } = recordingRecognizer();
    const bytes = new Uint8Array(readFileSync(fixture('encodings', file)));
    const { pages } = await document(bytes, { recognizer });
    expect(pages.map((page) => [page.method, page.route])).toEqual([[method, route]]);
    expect(rasters).toHaveLength(method === 'ocr' ? 1 : 0);
  });

  it('recognizes good pages, too, where that is forced, but none that is blank', async () => {
    const { recognizer } = recordingRecognizer();
    const bytes = writePdf([{ content: show(60, 700, PROSE) }, { content: '' }]);
    const forced = await document(bytes, { recognizer, recognize: 'force' });
    expect(forced.pages.map(({ method, route }) => [method, route])).toEqual([
      ['ocr', 'forced'],
      ['blank', 'blank'],
    ]);
    const without = await document(bytes, { recognize: 'force' });
    expect(without.pages[0]).toMatchObject({ method: 'text-layer', route: 'good-text' });
  });

  it('does not trust text whose characters are shifted', async () => {
    const shifted = PROSE.replace(/[a-z]/gu, (c) =>
      String.fromCharCode(((c.charCodeAt(0) - 97 + 1) % 26) + 97),
    );
    const { recognizer } = recordingRecognizer();
    const { pages } = await document(writePdf([{ content: show(60, 700, shifted) }]), { recognizer });
    expect(pages[0]?.method).toBe('ocr');
    expect(pages[0]?.reason).toMatch(/shifted/u);
  });

  it('decodes text in a legacy Vietnamese font and tells', async () => {
    const content = `BT /F1 12 Tf 60 700 Td (C\\351ng h\\337a x\\267 h\\351i ch\\361 ngh\\334a Vi\\326t Nam) Tj ET`;
    const { notes, pages, text } = await document(writePdf([{ content }], '.VnTime'));
    expect(text).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(notes.map((note) => note.code)).toContain('legacy-encoding');
    expect(pages[0]).toMatchObject({ method: 'text-layer', route: 'legacy-text' });
    expect(pages[0]?.reason).toMatch(/TCVN3/u);
  });

  it('does not call a page blank whose picture is too large to open', async () => {
    const image = { width: 20_000, height: 15_000, grey: 0 };
    const huge = { content: 'q 595 0 0 842 0 0 cm /Im0 Do Q', image };
    const { pages } = await document(writePdf([huge, { content: '' }]));
    expect(pages.map((page) => page.method)).toEqual(['unreadable', 'blank']);
    expect(pages[0]?.reason).toMatch(/limit of pixels/u);
  });

  it('goes on when the recognizer fails on a page', async () => {
    const image = { width: 100, height: 140, grey: 0 };
    const failing = async (): Promise<Recognizer> => {
      throw new Error('no engine');
    };
    const { pages } = await document(
      writePdf([{ content: 'q 595 0 0 842 0 0 cm /Im0 Do Q', image }, { content: show(60, 700, PROSE) }]),
      { recognizer: failing },
    );
    expect(pages.map((page) => page.method)).toEqual(['unreadable', 'text-layer']);
    expect(pages[0]?.reason).toMatch(/no engine/u);
  });

  it('reports progress page by page', async () => {
    const seen: string[] = [];
    const onPage = (done: number, total: number): void => {
      seen.push(`${done}/${total}`);
    };
    await document(writePdf([{ content: '' }, { content: '' }]), { onPage });
    expect(seen).toEqual(['1/2', '2/2']);
  });
});

describe('readPdf: files that cannot be read', () => {
  const failure = async (bytes: Uint8Array): Promise<string> => {
    const outcome = await read(bytes);
    return outcome.kind === 'failed' ? outcome.reason : outcome.kind;
  };
  const good = writePdf([{ content: show(60, 700, PROSE) }]);

  it('names an empty file, garbage, and a file without its tail', async () => {
    expect(await failure(new Uint8Array())).toBe('empty');
    expect(await failure(Uint8Array.from(Buffer.from('%PDF-1.7\nrubbish')))).toBe('broken');
    expect(
      await failure(
        Uint8Array.from(readFileSync(new URL('samples/plan.pdf', import.meta.url))).slice(0, 9_000),
      ),
    ).toBe('broken');
  });

  it('names a file that asks for a password', async () => {
    expect(
      await failure(Uint8Array.from(readFileSync(new URL('samples/encrypted.pdf', import.meta.url)))),
    ).toBe('encrypted');
  });

  it('names a file with too many pages or bytes', async () => {
    const many = writePdf(Array.from({ length: 12 }, () => ({ content: '' })));
    const pages = await read(many, { limits: { ...DEFAULT_LIMITS, maxPages: 10 } });
    expect(pages).toMatchObject({ kind: 'failed', reason: 'too-many-pages' });
    const bytes = await read(good, { limits: { ...DEFAULT_LIMITS, maxFileBytes: 100 } });
    expect(bytes).toMatchObject({ kind: 'failed', reason: 'too-large' });
  });

  it('refuses ten thousand pages', async () => {
    expect(await failure(writePdf(Array.from({ length: 10_000 }, () => ({ content: '' }))))).toBe(
      'too-many-pages',
    );
  });

  it('refuses a page whose content inflates without end', async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(80_000_000, 'q Q ')));
    const body = `4 0 obj << /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >> stream\n`;
    const bomb = Buffer.concat([
      Buffer.from('%PDF-1.5\n'),
      Buffer.from(body),
      packed,
      Buffer.from('\nendstream\n'),
    ]);
    expect(await failure(Uint8Array.from(bomb))).toBe('too-large');
  });

  it('leaves the bytes it was given as they were', async () => {
    const before = createHash('sha256').update(good).digest('hex');
    await read(good);
    expect(createHash('sha256').update(good).digest('hex')).toBe(before);
  });

  it('notes a signature', async () => {
    const signed = Buffer.concat([Buffer.from(good), Buffer.from('\n% /ByteRange [0 1 2 3]\n%%EOF\n')]);
    const { notes } = await document(Uint8Array.from(signed));
    expect(notes.map((note) => note.code)).toContain('signed');
  });
});
