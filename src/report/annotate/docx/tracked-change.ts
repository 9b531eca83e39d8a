import type { DocxTextMap, MappedPiece } from '../../../ingest/docx/text-map.js';
import type { TextChange } from '../word-diff.js';
import type { Anchors } from './anchors.js';
import { markupAt, signedBy } from './markup.js';
import { type RunCuts, textRun } from './run-cuts.js';

/** What stands around text that someone else already changes, or that a form fills in. */
const CLOSED_TO_CHANGES: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom', 'w:sdt']);

/** What a change is written with: the package's text, one `RunCuts` a part, numbers and time for the marks. */
export interface ChangeContext {
  readonly map: DocxTextMap;
  readonly anchors: Anchors;
  readonly cuts: (part: string) => RunCuts;
  readonly nextId: () => number;
  /** Without milliseconds: "2026-04-15T08:00:00Z". */
  readonly date: string;
}

interface Placed {
  readonly change: TextChange;
  readonly pieces: readonly MappedPiece[];
  /** The piece beside which text is put in; at its start where `before`. */
  readonly beside: MappedPiece;
  readonly before: boolean;
}

/** Whether every character of the pieces can be cut out of runs that nobody else changes, all in one paragraph. */
function isOpen(pieces: readonly MappedPiece[], { anchors, cuts }: ChangeContext): boolean {
  const paragraphs = new Set<string>();
  for (const { part, element, exact } of pieces) {
    if (!exact || !cuts(part).canCut(element)) return false;
    const tree = anchors.tree(part);
    const ups = tree.ancestors(element);
    const paragraph = ups.findIndex((up) => tree.at(up).name === 'w:p');
    if (paragraph < 0 || ups.slice(0, paragraph).some((up) => CLOSED_TO_CHANGES.has(tree.at(up).name)))
      return false;
    paragraphs.add(`${part} ${ups[paragraph]}`);
  }
  return paragraphs.size === 1;
}

const covered = (pieces: readonly MappedPiece[]): number =>
  pieces.reduce((sum, { span }) => sum + span.end - span.start, 0);

/** Where a change goes; null where it can't be made. */
function place(change: TextChange, context: ChangeContext): Placed | null {
  const { start, end } = change.span;
  const pieces = context.map.pieces(change.span);
  if (covered(pieces) !== end - start) return null;
  const last = pieces.at(-1);
  const ahead = last ?? context.map.pieces({ start: start - 1, end: start })[0];
  const beside = ahead ?? context.map.pieces({ start, end: start + 1 })[0];
  if (beside === undefined || !isOpen([...pieces, beside], context)) return null;
  return { change, pieces, beside, before: ahead === undefined };
}

function write({ change, pieces, beside, before }: Placed, context: ChangeContext): void {
  const { anchors, cuts, nextId, date } = context;
  const tree = anchors.tree(beside.part);
  const markup = markupAt(tree, beside.element);
  const { w } = markup;
  const open = (name: string): string => `${markup.open(name, signedBy(nextId(), date))}>`;
  for (const { part, element, from, to } of pieces)
    cuts(part).delete(element, { start: from, end: to }, open('del'), `</${w}del>`);
  if (change.text === '') return;
  const cut = cuts(beside.part);
  const head = cut.runHead(tree.at(beside.element).parent);
  const inserted = `${open('ins')}${textRun(w, head, change.text)}</${w}ins>`;
  const offset = before ? beside.from : beside.to;
  cut.mark({ element: beside.element, offset }, before ? 'change-start' : 'change-end', inserted);
}

/**
 * Writes a finding's changes as tracked ones, all or none. False where some word can't be cut out of the file: text in
 * other people's tracked changes, in form fields, in old fonts, over several paragraphs.
 */
export function writeChanges(changes: readonly TextChange[], context: ChangeContext): boolean {
  const placed = changes.map((change) => place(change, context));
  if (placed.length === 0 || placed.some((one) => one === null)) return false;
  for (const one of placed) if (one !== null) write(one, context);
  return true;
}
