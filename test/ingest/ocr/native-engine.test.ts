import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import { needsProgram } from '../../programs.js';

const PICTURE = fileURLToPath(
  new URL('../../../fixtures/plans/image/van-phong-ubnd-2026-p2.png', import.meta.url),
);

it('the installed tesseract reads a page into the same form as the one that comes along', async (context) => {
  needsProgram(context, 'tesseract');
  const recognizer = await createRecognizer({ engine: 'native' });
  try {
    const bytes = new Uint8Array(readFileSync(PICTURE));
    const outcome = await readDocument(
      { file: 'page.png', bytes },
      { recognizer: () => Promise.resolve(recognizer) },
    );
    if (outcome.kind === 'failed') throw new Error(outcome.detail);
    const { document } = outcome;
    expect(recognizer.engine).toBe('native');
    expect(document.method).toBe('ocr');
    expect(document.text).toContain('Hệ thống quản lý chất lượng');
    expect(document.words.length).toBeGreaterThan(200);
    for (const { confidence, box } of document.words) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(box[2]).toBeGreaterThan(box[0]);
    }
  } finally {
    await recognizer.close();
  }
});
