import { Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { foldVietnamese } from '../../../document/fold.js';
import type { ImportedEntry, ImportTable } from './import-table.js';

/** How many entries were new, changed, and there already. */
export interface MergeCount {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** The YAML texts of a folder's files with a table in them; comments and order of what was there stay. */
export interface MergedFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly count: MergeCount;
}

const KEY = { documents: 'number', units: 'name' } as const;

/**
 * Puts a table into a user's own register files. `existing` has the files that are there by name, `origin` names the
 * table where a row names no source of its own.
 */
export function mergeImport(
  table: ImportTable,
  existing: ReadonlyMap<string, string>,
  origin: string,
): MergedFiles {
  const open = (name: string): Document => {
    const text = existing.get(name);
    const document = text === undefined ? new Document({}) : parseDocument(text);
    return isMap(document.contents) ? (document as Document) : new Document({});
  };
  const sources = open('sources.yaml');
  const name = table.kind === 'documents' ? 'documents.yaml' : 'units.yaml';
  const target = open(name);
  const list = table.kind === 'documents' ? 'documents' : 'agencies';
  const count = { added: 0, changed: 0, same: 0 };
  for (const [i, entry] of table.entries.entries()) {
    const source = table.sources[i] ?? origin;
    const id = sourceId(source);
    sources.setIn(['sources', id], source);
    const whole = { ...entry, source: [id], confidence: 1 };
    count[put(target, list, KEY[table.kind], whole)] += 1;
  }
  for (const form of table.shortForms) put(target, 'shortForms', 'short', form);
  const files = new Map([[name, text(target)]]);
  files.set('sources.yaml', text(sources));
  return { files, count };
}

const text = (document: Document): string => document.toString({ lineWidth: 0 });

/** "Công báo tỉnh An Giang" -> "cong-bao-tinh-an-giang". */
function sourceId(source: string): string {
  const id = foldVietnamese(source)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return id === '' ? 'own' : id;
}

type Entry = ImportedEntry | Readonly<Record<string, unknown>>;

function put(document: Document, list: string, key: string, entry: Entry): keyof MergeCount {
  let entries = document.get(list);
  if (!isSeq(entries)) {
    document.set(list, document.createNode([]));
    entries = document.get(list);
  }
  const items = (entries as YAMLSeq).items;
  const wanted = String((entry as Readonly<Record<string, unknown>>)[key]).toUpperCase();
  const known = items.find(
    (item): item is YAMLMap => isMap(item) && String(item.get(key)).toUpperCase() === wanted,
  );
  if (known === undefined) {
    (entries as YAMLSeq).add(document.createNode(entry));
    return 'added';
  }
  let changed = false;
  for (const [field, value] of Object.entries(entry)) {
    const before = known.toJSON() as Readonly<Record<string, unknown>>;
    if (JSON.stringify(before[field]) === JSON.stringify(value)) continue;
    known.set(field, document.createNode(value));
    changed = true;
  }
  return changed ? 'changed' : 'same';
}
