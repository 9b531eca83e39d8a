import type { Block } from '../../document/source-document.js';
import { TextBuilder } from '../../document/text-builder.js';
import type { DecodedPlace } from '../legacy/convert-legacy.js';
import { DocxProblem } from './docx-problem.js';
import { readNotes } from './foot-notes.js';
import { readListDefinitions } from './numbering-definitions.js';
import type { DocxParts } from './package-parts.js';
import { readPageMargins } from './page-margins.js';
import { readBlocks } from './read-story.js';
import type { Met, StoryBlock } from './story.js';
import { newStory, type StoryContext } from './story-context.js';
import { readStyles } from './styles.js';
import { unicodeStories } from './unicode-stories.js';
import { writeBlocks } from './write-blocks.js';
import { childOf } from './xml-element.js';

/** A document's text and its blocks. */
export interface Written {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The words that were in an old encoding, and as they were typed, joined by spaces. */
  readonly decoded: readonly DecodedPlace[];
  readonly typed: string;
}

/**
 * Writes the header's text, the body, notes, the footer's text into `builder`; a header or footer that says the same
 * twice stands once. Throws a DocxProblem where there is no body.
 */
export async function writeParts(parts: DocxParts, met: Met, builder: TextBuilder): Promise<Written> {
  const styles = readStyles(parts.styles);
  const lists = readListDefinitions(parts.numbering);
  const newContext = (): StoryContext => newStory(styles, lists, met);
  const margins = await readPageMargins(parts, newContext);
  const body = childOf(parts.document, 'w:body');
  if (body === undefined) throw new DocxProblem('broken', 'The document has no body.');
  const bodyContext = newContext();
  const story = readBlocks(body, bodyContext);
  const notes = readNotes(parts, bodyContext.noteReferences, newContext);

  const { headers, footers } = margins;
  const inUnicode = unicodeStories([...headers, story, ...notes, ...footers]);
  const [bodyAt, footersAt] = [headers.length, inUnicode.stories.length - footers.length];

  const blocks: Block[] = [];
  const seen = new Set<string>();
  const writeOnce = (margin: readonly StoryBlock[], layer: 'header' | 'footer'): void => {
    const trial = new TextBuilder();
    writeBlocks(trial, margin, layer);
    if (seen.has(trial.text)) return;
    seen.add(trial.text);
    blocks.push(...writeBlocks(builder, margin, layer));
  };
  for (const [index, written] of inUnicode.stories.entries()) {
    if (index < bodyAt) writeOnce(written, 'header');
    else if (index >= footersAt) writeOnce(written, 'footer');
    else blocks.push(...writeBlocks(builder, written, index === bodyAt ? 'body' : 'footnote'));
  }
  const { conversion, typed } = inUnicode;
  return { text: builder.text, blocks, decoded: conversion.decoded, typed };
}
