import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/**
 * What the build leaves beside the compiled program: the content of every rule file, parsed and validated, under the
 * hash of its source. A file that was changed since is not in it and is read anew.
 */
export type CompiledRules = Readonly<Record<string, unknown>>;

/** Where the build writes it; running from source there is none. */
export const COMPILED_RULES = new URL('../../rules.json', import.meta.url);

/** The hash of a rule file's source. */
export const rulesKey = (source: string): string => createHash('sha256').update(source).digest('hex');

let compiled: CompiledRules | null = null;

/** The parsed and validated content of a rule file by its source; undefined where the build did not see that source. */
export function compiledRule(source: string): unknown {
  compiled ??= readCompiled();
  return compiled[rulesKey(source)];
}

function readCompiled(): CompiledRules {
  try {
    // Code compiled later may want other forms than those the rules were validated by.
    if (statSync(COMPILED_RULES).mtimeMs < statSync(new URL(import.meta.url)).mtimeMs) return {};
    return JSON.parse(readFileSync(COMPILED_RULES, 'utf8')) as CompiledRules;
  } catch {
    // None was built, or not wholly: the sources are there.
    return {};
  }
}
