import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { RegisterDateSchema } from '../registers/common-schema.js';
import { SuppressionFileError } from './suppression-file-error.js';

/** Fewer digits of a fingerprint would fit too many findings. */
export const SHORTEST_FINDING = 8;

const DaySchema = RegisterDateSchema.regex(/^\d{4}-\d{2}-\d{2}$/u);

/** An entry as it is written. `file`, `rule` and `quote` are for people: the fingerprint decides. */
const EntrySchema = z.strictObject({
  /** A fingerprint or its beginning. */
  finding: z.string().regex(new RegExp(`^[0-9a-f]{${SHORTEST_FINDING},64}$`, 'iu')),
  /** Without one the entry has no effect. */
  reason: z.string().nullish(),
  by: z.string().nullish(),
  when: DaySchema.nullish(),
  /** The last day on which it holds. */
  until: DaySchema.nullish(),
  file: z.string().nullish(),
  rule: z.string().nullish(),
  quote: z.string().nullish(),
});

const FileSchema = z.strictObject({ suppressions: z.array(EntrySchema).nullish() });

/** The keys of an entry, for messages. */
export const ENTRY_KEYS = Object.keys(EntrySchema.shape);

/** A decision to let a finding be. Days are ISO 8601. */
export interface Suppression {
  /** Lower case. */
  readonly finding: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly when: string | null;
  /** The last day on which it holds; null: it always does. */
  readonly until: string | null;
  readonly file: string | null;
  readonly ruleId: string | null;
  /** 1-based line of the entry. */
  readonly line: number;
}

/** The suppressions of a file. `name`: the file as people named it. */
export interface Suppressions {
  readonly name: string;
  readonly entries: readonly Suppression[];
}

/**
 * Reads the YAML text of a file of suppressions. Throws SuppressionFileError with line and column where it is no YAML,
 * has an unknown key or a value of the wrong kind. An entry without a reason is no error: it has no effect and
 * is reported.
 */
export function parseSuppressions(source: string, name: string): Suppressions {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new SuppressionFileError(name, source, line, col, {
      kind: 'yaml',
      detail: broken.message.split('\n')[0] ?? '',
    });
  }
  if (document.contents === null) return { name, entries: [] };
  const parsed = FileSchema.safeParse(document.toJS());
  if (!parsed.success) throw errorOf(parsed.error, document, lines, source, name);
  const seq = document.get('suppressions', true);
  const items = isSeq(seq) ? seq.items : [];
  const entries = (parsed.data.suppressions ?? []).map((entry, index) => {
    const node = items[index];
    return {
      finding: entry.finding.toLowerCase(),
      reason: filled(entry.reason),
      by: filled(entry.by),
      when: entry.when ?? null,
      until: entry.until ?? null,
      file: filled(entry.file),
      ruleId: filled(entry.rule),
      line: isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1,
    };
  });
  return { name, entries };
}

/** What is there besides white space; null where nothing is. */
const filled = (text: string | null | undefined): string | null => {
  const kept = text?.trim() ?? '';
  return kept === '' ? null : kept;
};

function errorOf(
  error: z.ZodError,
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  source: string,
  name: string,
): SuppressionFileError {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
  const at = (offset: number | undefined) => lines.linePos(Math.min(offset ?? 0, source.length));
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((one) => (isScalar(one.key) ? String(one.key.value) : '') === key)
      : undefined;
    const { line, col } = at(isNode(pair?.key) ? pair.key.range?.[0] : undefined);
    return new SuppressionFileError(name, source, line, col, { kind: 'unknown-key', key });
  }
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = at(node.range[0]);
    const key = String(path.findLast((part) => typeof part === 'string') ?? '');
    const missing = depth < path.length;
    return new SuppressionFileError(name, source, line, col, { kind: missing ? 'missing' : 'value', key });
  }
  return new SuppressionFileError(name, source, 1, 1, { kind: 'value', key: '' });
}
