import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import type { Raster, Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { paper, printLines } from './draw.js';

const PAGE = { number: 3, width: 595.3, height: 841.9 };
const PATH = process.env.PATH ?? '';

function printed(): Raster {
  const page = paper(1240, 1754);
  printLines(page, 200, 300, 900, 340);
  return { ...page, channels: 1 };
}

/** A program that answers as `tesseract` does, and reads the word "xong" off any picture after `failing` did its worst. */
function fakeTesseract(folder: string, failing: string): void {
  const word = '5\\t1\\t1\\t1\\t1\\t1\\t30\\t30\\t200\\t20\\t91\\txong';
  writeFileSync(
    join(folder, 'tesseract'),
    `#!/bin/sh
case "$1" in
  --list-langs) echo vie; exit 0 ;;
  --version) echo tesseract 5.0.0; exit 0 ;;
esac
echo read >> "${folder}/reads"
reads=$(wc -l < "${folder}/reads")
${failing}
cat > /dev/null
printf '${word}\\n'
`,
  );
  chmodSync(join(folder, 'tesseract'), 0o755);
}

describe.runIf(process.platform !== 'win32')('a recognizer that', () => {
  let folder: string;
  let recognizer: Recognizer | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rasoat-engine-'));
    process.env.PATH = `${folder}:${PATH}`;
  });
  afterEach(async () => {
    process.env.PATH = PATH;
    await recognizer?.close();
    recognizer = null;
    rmSync(folder, { recursive: true, force: true });
  });
  const reads = (): number =>
    existsSync(join(folder, 'reads'))
      ? readFileSync(join(folder, 'reads'), 'utf8').split('\n').length - 1
      : 0;

  it('dies once is started anew and the page read', async () => {
    fakeTesseract(folder, '[ "$reads" -eq 1 ] && kill -9 $$');
    recognizer = await createRecognizer({ engine: 'native' });
    const page = await recognizer.recognize(printed(), PAGE);
    expect(page.method).toBe('ocr');
    expect(page.words[0]?.text).toBe('xong');
    expect(reads()).toBeGreaterThan(1);
  });

  it('loses the process that starts it reads the page with a new one', async () => {
    fakeTesseract(folder, '[ "$reads" -eq 1 ] && kill -9 $PPID');
    recognizer = await createRecognizer({ engine: 'native' });
    const page = await recognizer.recognize(printed(), PAGE);
    expect(page.words[0]?.text).toBe('xong');
    expect(reads()).toBeGreaterThan(1);
  });

  it('dies at a page again gives that page up alone, with the reason', async () => {
    fakeTesseract(folder, '[ "$reads" -le 2 ] && kill -9 $$');
    recognizer = await createRecognizer({ engine: 'native' });
    const [lost, next] = await Promise.all([
      recognizer.recognize(printed(), PAGE),
      recognizer.recognize(printed(), { ...PAGE, number: 4 }),
    ]);
    expect(lost).toMatchObject({ number: 3, method: 'unreadable', words: [] });
    expect(lost.reason).toContain('SIGKILL');
    expect(next).toMatchObject({ number: 4, method: 'ocr' });
  });

  it('hangs at a page gives that page up when its time is over', async () => {
    fakeTesseract(folder, '[ "$reads" -eq 1 ] && exec sleep 60');
    recognizer = await createRecognizer({ engine: 'native', pageTimeoutMs: 2_000 });
    const lost = await recognizer.recognize(printed(), PAGE);
    expect(lost).toMatchObject({ method: 'unreadable', reason: 'recognition took over 2 s' });
    expect((await recognizer.recognize(printed(), PAGE)).method).toBe('ocr');
  });

  it('has two lanes reads two pages at a time and gives each its own words', async () => {
    fakeTesseract(folder, 'sleep 0.2');
    recognizer = await createRecognizer({ engine: 'native', lanes: 2 });
    const pages = await Promise.all(
      [1, 2, 3, 4].map((number) => recognizer?.recognize(printed(), { ...PAGE, number })),
    );
    expect(pages.map((page) => page?.number)).toEqual([1, 2, 3, 4]);
    expect(pages.every((page) => page?.method === 'ocr')).toBe(true);
  });
});
