import type { Column } from './columns.js';

/** What stands in a cell to tick it: crosses, check marks (also those of symbol fonts), bullets; a cross read twice. */
const TICK = /^(?:[xX×]{1,2}|[✓✔√☑☒■●•*vV\uF0FC\uF0FE\uF052\uF0FB]|có)$/u;

/** Whether the text is a tick and nothing else. */
export const isTick = (text: string): boolean => TICK.test(text);

/** Share of the filled cells that must be ticks; a recognizer misreads some. */
const LEAST_TICKS = 0.5;

/**
 * The columns with those of months and quarters kept only where ticks stand below them: figures below ("Kinh phí theo
 * tháng") say nothing of when a task is due. Months without any entry stay; they are a form to be filled in.
 * `below`: the texts of the filled cells under a column's head.
 */
export function withTickedMonths(
  columns: readonly Column[],
  below: (column: number) => readonly string[],
): readonly Column[] {
  const months = columns.filter((c) => c.kind === 'month');
  if (months.length === 0) return columns;
  const texts = months.flatMap((c) => below(c.column));
  const ticks = texts.filter(isTick).length;
  if (ticks > 0 && ticks >= LEAST_TICKS * texts.length) return columns;
  return columns.map((c) =>
    c.kind === 'month' && (texts.length > 0 || c.to !== c.month) ? { kind: 'other', column: c.column } : c,
  );
}
