import { join } from 'node:path';
import type { AuditResult } from '../../record/audit-result.js';
import { recordFileNames } from '../json-report.js';
import { writeAtomically } from '../write-atomically.js';
import type { NoteOptions } from './note-values.js';
import { discrepancies } from './note-values.js';
import { NoteWriter, type Templates } from './note-writer.js';

export interface WriteNotesOptions extends NoteOptions {
  /** The folder to write into; made where it is missing. */
  readonly folder: string;
  readonly templates: Templates;
  /** Whether a summary of the batch is written too. */
  readonly summary: boolean;
}

/**
 * Writes `<file>.phieu-ra-soat.docx` for each plan with errors or warnings, and `phieu-tong-hop.docx`. Returns the
 * paths. Throws a TemplateError and what the file system throws.
 */
export async function writeNotes(
  result: AuditResult,
  { folder, templates, summary, ...options }: WriteNotesOptions,
): Promise<readonly string[]> {
  const writer = await NoteWriter.open(templates, options);
  const paths: string[] = [];
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const path = join(folder, name);
    await writeAtomically(path, [bytes]);
    paths.push(path);
  };
  for (const [document, recordName] of recordFileNames(result))
    if (discrepancies(document).length > 0)
      await write(`${recordName.replace(/\.json$/u, '')}.phieu-ra-soat.docx`, await writer.note(document));
  if (summary) await write('phieu-tong-hop.docx', await writer.summary(result));
  return paths;
}
