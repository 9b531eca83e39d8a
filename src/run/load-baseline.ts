import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Baseline, BaselineDocument } from '../check/baseline/baseline.js';
import { type Finding, FindingSchema } from '../record/finding.js';

/** A line of findings.jsonl, as far as it matters here. */
const LineSchema = z.object({
  ...FindingSchema.shape,
  file: z.string(),
  path: z.string(),
  sha256: z.string(),
  issuingAgency: z.string().nullable(),
  planYear: z.number().nullable(),
  state: z.string().nullish(),
});

/** What run.json says of a file that was read. */
const RunSchema = z.object({
  documents: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('checked'),
        file: z.string(),
        path: z.string(),
        sha256: z.string(),
        issuingAgency: z.string().nullish(),
        planYear: z.number().nullish(),
      }),
      z.object({ kind: z.literal('failed') }),
    ]),
  ),
});

/** A baseline that cannot be used; `line` is 1-based. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';

  constructor(
    readonly file: string,
    readonly line: number,
    /** What is wrong, in English. */
    readonly detail: string,
  ) {
    super(`${file}:${line}: ${detail}`);
  }
}

type Mutable = Omit<BaselineDocument, 'findings'> & { readonly findings: Finding[] };

/**
 * Reads an earlier audit as a baseline: its findings.jsonl, or the folder that holds it. Documents without a finding
 * are known from the run.json beside it, where that is there. Null where there is no such file. Throws BaselineError with
 * the line.
 */
export async function loadBaseline(path: string, name: string = path): Promise<Baseline | null> {
  const folder = await isFolder(path);
  if (folder === null) return null;
  const file = folder ? join(path, 'findings.jsonl') : path;
  const shown = folder ? join(name, 'findings.jsonl') : name;
  const source = await textOf(file);
  if (source === null) throw new BaselineError(shown, 1, 'no such file');
  const documents = new Map<string, Mutable>();
  const run = await textOf(join(dirname(file), 'run.json'));
  if (run !== null && basename(file) === 'findings.jsonl')
    for (const document of runDocuments(run, join(dirname(shown), 'run.json')))
      documents.set(document.path ?? '', document);
  for (const [index, line] of source.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = LineSchema.safeParse(parsed(line, shown, index + 1));
    if (!read.success) {
      const issue = read.error.issues[0];
      throw new BaselineError(shown, index + 1, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
    }
    const { file: of, path: at, sha256, issuingAgency, planYear, state, ...finding } = read.data;
    // What that audit itself found mended was there no more.
    if (state === 'mended') continue;
    const document = documents.get(at) ?? {
      file: of,
      path: at,
      sha256,
      issuingAgency,
      planYear,
      findings: [],
    };
    documents.set(at, document);
    document.findings.push(finding);
  }
  return { name, documents: [...documents.values()] };
}

function runDocuments(source: string, name: string): readonly Mutable[] {
  const read = RunSchema.safeParse(parsed(source, name, 1));
  if (!read.success) throw new BaselineError(name, 1, read.error.issues[0]?.message ?? '');
  return read.data.documents.flatMap((document) =>
    document.kind === 'failed'
      ? []
      : [
          {
            file: document.file,
            path: document.path,
            sha256: document.sha256,
            issuingAgency: document.issuingAgency ?? null,
            planYear: document.planYear ?? null,
            findings: [],
          },
        ],
  );
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BaselineError(file, line, 'not JSON');
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function isFolder(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
