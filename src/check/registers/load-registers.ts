import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Known } from './common-schema.js';
import { DocumentsFileSchema, type LegalDocument } from './documents-schema.js';
import { readYaml } from './read-yaml.js';
import { RegisterError } from './register-error.js';
import { type Standard, type StandardsFile, StandardsFileSchema } from './standards-schema.js';
import {
  type CeilingsFile,
  CeilingsFileSchema,
  type FormFile,
  FormFileSchema,
  type PhrasesFile,
  PhrasesFileSchema,
  SourcesFileSchema,
} from './texts-schema.js';
import { type GrammarFile, GrammarFileSchema, type UnitsFile, UnitsFileSchema } from './units-schema.js';

/** What the checks know of the world: data of `rules/*.yaml`, with look-ups. */
export interface Registers {
  readonly standards: StandardsFile;
  readonly documents: readonly LegalDocument[];
  readonly units: UnitsFile;
  readonly grammar: GrammarFile;
  readonly phrases: PhrasesFile;
  readonly form: FormFile;
  readonly ceilings: CeilingsFile;
  /** Source id -> what a reader can look up. */
  readonly sources: Readonly<Record<string, string>>;
  /** Upper-cased number -> entry. */
  readonly documentByNumber: ReadonlyMap<string, LegalDocument>;
  readonly standardByDesignation: ReadonlyMap<string, Standard>;
}

/** The `rules/` folder that ships with the program. */
export const defaultRulesDir = (): string => fileURLToPath(new URL('../../../rules', import.meta.url));

/** The register files of the folder, and the form of each. */
export const REGISTER_FILES: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['sources.yaml', SourcesFileSchema],
  ['standards.yaml', StandardsFileSchema],
  ['documents.yaml', DocumentsFileSchema],
  ['units.yaml', UnitsFileSchema],
  ['number-grammar.yaml', GrammarFileSchema],
  ['phrases.yaml', PhrasesFileSchema],
  ['form.yaml', FormFileSchema],
  ['ceilings.yaml', CeilingsFileSchema],
]);

const loaded = new Map<string, Registers>();

/**
 * Reads all registers of a folder (default: the program's own `rules/`), once a folder and process. Throws
 * RegisterError with file, line and column where one is missing or breaks its form.
 */
export function loadRegisters(dir: string = defaultRulesDir()): Registers {
  const known = loaded.get(dir);
  if (known !== undefined) return known;
  const sources = readYaml(join(dir, 'sources.yaml'), SourcesFileSchema).sources;
  const standards = readYaml(join(dir, 'standards.yaml'), StandardsFileSchema);
  const { documents } = readYaml(join(dir, 'documents.yaml'), DocumentsFileSchema);
  const registers: Registers = {
    sources,
    standards,
    documents,
    units: readYaml(join(dir, 'units.yaml'), UnitsFileSchema),
    grammar: readYaml(join(dir, 'number-grammar.yaml'), GrammarFileSchema),
    phrases: readYaml(join(dir, 'phrases.yaml'), PhrasesFileSchema),
    form: readYaml(join(dir, 'form.yaml'), FormFileSchema),
    ceilings: readYaml(join(dir, 'ceilings.yaml'), CeilingsFileSchema),
    documentByNumber: indexed(documents, (d) => d.number.toUpperCase(), join(dir, 'documents.yaml')),
    standardByDesignation: indexed(standards.standards, (s) => s.designation, join(dir, 'standards.yaml')),
  };
  checkSources(registers, dir);
  loaded.set(dir, registers);
  return registers;
}

function indexed<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  file: string,
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (map.has(key)) throw new RegisterError(file, 1, 1, `every entry once: ${key} stands twice`);
    map.set(key, entry);
  }
  return map;
}

/** Throws where an entry names a source that sources.yaml does not have. */
function checkSources(registers: Registers, dir: string): void {
  const groups: readonly (readonly [string, readonly Known[]])[] = [
    [
      'standards.yaml',
      [...registers.standards.standards, ...registers.standards.standards.flatMap((s) => s.versions)],
    ],
    ['documents.yaml', registers.documents],
    ['units.yaml', [...registers.units.agencies, ...registers.units.provinces, ...registers.units.levels]],
    ['number-grammar.yaml', [...registers.grammar.typeCodes, ...registers.grammar.agencies]],
    ['form.yaml', registers.form.forms],
    ['ceilings.yaml', registers.ceilings.ceilings],
  ];
  for (const [file, entries] of groups)
    for (const entry of entries)
      for (const id of entry.source)
        if (!(id in registers.sources))
          throw new RegisterError(join(dir, file), 1, 1, `a source of sources.yaml instead of "${id}"`);
}
