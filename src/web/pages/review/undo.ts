import type { DecisionView } from '../../api/review.js';

type History = readonly DecisionView[];

const groupOf = (decisions: History, last: DecisionView | undefined): readonly number[] => {
  if (last === undefined) return [];
  const group = last.batch === null ? [last] : decisions.filter(({ batch }) => batch === last.batch);
  return group.map(({ id }) => id);
};

/** The numbers of the last of `name`'s decisions that holds and of those taken with it. */
export function lastTaken(history: History, name: string): readonly number[] {
  const own = history.filter(({ by, holds, action }) => by === name && holds && action.kind !== 'undo');
  return groupOf(own, own.at(-1));
}

/**
 * The numbers of `name`'s last undo that still stands and of those taken with it; [] where the person decided something
 * after it, which an older decision brought back could hide.
 */
export function lastUndone(history: History, name: string): readonly number[] {
  const undone = new Set(history.flatMap(({ action }) => (action.kind === 'undo' ? [action.decision] : [])));
  const isUndo = ({ action }: DecisionView): boolean => action.kind === 'undo';
  const undos = new Set(history.filter(isUndo).map(({ id }) => id));
  // An undo of an undo is no decision of its own: it brings one back.
  const own = history.filter(
    ({ by, id, action }) =>
      by === name && !(action.kind === 'undo' && (undos.has(action.decision) || undone.has(id))),
  );
  const last = own.at(-1);
  return last !== undefined && isUndo(last) ? groupOf(own.filter(isUndo), last) : [];
}
