import { DocxProblem } from '../../ingest/docx/docx-problem.js';
import { type EntryChanges, editZip, ZipEditError } from '../annotate/docx/edit-zip.js';
import type { ElementTree } from '../annotate/docx/element-tree.js';
import { openParts } from '../annotate/docx/open-parts.js';
import { applyEdits, type SourceEdit } from '../annotate/docx/source-edits.js';
import { fillEdits } from './fill-edits.js';
import { findPlaceholders, type Placeholder } from './placeholders.js';
import { TemplateError } from './template-error.js';

/** Rows of one list: what `{{list.field}}` becomes, row by row. All rows have all fields. */
export interface ListValues {
  readonly fields: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What fills a template: `{{name}}` and, in rows or paragraphs that are repeated, `{{list.field}}`. */
export interface TemplateValues {
  readonly single: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, ListValues>>;
}

const FILLED = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;
/** Ids that no two paragraphs of a document share; Word gives new ones. */
const PARAGRAPH_ID = /\sw14:(?:paraId|textId)="[^"]*"/gu;

const knownNames = ({ single, lists }: TemplateValues): readonly string[] => [
  ...Object.keys(single),
  ...Object.entries(lists).flatMap(([list, { fields }]) => fields.map((field) => `${list}.${field}`)),
];

/** The row, else the paragraph, that is repeated for a list's placeholder. */
function unitOf(tree: ElementTree, { paragraph }: Placeholder): number {
  return tree.ancestors(paragraph).find((up) => tree.at(up).name === 'w:tr') ?? paragraph;
}

const listOf = (name: string): string | null => {
  const dot = name.indexOf('.');
  return dot < 0 ? null : name.slice(0, dot);
};

function fillPart(tree: ElementTree, part: string, file: string, values: TemplateValues): string {
  const known = knownNames(values);
  const fail = (problem: 'unknown-field' | 'open-braces' | 'two-lists', at: Omit<Placeholder, 'pieces'>) =>
    new TemplateError(problem, file, at.name, { part, paragraph: at.number, text: at.text }, known);
  const { placeholders, broken } = findPlaceholders(tree);
  if (broken !== null) throw fail('open-braces', broken);
  const units = new Map<number, { readonly list: string; readonly placeholders: Placeholder[] }>();
  for (const placeholder of placeholders) {
    if (!known.includes(placeholder.name)) throw fail('unknown-field', placeholder);
    const list = listOf(placeholder.name);
    if (list === null) continue;
    const unit = unitOf(tree, placeholder);
    const there = units.get(unit) ?? { list, placeholders: [] };
    if (there.list !== list) throw fail('two-lists', placeholder);
    units.set(unit, there);
  }
  const alone: Placeholder[] = [];
  for (const placeholder of placeholders) {
    const within = [placeholder.paragraph, ...tree.ancestors(placeholder.paragraph)].find((up) =>
      units.has(up),
    );
    const unit = within === undefined ? undefined : units.get(within);
    (unit?.placeholders ?? alone).push(placeholder);
  }
  const edits: SourceEdit[] = [...fillEdits(tree, alone, (name) => values.single[name] ?? '')];
  for (const [unit, { list, placeholders: own }] of units) {
    const { start, end } = tree.at(unit);
    const copies = (values.lists[list]?.rows ?? []).map((row, index) => {
      const filled = fillEdits(
        tree,
        own,
        (name) => row[name.slice(list.length + 1)] ?? values.single[name] ?? '',
      ).map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const copy = applyEdits(tree.source.slice(start, end), filled);
      return index === 0 ? copy : copy.replace(PARAGRAPH_ID, '');
    });
    edits.push({ start, end, text: copies.join('') });
  }
  return applyEdits(tree.source, edits);
}

/**
 * Fills a Word template: every `{{name}}` in its body, headers, footers and notes, however its letters are spread over
 * runs; a table row (outside tables a paragraph) with `{{list.field}}` is repeated for each row of the list. Everything
 * else stays as the office made it. `file` names the template in errors. Throws a TemplateError.
 */
export async function fillTemplate(
  template: Uint8Array,
  file: string,
  values: TemplateValues,
): Promise<Uint8Array> {
  try {
    const parts = await openParts(template);
    const changes = new Map<string, Uint8Array>();
    for (const name of parts.names) {
      if (!FILLED.test(name)) continue;
      const tree = await parts.tree(name);
      if (tree === null) continue;
      const filled = fillPart(tree, name, file, values);
      if (filled !== tree.source) changes.set(name, await parts.encode(name, filled));
    }
    return editZip(template, changes satisfies EntryChanges);
  } catch (error) {
    if (error instanceof DocxProblem || error instanceof ZipEditError)
      throw new TemplateError('not-a-document', file, error.message, null, []);
    throw error;
  }
}
