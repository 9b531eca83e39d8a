import { DocxProblem } from '../../../ingest/docx/docx-problem.js';
import { type DocxTextMap, mapDocxText } from '../../../ingest/docx/text-map.js';
import { DEFAULT_LIMITS } from '../../../ingest/read-outcome.js';
import type { Finding } from '../../../record/finding.js';
import type { PlanRecord } from '../../../record/plan-record.js';
import { messages } from '../../messages/messages.js';
import { byGravity } from '../../severity.js';
import { type AnnotateOptions, documentPlace, noteText } from '../annotation.js';
import { type AnnotateOutcome, refused } from '../outcome.js';
import { rightText } from '../right-text.js';
import type { TextChange } from '../word-diff.js';
import { type Anchor, Anchors } from './anchors.js';
import { editZip, ZipEditError } from './edit-zip.js';
import { comment, type Markup, markupAt, type NoteLine, noteMarks, wordNamespace } from './markup.js';
import { openParts } from './open-parts.js';
import { isSigned, packageChanges } from './package-changes.js';
import { RunCuts } from './run-cuts.js';
import { applyEdits } from './source-edits.js';
import { writeChanges } from './tracked-change.js';

const ID = /\s(?:[\w.-]+:)?id\s*=\s*["'](\d{1,9})["']/gu;
/** Half points. */
const NOTE_SIZE = 20;
const SMALL_SIZE = 16;

/** The highest of all ids in use, for bookmarks, changes and comments alike. */
function highestId(map: DocxTextMap): number {
  let highest = 0;
  for (const { source } of map.parts.values())
    for (const [, id] of source.matchAll(ID)) highest = Math.max(highest, Number(id));
  return highest;
}

const touches = (a: TextChange, b: TextChange): boolean =>
  a.span.start <= b.span.end && b.span.start <= a.span.end;

/** Collects notes and changes for one document. */
class Notes {
  readonly map: DocxTextMap;
  readonly comments: ((markup: Markup) => string)[] = [];
  readonly #anchors: Anchors;
  readonly #cuts = new Map<string, RunCuts>();
  readonly #options: AnnotateOptions;
  readonly #date: string;
  #lastId: number;

  constructor(map: DocxTextMap, options: AnnotateOptions) {
    this.map = map;
    this.#anchors = new Anchors(map);
    this.#options = options;
    this.#date = `${new Date(options.date).toISOString().slice(0, 19)}Z`;
    this.#lastId = highestId(map);
  }

  /** Notes a finding at its words; one about the document as a whole at `whole`. False: there are no words at all. */
  note(finding: Finding, whole: { readonly start: number; readonly end: number }): boolean {
    const { span, location } = finding;
    // Text behind the document's own was recognized in its pictures, which are its pages.
    const inPicture = span.end > span.start && span.start >= this.map.text.length;
    const anchor = inPicture
      ? this.#anchors.picture(location[0]?.page ?? 1)
      : this.#anchors.anchor(span.end > span.start ? span : whole);
    if (anchor !== null) this.#put(anchor, this.#lines(finding, anchor));
    return anchor !== null;
  }

  /** A note at the document's first words that says what this copy is. */
  say(text: string): void {
    const anchor = this.#anchors.anchor({ start: 0, end: 0 });
    if (anchor !== null) this.#put(anchor, [{ bold: text, text: '', size: NOTE_SIZE }]);
  }

  /** Makes a finding's changes as tracked ones; false where that can't be done. */
  change(changes: readonly TextChange[]): boolean {
    return writeChanges(changes, {
      map: this.map,
      anchors: this.#anchors,
      cuts: (part) => this.#cutsOf(part),
      nextId: () => this.#nextId(),
      date: this.#date,
    });
  }

  /** New text of the parts that were touched, by name. */
  edited(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#cuts].map(([part, cuts]) => [
        part,
        applyEdits(this.#anchors.tree(part).source, cuts.edits()),
      ]),
    );
  }

  #nextId(): number {
    this.#lastId++;
    return this.#lastId;
  }

  #cutsOf(part: string): RunCuts {
    const known = this.#cuts.get(part) ?? new RunCuts(this.#anchors.tree(part));
    this.#cuts.set(part, known);
    return known;
  }

  #put(anchor: Anchor, lines: readonly NoteLine[]): void {
    const id = this.#nextId();
    const { mainPart } = this.map;
    const cuts = this.#cutsOf(mainPart);
    const markup = markupAt(this.#anchors.tree(mainPart), 0);
    const { start, end } = noteMarks(markup, id);
    if (anchor.kind === 'run') {
      cuts.edge(anchor.run, 'before', 'note-start', start);
      cuts.edge(anchor.run, 'after', 'note-end', end);
    } else {
      cuts.mark(anchor.from, 'note-start', start);
      cuts.mark(anchor.to, 'note-end', end);
    }
    this.comments.push((own) => comment(own, id, this.#date, lines));
  }

  #lines(finding: Finding, anchor: Anchor): readonly NoteLine[] {
    const { label, message, more } = noteText(finding, this.#options);
    const aside = anchor.kind === 'words' ? null : anchor.aside;
    const where =
      aside === null || finding.raw === '' ? '' : messages(this.#options.language).annotate.aside[aside];
    return [
      { bold: `${label}: `, text: message, size: NOTE_SIZE },
      ...(where === '' ? [] : [{ bold: `${where}: `, text: `“${finding.raw}”`, size: NOTE_SIZE }]),
      ...more.map((text, i) => ({ bold: '', text, size: i === more.length - 1 ? SMALL_SIZE : NOTE_SIZE })),
    ];
  }
}

/** Tracked changes, those of the gravest findings first; a change that touches another one stays a note. */
function putChanges(notes: Notes, record: PlanRecord, { registers }: AnnotateOptions): number {
  const made: TextChange[] = [];
  let count = 0;
  for (const finding of [...record.findings].sort(byGravity)) {
    const changes = rightText(finding, record, registers);
    if (changes.some((change) => made.some((other) => touches(change, other)))) continue;
    if (!notes.change(changes)) continue;
    made.push(...changes);
    count++;
  }
  return count;
}

/**
 * Puts a record's findings into a package whose text `map` maps. Only the parts that change are written anew, by
 * offsets; every other entry stays byte for byte. Throws a DocxProblem or a ZipEditError.
 */
export async function annotatePackage(
  bytes: Uint8Array,
  map: DocxTextMap,
  record: PlanRecord,
  options: AnnotateOptions,
): Promise<AnnotateOutcome & { readonly kind: 'annotated' }> {
  const parts = await openParts(bytes);
  const signed = isSigned(parts);
  const notes = new Notes(map, options);
  if (signed) notes.say(messages(options.language).annotate.signedCopy);
  const whole = documentPlace(record);
  const noted = record.findings.filter((finding) => notes.note(finding, whole)).length;
  const changes = putChanges(notes, record, options);
  const namespace = wordNamespace(map.parts.get(map.mainPart)?.source ?? '');
  const { mainPart } = map;
  const content = { mainPart, edited: notes.edited(), comments: notes.comments, namespace };
  const written = editZip(bytes, await packageChanges(content, parts));
  return { kind: 'annotated', bytes: written, extension: null, notes: noted, changes, signed };
}

/** Whether a record is of the mapped text, with the text of recognized pictures behind it or without. */
function isTextOf({ text, source }: PlanRecord, map: DocxTextMap): boolean {
  if (text === map.text) return true;
  return source.pages !== null && (map.text === '' || text.startsWith(`${map.text}\n`));
}

/**
 * Gives a DOCX back with a Word comment at the words of each finding and, where the right text is known, a tracked
 * change. A signed file becomes a copy without its signature that says so. The original is not touched.
 */
export async function annotateDocx(
  bytes: Uint8Array,
  record: PlanRecord,
  options: AnnotateOptions,
): Promise<AnnotateOutcome> {
  try {
    const map = await mapDocxText(bytes, DEFAULT_LIMITS);
    if (!isTextOf(record, map)) return refused('changed', 'The text is not the one that was checked.');
    return await annotatePackage(bytes, map, record, options);
  } catch (error) {
    if (error instanceof DocxProblem)
      return refused(error.reason === 'encrypted' ? 'encrypted' : 'broken', error.message);
    if (error instanceof ZipEditError)
      return refused('broken', `The package can't be edited: ${error.message}.`);
    throw error;
  }
}
