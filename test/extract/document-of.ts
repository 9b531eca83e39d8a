import { createHash } from 'node:crypto';
import type { SourceDocument } from '../../src/document/source-document.js';
import { DEFAULT_LIMITS } from '../../src/ingest/read-outcome.js';
import { readText } from '../../src/ingest/text/read-text.js';

/** Reads plain text the way the program does. */
export async function documentOf(text: string): Promise<SourceDocument> {
  const bytes = new TextEncoder().encode(text);
  const outcome = await readText(
    { file: 'test.txt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    { limits: DEFAULT_LIMITS, onPage: () => {}, recognizer: null },
  );
  if (outcome.kind === 'failed') throw new Error(`${outcome.reason}: ${outcome.detail}`);
  return outcome.document;
}

/** A plan around `preamble` (lines before section I) and `body` (section I and on). */
export const planText = (preamble: string, body = 'I. MỤC ĐÍCH\n\nNâng cao hiệu quả.\n'): string =>
  `UBND TỈNH AN GIANG\nSỞ TÀI CHÍNH\nSố: 12/KH-STC\nAn Giang, ngày 05 tháng 01 năm 2025\n\nKẾ HOẠCH\nÁp dụng hệ thống quản lý chất lượng năm 2025\n\n${preamble}\n\n${body}`;
