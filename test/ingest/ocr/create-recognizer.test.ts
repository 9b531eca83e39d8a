import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import type { Raster, Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { fill, paper } from './draw.js';

const PAGE = { number: 1, width: 595.3, height: 841.9 };

async function scan(turn: number): Promise<Raster> {
  const { default: sharp } = await import('sharp');
  const path = fileURLToPath(
    new URL('../../../fixtures/plans/image/van-phong-ubnd-2026-p2.png', import.meta.url),
  );
  const { data, info } = await sharp(readFileSync(path))
    .flatten({ background: '#fff' })
    .rotate(turn, { background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
}

function grey(draw: (page: ReturnType<typeof paper>) => void): Raster {
  const page = paper(1240, 1754);
  draw(page);
  return { ...page, channels: 1 };
}

describe('the recognizer that comes along', () => {
  let recognizer: Recognizer;
  beforeAll(async () => {
    recognizer = await createRecognizer({ engine: 'builtin' });
  });
  afterAll(() => recognizer.close());

  it('reads a leaning page with a ruled table: words, Roman quarters, numbers in narrow cells, rulings', async () => {
    const page = await recognizer.recognize(await scan(1.3), PAGE);
    expect(page.method).toBe('ocr');
    const texts = page.words.map((word) => word.text);
    for (const word of ['TCVN', 'ISO', '9001:2015', 'Quý', 'I/2026', '1', '2']) expect(texts).toContain(word);
    expect(page.rulings.filter((r) => r.orientation === 'vertical').length).toBeGreaterThanOrEqual(4);
    expect(page.rulings.filter((r) => r.orientation === 'horizontal').length).toBeGreaterThanOrEqual(4);
    expect(page.confidence).toBeGreaterThan(0.8);
    expect(page.toOriginal).toBeDefined();
    for (const { box, confidence, fontSize } of page.words) {
      const [x0, y0, x1, y1] = page.toOriginal?.(box) ?? box;
      expect(x0).toBeLessThan(x1);
      expect(y0).toBeLessThan(y1);
      expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
      expect(x1).toBeLessThanOrEqual(PAGE.width);
      expect(y1).toBeLessThanOrEqual(PAGE.height);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(fontSize).toBeGreaterThan(0);
    }
  });

  it('calls an empty page blank, specks or not', async () => {
    const page = await recognizer.recognize(
      grey((sheet) => {
        for (let i = 0; i < 200; i++)
          fill(sheet, (i * 397) % 1240, (i * 911) % 1754, ((i * 397) % 1240) + 1, ((i * 911) % 1754) + 1);
      }),
      { ...PAGE, number: 7 },
    );
    expect(page).toMatchObject({ number: 7, method: 'blank', words: [], rulings: [] });
  });

  it('says so when there is ink and no word', async () => {
    const page = await recognizer.recognize(
      grey((sheet) => fill(sheet, 200, 300, 900, 304)),
      PAGE,
    );
    expect(page).toMatchObject({ method: 'unreadable', reason: 'no word in the picture' });
    const picture = await recognizer.recognize(
      grey((sheet) => fill(sheet, 200, 300, 900, 1000, 60)),
      PAGE,
    );
    expect(picture).toMatchObject({ method: 'unreadable' });
    let state = 1;
    const noise = grey((sheet) => {
      for (let i = 0; i < sheet.data.length; i++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        sheet.data[i] = state >>> 24;
      }
    });
    expect(await recognizer.recognize(noise, PAGE)).toMatchObject({ reason: 'the picture is too noisy' });
  });
});

it('a page over the time limit is unreadable with the reason, and the recognizer goes on', async () => {
  const recognizer = await createRecognizer({ engine: 'builtin', pageTimeoutMs: 1 });
  try {
    const page = await recognizer.recognize(await scan(0), PAGE);
    expect(page.method).toBe('unreadable');
    expect(page.reason).toContain('0.001 s');
    const blank = await recognizer.recognize(
      grey(() => {}),
      PAGE,
    );
    expect(blank.method).toBe('blank');
  } finally {
    await recognizer.close();
  }
});

it('rejects pages after close', async () => {
  const recognizer = await createRecognizer({ engine: 'builtin' });
  await recognizer.close();
  await expect(
    recognizer.recognize(
      grey(() => {}),
      PAGE,
    ),
  ).rejects.toThrow('closed');
});

describe('without the program on the PATH', () => {
  const path = process.env.PATH;
  beforeAll(() => {
    process.env.PATH = '';
  });
  afterAll(() => {
    process.env.PATH = path;
  });

  it('"auto" takes the engine that comes along', async () => {
    const recognizer = await createRecognizer();
    expect(recognizer.engine).toBe('builtin');
    await recognizer.close();
  });

  it('"native" is refused', async () => {
    await expect(createRecognizer({ engine: 'native' })).rejects.toThrow('tesseract');
  });
});
