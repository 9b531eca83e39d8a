import sax from 'sax';
import { readZip } from '../../../fixtures/build/zip.js';

/** A comment of a written DOCX: its text and the text that it is anchored at, tracked changes refused. */
export interface WrittenComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  readonly anchor: string;
}

/** What a written DOCX holds, read without the program's own reader. */
export interface WrittenDocx {
  readonly entries: ReadonlyMap<string, Buffer>;
  readonly comments: readonly WrittenComment[];
  /** Every insertion and deletion, in order. */
  readonly changes: readonly {
    readonly kind: 'ins' | 'del';
    readonly author: string;
    readonly text: string;
  }[];
  /** The body's text with all tracked changes accepted, and refused; paragraphs as lines. */
  readonly accepted: string;
  readonly refused: string;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const attribute = (tag: sax.Tag | sax.QualifiedTag, name: string): string => {
  for (const [key, value] of Object.entries(tag.attributes))
    if (local(key) === name) return typeof value === 'string' ? value : value.value;
  return '';
};

interface Open {
  readonly name: string;
  readonly tag: sax.Tag | sax.QualifiedTag;
}

function walk(
  xml: string,
  on: {
    open?: (o: Open, path: Open[]) => void;
    text?: (t: string, path: Open[]) => void;
    close?: (name: string) => void;
  },
): void {
  const parser = sax.parser(true, {});
  const path: Open[] = [];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => {
    const open = { name: local(tag.name), tag };
    on.open?.(open, path);
    path.push(open);
  };
  parser.ontext = parser.oncdata = (text) => on.text?.(text, path);
  parser.onclosetag = (name) => {
    path.pop();
    on.close?.(local(name));
  };
  parser.write(xml).close();
}

/** Opens a written DOCX; throws where a part is not well-formed, an id stands twice or a range does not end. */
export async function openWritten(bytes: Uint8Array): Promise<WrittenDocx> {
  const entries = new Map((await readZip(Buffer.from(bytes))).map(({ name, data }) => [name, data]));
  for (const [name, data] of entries) if (/\.(?:xml|rels)$/u.test(name)) walk(data.toString('utf8'), {});
  const main = entries.get('word/document.xml')?.toString('utf8') ?? '';
  const open = new Map<string, string>();
  const anchors = new Map<string, string>();
  const references = new Set<string>();
  const changes: { kind: 'ins' | 'del'; author: string; text: string }[] = [];
  let accepted = '';
  let refused = '';
  const add = (text: string, inserted: boolean, deleted: boolean): void => {
    if (!deleted) accepted += text;
    if (!inserted) {
      refused += text;
      for (const [id, so] of open) open.set(id, so + text);
    }
  };
  walk(main, {
    open: ({ name, tag }) => {
      const id = attribute(tag, 'id');
      if (name === 'commentRangeStart') {
        if (open.has(id) || anchors.has(id)) throw new Error(`range ${id} begins twice`);
        open.set(id, '');
      } else if (name === 'commentRangeEnd') {
        const text = open.get(id);
        if (text === undefined) throw new Error(`range ${id} ends before it begins`);
        anchors.set(id, text);
        open.delete(id);
      } else if (name === 'commentReference') references.add(id);
      else if (name === 'ins' || name === 'del')
        changes.push({ kind: name, author: attribute(tag, 'author'), text: '' });
      else if (name === 'tab' || name === 'br') add(' ', false, false);
    },
    text: (text, path) => {
      const own = path.at(-1)?.name;
      if (own !== 't' && own !== 'delText') return;
      const change = path.findLast(({ name }) => name === 'ins' || name === 'del');
      const last = changes.at(-1);
      if (change !== undefined && last !== undefined) last.text += text;
      const byUs = change !== undefined && attribute(change.tag, 'author') === 'Rasoat';
      add(text, byUs && change.name === 'ins', change?.name === 'del');
    },
    close: (name) => {
      if (name === 'p') add('\n', false, false);
    },
  });
  if (open.size > 0) throw new Error('a range does not end');
  const comments: { id: string; author: string; date: string; text: string; anchor: string }[] = [];
  const commentsXml = [...entries]
    .find(([name]) => /^word\/comments\d*\.xml$/u.test(name))?.[1]
    .toString('utf8');
  if (commentsXml !== undefined)
    walk(commentsXml, {
      open: ({ name, tag }) => {
        if (name === 'comment') {
          const id = attribute(tag, 'id');
          comments.push({
            id,
            author: attribute(tag, 'author'),
            date: attribute(tag, 'date'),
            text: '',
            anchor: anchors.get(id) ?? '',
          });
        }
      },
      text: (text, path) => {
        const last = comments.at(-1);
        if (last !== undefined && path.at(-1)?.name === 't') last.text += text;
      },
      close: (name) => {
        const last = comments.at(-1);
        if (name === 'p' && last !== undefined) last.text += '\n';
      },
    });
  for (const { id, author } of comments)
    if (author === 'Rasoat' && !(references.has(id) && anchors.has(id)))
      throw new Error(`comment ${id} hangs nowhere`);
  return { entries, comments, changes, accepted, refused };
}

/** Text without white space, for comparing what layout and reading set apart differently. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
