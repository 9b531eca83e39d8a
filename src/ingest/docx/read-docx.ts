import type { Block } from '../../document/source-document.js';
import { TextBuilder } from '../../document/text-builder.js';
import type { ReadContext, ReadInput, ReadOutcome } from '../read-outcome.js';
import { crossCheck } from './cross-check.js';
import { DocxProblem } from './docx-problem.js';
import { readNotes } from './foot-notes.js';
import { readListDefinitions } from './numbering-definitions.js';
import { type DocxParts, readParts } from './package-parts.js';
import { readPageMargins } from './page-margins.js';
import { notesOf } from './read-notes.js';
import { readBlocks } from './read-story.js';
import type { Met } from './story.js';
import { newStory, type StoryContext } from './story-context.js';
import { readStyles } from './styles.js';
import { writeBlocks } from './write-blocks.js';
import { childOf } from './xml-element.js';
import { openPackage } from './zip-package.js';

/** The media type of a DOCX (RFC 6838 registration by ECMA-376). */
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0] as const;

interface Written {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The header's text, the body, notes, the footer's text; a header or footer that says the same twice stands once. */
async function writeParts(parts: DocxParts, met: Met): Promise<Written> {
  const styles = readStyles(parts.styles);
  const lists = readListDefinitions(parts.numbering);
  const newContext = (): StoryContext => newStory(styles, lists, met);
  const margins = await readPageMargins(parts, newContext);
  const body = childOf(parts.document, 'w:body');
  if (body === undefined) throw new DocxProblem('broken', 'The document has no body.');
  const bodyContext = newContext();
  const story = readBlocks(body, bodyContext);
  const notes = readNotes(parts, bodyContext.noteReferences, newContext);

  const builder = new TextBuilder();
  const blocks: Block[] = [];
  const seen = new Set<string>();
  const writeOnce = (margin: (typeof margins.headers)[number], layer: 'header' | 'footer'): void => {
    const trial = new TextBuilder();
    writeBlocks(trial, margin, layer);
    if (seen.has(trial.text)) return;
    seen.add(trial.text);
    blocks.push(...writeBlocks(builder, margin, layer));
  };
  for (const header of margins.headers) writeOnce(header, 'header');
  blocks.push(...writeBlocks(builder, story, 'body'));
  for (const note of notes) blocks.push(...writeBlocks(builder, note, 'footnote'));
  for (const footer of margins.footers) writeOnce(footer, 'footer');
  return { text: builder.text, blocks };
}

async function read(input: ReadInput, context: ReadContext): Promise<ReadOutcome> {
  const { bytes, file, sha256 } = input;
  if (OLE_MAGIC.every((byte, index) => bytes[index] === byte))
    throw new DocxProblem('encrypted', 'The document is in an OLE container: it is protected by a password.');
  const zip = await openPackage(bytes, context.limits);
  const parts = await readParts(zip, context.limits.maxDepth);
  const met: Met = {
    insertions: 0,
    deletions: 0,
    pictures: 0,
    hiddenRuns: 0,
    foreignParts: 0,
    hiddenText: '',
    legacyText: '',
  };
  const { text, blocks } = await writeParts(parts, met);
  if (text === '')
    throw new DocxProblem('empty', `The document holds no text; pictures in it: ${met.pictures}.`);
  const comments = parts.comments?.children.filter((child) => child.name === 'w:comment').length ?? 0;
  const difference = await crossCheck(
    bytes,
    `${text} ${met.hiddenText} ${met.legacyText}`,
    parts.documentBytes,
  );
  const notes = notesOf(met, comments, text.length);
  context.onPage(1, 1);
  return {
    kind: 'read',
    document: {
      file,
      sha256,
      mediaType: DOCX_MEDIA_TYPE,
      method: 'docx',
      text,
      pages: [],
      words: [],
      blocks,
      segments: [],
      notes: difference === null ? notes : [...notes, difference],
    },
  };
}

/**
 * Reads a DOCX: paragraphs with their automatic numbers, tables with merged cells, headers, footers, notes and text
 * boxes, tracked changes as accepted. Side-by-side text set with borderless tables or tabs is read column by column.
 * A file that can't be read is a ReadFailure: encrypted, broken (damaged, with a DOCTYPE, nested too deep) or
 * too-large (inflates beyond the limits).
 */
export async function readDocx(input: ReadInput, context: ReadContext): Promise<ReadOutcome> {
  try {
    return await read(input, context);
  } catch (error) {
    if (error instanceof DocxProblem) return { kind: 'failed', reason: error.reason, detail: error.message };
    throw error;
  }
}
