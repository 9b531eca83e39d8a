import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { AuditResult } from '../../record/audit-result.js';
import type { CheckedDocument } from '../document-state.js';
import { recordFileNames } from '../json-report.js';
import { writeAtomically } from '../write-atomically.js';
import { annotate } from './annotate.js';
import type { AnnotateOptions } from './annotation.js';
import { type AnnotateOutcome, refused } from './outcome.js';

/** What became of one checked file. `path` is where it was written. */
export type AnnotatedFile = { readonly document: CheckedDocument } & (
  | { readonly outcome: AnnotateOutcome & { readonly kind: 'annotated' }; readonly path: string }
  | { readonly outcome: AnnotateOutcome & { readonly kind: 'refused' }; readonly path: null }
);

export interface WriteAnnotatedOptions extends AnnotateOptions {
  /** The folder to write into; made where it is missing. */
  readonly folder: string;
  /** Where the documents' relative paths begin. */
  readonly cwd: string;
}

const stemOf = (name: string): string => name.slice(0, name.length - extname(name).length);

/** The document's name among the records', with its own ending last: names that meet carry a hash before it. */
function ownName({ file }: CheckedDocument, recordName: string): string {
  const name = recordName.replace(/\.json$/u, '');
  const ending = extname(file);
  if (ending === '' || name.toLowerCase().endsWith(ending.toLowerCase())) return name;
  const hash = extname(name);
  return `${stemOf(stemOf(name))}${hash}${ending}`;
}

/** A file's own name; another ending behind it where the form changed, a word in it where it is a signed file's copy. */
function nameFor(name: string, extension: string | null, signed: boolean): string {
  const whole = `${name}${extension ?? ''}`;
  return signed ? `${stemOf(whole)}.ban-sao-co-ghi-chu${extname(whole)}` : whole;
}

async function annotated(
  document: CheckedDocument,
  original: string,
  options: AnnotateOptions,
): Promise<AnnotateOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(original));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refused('not-readable', `cannot be read (${code})`);
  }
  return await annotate(bytes, document.record, options);
}

/**
 * Writes every checked file of an audit back with its findings noted in it, each under its own name (see
 * `recordFileNames`). No original is ever written to: where a copy would take an original's place it gets another
 * name. Throws what the file system throws when writing.
 */
export async function writeAnnotated(
  result: AuditResult,
  { folder, cwd, ...options }: WriteAnnotatedOptions,
): Promise<readonly AnnotatedFile[]> {
  const originals = new Set(result.documents.map(({ path }) => resolve(cwd, path)));
  const files: AnnotatedFile[] = [];
  for (const [document, recordName] of recordFileNames(result)) {
    const outcome = await annotated(document, resolve(cwd, document.path), options);
    if (outcome.kind === 'refused') {
      files.push({ document, outcome, path: null });
      continue;
    }
    const name = nameFor(ownName(document, recordName), outcome.extension, outcome.signed);
    let path = join(folder, name);
    if (originals.has(resolve(cwd, path))) path = join(folder, `${stemOf(name)}.co-ghi-chu${extname(name)}`);
    await writeAtomically(path, [outcome.bytes]);
    files.push({ document, outcome, path });
  }
  return files;
}
