import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paragraph, SourceDocument, Table } from '../../../src/document/source-document.js';
import { DEFAULT_LIMITS, type ReadOutcome } from '../../../src/ingest/read-outcome.js';
import { readText } from '../../../src/ingest/text/read-text.js';

/** Reads bytes or text as a file. */
export function read(content: string | Uint8Array, file = 'plan.txt'): Promise<ReadOutcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readText(
    { file, bytes, sha256 },
    { limits: DEFAULT_LIMITS, onPage: () => undefined, recognizer: null },
  );
}

/** Reads what must be readable. */
export async function documentOf(content: string | Uint8Array): Promise<SourceDocument> {
  const outcome = await read(content);
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  return outcome.document;
}

/** A sample of test/ingest/text/samples. */
export const sample = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'samples', `${name}.txt`));

export const paragraphsOf = (
  document: SourceDocument,
  layer: Paragraph['layer'] = 'body',
): readonly string[] =>
  document.blocks.flatMap((b) =>
    b.kind === 'paragraph' && b.layer === layer ? [document.text.slice(b.span.start, b.span.end)] : [],
  );

export const tablesOf = (document: SourceDocument): readonly Table[] =>
  document.blocks.filter((b): b is Table => b.kind === 'table');

/** Every row's cells, head included. */
export const rowsOf = (document: SourceDocument, table: Table | undefined): readonly (readonly string[])[] =>
  (table?.rows ?? []).map((row) => row.cells.map((c) => document.text.slice(c.span.start, c.span.end)));
