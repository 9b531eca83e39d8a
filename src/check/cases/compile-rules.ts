import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED_RULES, rulesKey } from '../registers/compiled-rules.js';
import { defaultRulesDir, REGISTER_FILES } from '../registers/load-registers.js';
import { parseYaml } from '../registers/read-yaml.js';
import { RuleFileSchema } from './rule-file.js';

// The build's last step: parses and validates all rule files once, so that no start of the program has to.
const rules = defaultRulesDir();
const compiled: Record<string, unknown> = {};
for (const file of readdirSync(rules, { recursive: true, encoding: 'utf8' }).sort()) {
  const schema = REGISTER_FILES.get(file) ?? (file.startsWith('checks') ? RuleFileSchema : undefined);
  if (schema === undefined || !file.endsWith('.yaml')) continue;
  const source = readFileSync(join(rules, file), 'utf8');
  compiled[rulesKey(source)] = parseYaml(file, source, schema);
}
writeFileSync(fileURLToPath(COMPILED_RULES), JSON.stringify(compiled));
