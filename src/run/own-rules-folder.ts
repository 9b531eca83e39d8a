import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultRulesDir, REGISTER_FILES } from '../check/registers/load-registers.js';

/** Where an office keeps its own rules when no folder is named. */
export const OWN_RULES = 'rules';

/**
 * The folder of rules that is laid over the program's: the one that was named, else `rules/` in the working folder where
 * it holds any register or rule of an office's own, else the program's own.
 */
export function rulesFolder(cwd: string, named: string | null): string {
  if (named !== null) return resolve(cwd, named);
  const folder = join(cwd, OWN_RULES);
  const holds = [...REGISTER_FILES.keys(), 'own'].some((name) => existsSync(join(folder, name)));
  return holds ? resolve(folder) : defaultRulesDir();
}
