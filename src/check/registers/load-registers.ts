import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type OwnRule, readOwnRules } from '../own/own-rule.js';
import type { LegalDocument } from './documents-schema.js';
import { entryKey, overlaid, REGISTERS, type RegisterFiles, sourcesOf } from './overlay.js';
import { positionIn, readYaml } from './read-yaml.js';
import { RegisterError } from './register-error.js';
import type { Standard, StandardsFile } from './standards-schema.js';
import type { CeilingsFile, FormFile, PhrasesFile } from './texts-schema.js';
import type { GrammarFile, UnitsFile } from './units-schema.js';

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
  /** The gravest severity that a rule may have, or "off". */
  readonly severities: Readonly<Record<string, 'off' | 'notice' | 'warning' | 'error'>>;
  /** Rules that an office wrote itself. */
  readonly ownRules: readonly OwnRule[];
  /** Upper-cased number -> entry. */
  readonly documentByNumber: ReadonlyMap<string, LegalDocument>;
  readonly standardByDesignation: ReadonlyMap<string, Standard>;
}

/** The `rules/` folder that ships with the program. */
export const defaultRulesDir = (): string => fileURLToPath(new URL('../../../rules', import.meta.url));

/** The register files of the folder, and the form of each. */
export const REGISTER_FILES: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>(
  Object.values(REGISTERS),
);

const loaded = new Map<string, Registers>();

/**
 * Reads all registers, once a folder and process: the program's own, with those of `dir` laid over them, which may hold
 * any of the files. Throws RegisterError with file, line and column where one is missing or breaks its form.
 */
export function loadRegisters(dir: string = defaultRulesDir()): Registers {
  const known = loaded.get(dir);
  if (known !== undefined) return known;
  const base = readFolder(defaultRulesDir());
  const files = dir === defaultRulesDir() ? base : overFolder(base, dir);
  const { documents } = files.documents;
  const registers: Registers = {
    sources: files.sources.sources,
    standards: files.standards,
    documents,
    units: files.units,
    grammar: files.grammar,
    phrases: files.phrases,
    form: files.form,
    ceilings: files.ceilings,
    severities: files.tuning.severities,
    ownRules: dir === defaultRulesDir() ? [] : readOwnRules(dir),
    documentByNumber: new Map(documents.map((d) => [d.number.toUpperCase(), d])),
    standardByDesignation: new Map(files.standards.standards.map((s) => [s.designation, s])),
  };
  loaded.set(dir, registers);
  return registers;
}

/** Forgets what was read, so that a changed folder is read anew. */
export const forgetRegisters = (dir: string): void => void loaded.delete(dir);

function readFolder(dir: string): RegisterFiles {
  const files = Object.fromEntries(
    Object.entries(REGISTERS).map(([name, [file, schema]]) => [name, readYaml(join(dir, file), schema)]),
  ) as unknown as RegisterFiles;
  for (const [name, content] of Object.entries(files))
    checkEntries(dir, name, content, files.sources.sources);
  return files;
}

function overFolder(base: RegisterFiles, dir: string): RegisterFiles {
  const names = namesIn(dir);
  const own = Object.fromEntries(
    Object.entries(REGISTERS).flatMap(([name, [file, schema]]) =>
      names.includes(file) ? [[name, readYaml(join(dir, file), schema.partial())]] : [],
    ),
  ) as { readonly [Name in keyof RegisterFiles]?: Partial<RegisterFiles[Name]> };
  const sources = { ...base.sources.sources, ...own.sources?.sources };
  for (const [name, content] of Object.entries(own)) checkEntries(dir, name, content, sources);
  return Object.fromEntries(
    Object.entries(base).map(([name, content]) => [
      name,
      overlaid(content as object, own[name as keyof RegisterFiles] ?? {}),
    ]),
  ) as unknown as RegisterFiles;
}

/** Throws where the folder cannot be read, or has a YAML file beside the checks that is no register. */
function namesIn(dir: string): readonly string[] {
  if (!existsSync(dir)) throw new RegisterError(dir, 1, 1, 'a readable folder of rules');
  const names = readdirSync(dir).filter((name) => /\.ya?ml$/u.test(name));
  for (const name of names)
    if (!REGISTER_FILES.has(name))
      throw new RegisterError(
        join(dir, name),
        1,
        1,
        `a file called one of ${[...REGISTER_FILES.keys()].join(', ')}`,
      );
  return names;
}

/** Throws where an entry stands twice in one file, or names a source that no sources.yaml has. */
function checkEntries(
  dir: string,
  name: string,
  content: object,
  sources: Readonly<Record<string, string>>,
): void {
  const file = join(dir, REGISTERS[name as keyof RegisterFiles][0]);
  for (const [list, entries] of Object.entries(content)) {
    if (!Array.isArray(entries)) continue;
    const seen = new Set<string>();
    for (const [i, entry] of entries.entries()) {
      const at = [list, i];
      const key = entryKey(list, entry);
      if (key !== null && seen.has(key)) throw errorAt(file, at, `every entry once: ${key} stands twice`);
      if (key !== null) seen.add(key);
      for (const id of sourcesOf(entry))
        if (!(id in sources))
          throw errorAt(file, [...at, 'source'], `a source of sources.yaml instead of "${id}"`);
    }
  }
}

function errorAt(file: string, path: readonly PropertyKey[], expected: string): RegisterError {
  const { line, col } = positionIn(file, path);
  return new RegisterError(file, line, col, expected);
}
