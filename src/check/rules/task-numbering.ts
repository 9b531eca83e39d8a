import { wasRecognized } from '../../document/was-recognized.js';
import type { Task } from '../../record/fields.js';
import type { Draft, Rule } from '../rule.js';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q'];

/** A number that is skipped, repeated or out of order in a table. */
export const taskNumbering: Rule = {
  id: 'task/numbering',
  *check({ record }) {
    const heads = groupNumbers(record.tasks);
    // A table goes on over a page: its rest begins where it stopped, and rows of a scan may be lost.
    const recognized = wasRecognized(record.source);
    let last = 0;
    for (const rows of sequences(record.tasks)) {
      const start = rows[0]?.ordinal ?? 1;
      yield* faultsOf(rows, heads, recognized || start === last + 1 ? start - 1 : 0);
      last = rows.at(-1)?.ordinal ?? 0;
    }
  },
};

interface Row {
  readonly task: Task;
  readonly parent: string;
  readonly ordinal: number;
  /** Rows without a number since the one before: each may hide one. */
  readonly unnumbered: number;
}

/** Rows counted together: of one table and one parent number; a new section that begins at 1 is a new sequence. */
function* sequences(tasks: readonly Task[]): Generator<readonly Row[]> {
  const open = new Map<string, { rows: Row[]; section: string | null; unnumbered: number }>();
  let table: number | null = null;
  for (const task of tasks) {
    if (task.origin !== 'table') continue;
    if (task.table !== table) {
      for (const { rows } of open.values()) yield rows;
      open.clear();
      table = task.table;
    }
    const place = placeOf(task.number);
    if (place === null) {
      for (const sequence of open.values()) sequence.unnumbered += 1;
      if (!open.has('')) open.set('', { rows: [], section: task.section, unnumbered: 1 });
      continue;
    }
    let sequence = open.get(place.parent);
    const restarts =
      sequence !== undefined &&
      place.ordinal === 1 &&
      sequence.section !== task.section &&
      sequence.rows.length > 0;
    if (sequence === undefined || restarts) {
      if (sequence !== undefined) yield sequence.rows;
      sequence = { rows: [], section: task.section, unnumbered: 0 };
      open.set(place.parent, sequence);
    }
    // A number printed once beside rows that it spans is read for each of them: only the first shows it.
    if (
      sequence.rows.at(-1)?.ordinal === place.ordinal &&
      !task.raw.trimStart().startsWith(task.number ?? '')
    )
      continue;
    sequence.rows.push({ task, ...place, unnumbered: sequence.unnumbered });
    sequence.section = task.section;
    sequence.unnumbered = 0;
  }
  for (const { rows } of open.values()) yield rows;
}

function placeOf(number: string | null): { readonly parent: string; readonly ordinal: number } | null {
  const parts = (number ?? '')
    .trim()
    .replace(/[.)]+$/u, '')
    .split('.');
  const last = (parts.pop() ?? '').trim();
  const ordinal = /^\d{1,3}$/u.test(last)
    ? Number(last)
    : ROMAN.includes(last)
      ? ROMAN.indexOf(last) + 1
      : LETTERS.indexOf(last) + 1;
  if (ordinal < 1) return null;
  const kind = /^\d/u.test(last) ? '' : ROMAN.includes(last) ? 'I' : 'a';
  return { parent: `${parts.join('.')}${kind}`, ordinal };
}

/** The numbers of group rows, which are no tasks: seen in their children's numbers and in section headings. */
function groupNumbers(tasks: readonly Task[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { table, number, section } of tasks) {
    const parts = (number ?? '').split('.');
    for (let length = 1; length < parts.length; length++)
      found.add(`${table}:${parts.slice(0, length).join('.')}`);
    const heading = /^\s*(\d+(?:\.\d+)*)[.)\s]/u.exec(section ?? '')?.[1];
    if (heading !== undefined) found.add(`${table}:${heading}`);
  }
  return found;
}

/** `before`: the number that came before the first row. */
function* faultsOf(rows: readonly Row[], heads: ReadonlySet<string>, before: number): Generator<Draft> {
  const later = rows.map((row) => row.ordinal);
  const rest = new Map<number, number>();
  for (const ordinal of later) rest.set(ordinal, (rest.get(ordinal) ?? 0) + 1);
  const seen = new Set<number>();
  let highest = before;
  for (const [i, { task, parent, ordinal, unnumbered }] of rows.entries()) {
    rest.set(ordinal, (rest.get(ordinal) ?? 1) - 1);
    const restarts = ordinal === 1 && i > 0 && later[i + 1] === 2;
    if (restarts) {
      seen.clear();
      highest = 0;
    }
    const expected = highest + 1;
    if (seen.has(ordinal))
      yield draft(task, { vi: `số ${task.number} lặp lại`, en: `${task.number} stands twice` });
    else if (ordinal < expected && i > 0)
      yield draft(task, { vi: `số ${task.number} sai thứ tự`, en: `${task.number} is out of order` });
    else if (
      ordinal > expected + unnumbered &&
      !isAccountedFor(expected, ordinal, rest, heads, `${task.table}:${parent}`)
    )
      yield draft(task, {
        vi: `thiếu số ${numbersBetween(expected, ordinal)} trước số ${task.number}`,
        en: `${numbersBetween(expected, ordinal)} is skipped before ${task.number}`,
      });
    seen.add(ordinal);
    highest = Math.max(highest, ordinal);
  }
}

/** Whether all that is missing here stands further down (that row is the one out of order) or heads a group. */
function isAccountedFor(
  from: number,
  to: number,
  rest: ReadonlyMap<number, number>,
  heads: ReadonlySet<string>,
  parent: string,
): boolean {
  const prefix = parent.endsWith(':') ? parent : `${parent}.`;
  for (let n = from; n < to; n++) if (!rest.get(n) && !heads.has(`${prefix}${n}`)) return false;
  return true;
}

const numbersBetween = (from: number, to: number): string =>
  to - from === 1 ? String(from) : `${from}-${to - 1}`;

function draft(task: Task, what: Draft['message']): Draft {
  return {
    severity: 'warning',
    at: task,
    row: task.span,
    message: {
      vi: `Số thứ tự trong bảng không liên tục: ${what.vi}.`,
      en: `The numbering of the table is broken: ${what.en}.`,
    },
    evidence: { vi: `Dòng "${task.content.slice(0, 120)}".`, en: `Row "${task.content.slice(0, 120)}".` },
    key: [task.number ?? '', what.vi],
  };
}
