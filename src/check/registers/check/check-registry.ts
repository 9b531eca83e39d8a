import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Bilingual } from '../../rule.js';
import type { LegalDocument } from '../documents-schema.js';
import { defaultRulesDir, forgetRegisters, loadRegisters, REGISTER_FILES } from '../load-registers.js';
import { entryKey, overlaid, REGISTERS, type RegisterFiles } from '../overlay.js';
import { contentOf, positionIn, yamlProblems } from '../read-yaml.js';
import { RegisterError } from '../register-error.js';
import { documentProblems } from './documents.js';
import type { EntryProblem, RegistryProblem } from './problem.js';
import { standardProblems } from './standards.js';
import { phraseProblems, unitProblems } from './texts.js';

/**
 * Everything that is wrong in the registers of `dir`, by file and line: files that break their form, entries without
 * a source, that end before they begin, that stand twice, that contradict each other or the program's own. Empty where
 * all is well. Throws what the file system throws.
 */
export function checkRegistry(dir: string): readonly RegistryProblem[] {
  const isOwn = dir !== defaultRulesDir();
  const broken = formProblems(dir, isOwn);
  if (broken.length > 0) return broken;
  forgetRegisters(dir);
  try {
    loadRegisters(dir);
  } catch (cause) {
    if (!(cause instanceof RegisterError)) throw cause;
    const what = same(cause.expected);
    return [{ file: cause.file, line: cause.line, column: cause.column, severity: 'error', what }];
  }
  const base = isOwn ? readFiles(defaultRulesDir(), false) : null;
  const given = readFiles(dir, isOwn);
  const all = base === null ? (given as RegisterFiles) : laidOver(base as RegisterFiles, given);
  const found: (readonly [keyof RegisterFiles, Iterable<EntryProblem>])[] = [
    ['documents', documentProblems(given.documents?.documents ?? [], byNumber(all))],
    ['standards', standardProblems({ standards: [], neverExisted: [], ...given.standards }, byNumber(all))],
    [
      'units',
      unitProblems({
        agencies: [],
        provinces: [],
        levels: [],
        pastMarks: [],
        commonNames: [],
        shortForms: [],
        ...given.units,
      }),
    ],
    [
      'phrases',
      phraseProblems({ ...all.phrases, misspellings: given.phrases?.misspellings ?? {} }, all.units),
    ],
    ...(base === null ? [] : againstBase(base as RegisterFiles, given)),
  ];
  return found.flatMap(([name, problems]) =>
    [...problems].map((problem) => placed(join(dir, REGISTERS[name][0]), problem)),
  );
}

type Given = { readonly [Name in keyof RegisterFiles]?: Partial<RegisterFiles[Name]> };

const same = (text: string): Bilingual => ({ vi: `cần: ${text}`, en: `expected ${text}` });

/** Every break of a file's form, not only the first. */
function formProblems(dir: string, partial: boolean): readonly RegistryProblem[] {
  if (!existsSync(dir))
    return [{ file: dir, line: 1, column: 1, severity: 'error', what: same('a readable folder of rules') }];
  return readdirSync(dir)
    .filter((name) => /\.ya?ml$/u.test(name))
    .flatMap((name): readonly RegistryProblem[] => {
      const file = join(dir, name);
      const schema = Object.values(REGISTERS).find(([known]) => known === name)?.[1];
      if (schema === undefined) {
        const what = same(`a file called one of ${[...REGISTER_FILES.keys()].join(', ')}`);
        return [{ file, line: 1, column: 1, severity: 'error', what }];
      }
      const form: z.ZodType = partial ? schema.partial() : schema;
      return yamlProblems(readFileSync(file, 'utf8'), form).map(({ line, column, expected }) => ({
        file,
        line,
        column,
        severity: 'error' as const,
        what: same(expected),
      }));
    });
}

function readFiles(dir: string, partial: boolean): Given {
  return Object.fromEntries(
    Object.entries(REGISTERS).flatMap(([name, [file, schema]]) => {
      const path = join(dir, file);
      if (!existsSync(path)) return [];
      const parsed = (partial ? schema.partial() : schema).parse(contentOf(path));
      return [[name, parsed]];
    }),
  ) as Given;
}

function laidOver(base: RegisterFiles, given: Given): RegisterFiles {
  return Object.fromEntries(
    Object.entries(base).map(([name, content]) => [
      name,
      overlaid(content as object, given[name as keyof RegisterFiles] ?? {}),
    ]),
  ) as unknown as RegisterFiles;
}

const byNumber = ({ documents }: RegisterFiles): ReadonlyMap<string, LegalDocument> =>
  new Map(documents.documents.map((document) => [document.number.toUpperCase(), document]));

/** Fields in which an entry laid over another contradicts it, rather than adding to it. */
const FACTS = [
  'issuedOn',
  'issuer',
  'type',
  'effectiveFrom',
  'effectiveTo',
  'from',
  'to',
  'long',
  'successor',
];

/** Entries that say otherwise than those they take the place of. */
function againstBase(
  base: RegisterFiles,
  given: Given,
): readonly (readonly [keyof RegisterFiles, readonly EntryProblem[]])[] {
  return Object.entries(given).map(([name, content]) => {
    const below = base[name as keyof RegisterFiles] as Readonly<Record<string, unknown>>;
    const problems = Object.entries(content).flatMap(([list, entries]): readonly EntryProblem[] => {
      const lower = below[list];
      if (!Array.isArray(entries) || !Array.isArray(lower)) return [];
      const known = new Map(lower.map((entry: unknown) => [entryKey(list, entry), entry]));
      return entries.flatMap((entry: unknown, i) => {
        const key = entryKey(list, entry);
        return key === null ? [] : contradictions(key, [list, i], known.get(key), entry);
      });
    });
    return [name as keyof RegisterFiles, problems];
  });
}

function contradictions(
  key: string,
  path: readonly PropertyKey[],
  below: unknown,
  above: unknown,
): readonly EntryProblem[] {
  if (below === undefined) return [];
  return FACTS.flatMap((field): readonly EntryProblem[] => {
    const [was, is] = [below, above].map((entry) => (entry as Readonly<Record<string, unknown>>)[field]);
    if (was == null || is == null || was === is) return [];
    return [
      {
        path: [...path, field],
        severity: 'warning',
        what: {
          vi: `${key}: ${field} là "${is}", danh mục của chương trình ghi "${was}"`,
          en: `${key}: ${field} is "${is}", the program's register has "${was}"`,
        },
      },
    ];
  });
}

function placed(file: string, { path, severity, what }: EntryProblem): RegistryProblem {
  const { line, col } = positionIn(file, path);
  return { file, line, column: col, severity, what };
}
