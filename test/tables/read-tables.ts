import { readFileSync } from 'node:fs';
import { fixture } from '../../fixtures/build/paths.js';
import { buildDocx } from '../../fixtures/build/plan-docx.js';
import { type PictureForm, tableScan } from '../../fixtures/build/tables-scans.js';
import { readTableFile, trueTables } from '../../fixtures/build/tables-source.js';
import type { SourceDocument } from '../../src/document/source-document.js';
import type { Recognizer } from '../../src/ingest/ocr/recognizer.js';
import { readDocument } from '../../src/ingest/read-document.js';
import { type FileScore, scoreTables } from './score-tables.js';

export type TableForm = 'docx' | 'pdf' | PictureForm;

/** The bytes of a file of tables in one form; pictures are made where they are not there yet. */
async function bytesOf(name: string, form: TableForm): Promise<Uint8Array> {
  if (form === 'docx') return new Uint8Array(await buildDocx(readTableFile(name)));
  const path = form === 'pdf' ? fixture('tables', 'pdf', `${name}.pdf`) : await tableScan(name, form);
  return new Uint8Array(readFileSync(path));
}

/** Reads a file of tables in one form. Throws where it can't be read. */
export async function readTables(
  name: string,
  form: TableForm,
  recognizer: Recognizer | null = null,
): Promise<SourceDocument> {
  const file = `${name}.${form === 'docx' ? 'docx' : 'pdf'}`;
  const outcome = await readDocument(
    { file, bytes: await bytesOf(name, form) },
    recognizer === null ? {} : { recognizer: () => Promise.resolve(recognizer) },
  );
  if (outcome.kind === 'failed') throw new Error(`${file}: ${outcome.reason}: ${outcome.detail}`);
  return outcome.document;
}

/** Reads a file of tables in one form and scores what came out. */
export async function scoreFile(
  name: string,
  form: TableForm,
  recognizer: Recognizer | null = null,
): Promise<FileScore> {
  return scoreTables(trueTables(readTableFile(name)), await readTables(name, form, recognizer));
}
