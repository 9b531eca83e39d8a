import type { z } from 'zod';
import { DocumentsFileSchema } from './documents-schema.js';
import { StandardsFileSchema } from './standards-schema.js';
import { CeilingsFileSchema, FormFileSchema, PhrasesFileSchema, SourcesFileSchema } from './texts-schema.js';
import { TuningFileSchema } from './tuning-schema.js';
import { GrammarFileSchema, UnitsFileSchema } from './units-schema.js';

/** The content of all register files of the program's own folder. */
export interface RegisterFiles {
  readonly sources: z.infer<typeof SourcesFileSchema>;
  readonly standards: z.infer<typeof StandardsFileSchema>;
  readonly documents: z.infer<typeof DocumentsFileSchema>;
  readonly units: z.infer<typeof UnitsFileSchema>;
  readonly grammar: z.infer<typeof GrammarFileSchema>;
  readonly phrases: z.infer<typeof PhrasesFileSchema>;
  readonly form: z.infer<typeof FormFileSchema>;
  readonly ceilings: z.infer<typeof CeilingsFileSchema>;
  readonly tuning: z.infer<typeof TuningFileSchema>;
}

/** The file of each register, and its form. */
export const REGISTERS = {
  sources: ['sources.yaml', SourcesFileSchema],
  standards: ['standards.yaml', StandardsFileSchema],
  documents: ['documents.yaml', DocumentsFileSchema],
  units: ['units.yaml', UnitsFileSchema],
  grammar: ['number-grammar.yaml', GrammarFileSchema],
  phrases: ['phrases.yaml', PhrasesFileSchema],
  form: ['form.yaml', FormFileSchema],
  ceilings: ['ceilings.yaml', CeilingsFileSchema],
  tuning: ['tuning.yaml', TuningFileSchema],
} as const satisfies Record<keyof RegisterFiles, readonly [string, z.ZodObject]>;

/** By what entries of a list are told apart: one of the same key takes the place of the one below. */
const KEYS: Readonly<Record<string, (entry: Readonly<Record<string, unknown>>) => string>> = {
  standards: (e) => String(e.designation),
  malformed: (e) => String(e.written),
  neverExisted: (e) => `${e.designation}:${e.year}`,
  documents: (e) => String(e.number).toUpperCase(),
  agencies: (e) => String(e.code ?? e.name),
  provinces: (e) => String(e.name),
  levels: (e) => String(e.id),
  shortForms: (e) => String(e.short),
  typeCodes: (e) => String(e.code),
  assemblyTerms: (e) => String(e.term),
  forms: (e) => String(e.id),
  ceilings: (e) => String(e.id),
};

const isEntry = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function laid(key: string, below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  const keyOf = KEYS[key];
  if (Array.isArray(below) && Array.isArray(above)) {
    if (keyOf === undefined) return [...new Set([...below, ...above])];
    const entries = new Map(below.filter(isEntry).map((entry) => [keyOf(entry), entry]));
    for (const entry of above.filter(isEntry)) entries.set(keyOf(entry), entry);
    return [...entries.values()];
  }
  if (isEntry(below) && isEntry(above)) return { ...below, ...above };
  return above;
}

/**
 * A register file with a user's own laid over it: entries of the same key are replaced, others added, lists of words
 * joined. What the user's file leaves out stays.
 */
export function overlaid<T extends object>(below: T, above: Partial<T>): T {
  const parts = new Map<string, unknown>(Object.entries(below));
  for (const [key, value] of Object.entries(above)) parts.set(key, laid(key, parts.get(key), value));
  return Object.fromEntries(parts) as T;
}

/** By what an entry of a register's list is told from the others; null in lists of words. */
export function entryKey(list: string, entry: unknown): string | null {
  const keyOf = KEYS[list];
  return keyOf === undefined || !isEntry(entry) ? null : keyOf(entry);
}

/** The ids of the sources that an entry names, those of its parts included. */
export function sourcesOf(entry: unknown): readonly string[] {
  if (!isEntry(entry)) return [];
  const own = Array.isArray(entry.source) ? entry.source.map(String) : [];
  const parts = Object.values(entry).flatMap((value) =>
    Array.isArray(value) ? value.flatMap(sourcesOf) : isEntry(value) ? sourcesOf(value) : [],
  );
  return [...own, ...parts];
}
