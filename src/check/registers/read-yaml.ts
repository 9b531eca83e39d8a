import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { compiledRule } from './compiled-rules.js';
import { RegisterError } from './register-error.js';

/**
 * Reads a YAML file and validates it. Throws RegisterError, with the line and column of the offending node, where the
 * file is missing, is no YAML or does not fit `schema`. What the build has parsed already is not parsed again.
 */
export function readYaml<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new RegisterError(
      file,
      1,
      1,
      `a readable file (${(cause as NodeJS.ErrnoException).code ?? 'error'})`,
    );
  }
  return (compiledRule(source) as z.infer<T> | undefined) ?? parseYaml(file, source, schema);
}

/** As readYaml, of a text that is already there; `file` is used in messages only. */
export function parseYaml<T extends z.ZodType>(file: string, source: string, schema: T): z.infer<T> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const at = lines.linePos(broken.pos[0]);
    throw new RegisterError(file, at.line, at.col, `valid YAML: ${broken.message.split('\n')[0]}`);
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new RegisterError(file, 1, 1, 'a valid register');
  const path =
    issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : [...issue.path];
  const at = positionOf(document, path, lines);
  throw new RegisterError(file, at.line, at.col, `${path.map(String).join('.') || 'file'}: ${issue.message}`);
}

/** All places in which a YAML text breaks `schema`, or the first at which it is no YAML. */
export function yamlProblems(
  source: string,
  schema: z.ZodType,
): readonly { readonly line: number; readonly column: number; readonly expected: string }[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const at = lines.linePos(broken.pos[0]);
    return [{ line: at.line, column: at.col, expected: `valid YAML: ${broken.message.split('\n')[0]}` }];
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path;
    const at = positionOf(document, path, lines);
    return {
      line: at.line,
      column: at.col,
      expected: `${path.map(String).join('.') || 'file'}: ${issue.message}`,
    };
  });
}

/** The content of a YAML file that is known to be valid. */
export const contentOf = (file: string): unknown => parseDocument(readFileSync(file, 'utf8')).toJS() ?? {};

/** Where a node of a YAML file stands, 1-based; the nearest one above it where there is none. */
export function positionIn(
  file: string,
  path: readonly PropertyKey[],
): { readonly line: number; readonly col: number } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  return positionOf(document, path, lines);
}

function positionOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
  lines: LineCounter,
): { readonly line: number; readonly col: number } {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]);
  }
  return { line: 1, col: 1 };
}
