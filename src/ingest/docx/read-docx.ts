import type { SourceDocument } from '../../document/source-document.js';
import { TextBuilder } from '../../document/text-builder.js';
import type { ReadContext, ReadInput, ReadOutcome } from '../read-outcome.js';
import { crossCheck } from './cross-check.js';
import { DocxProblem } from './docx-problem.js';
import { readParts } from './package-parts.js';
import { picturePages } from './picture-pages.js';
import { notesOf } from './read-notes.js';
import { nothingMet } from './story.js';
import { withPictures } from './with-pictures.js';
import { writeParts } from './write-parts.js';
import { openPackage } from './zip-package.js';

/** The media type of a DOCX (RFC 6838 registration by ECMA-376). */
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0] as const;

async function read(input: ReadInput, context: ReadContext): Promise<ReadOutcome> {
  const { bytes, file, sha256 } = input;
  if (OLE_MAGIC.every((byte, index) => bytes[index] === byte))
    throw new DocxProblem('encrypted', 'The document is in an OLE container: it is protected by a password.');
  const zip = await openPackage(bytes, context.limits);
  const parts = await readParts(zip, context.limits.maxDepth);
  const met = nothingMet();
  const { text, blocks, decoded, typed } = await writeParts(parts, met, new TextBuilder());
  const pictures = met.pictures === 0 ? [] : await picturePages(zip, parts, context);
  if (text === '' && pictures.length === 0)
    throw new DocxProblem('empty', `The document holds no text; pictures in it: ${met.pictures}.`);
  const comments = parts.comments?.children.filter((child) => child.name === 'w:comment').length ?? 0;
  const difference = await crossCheck(bytes, `${text} ${met.hiddenText} ${typed}`, parts.documentBytes);
  const notes = notesOf(
    pictures.length === 0 ? met : { ...met, pictures: 0 },
    decoded,
    comments,
    text.length,
  );
  context.onPage(1, 1);
  const document: SourceDocument = {
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
  };
  return { kind: 'read', document: withPictures(document, pictures) };
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
