import type { DocxParts } from './package-parts.js';
import { readBlocks } from './read-story.js';
import type { StoryBlock } from './story.js';
import type { NoteReference, StoryContext } from './story-context.js';

/** Reads the footnotes and endnotes that the text refers to, footnotes first, each once, in order of reference. */
export function readNotes(
  parts: Pick<DocxParts, 'footnotes' | 'endnotes'>,
  references: readonly NoteReference[],
  newContext: () => StoryContext,
): readonly (readonly StoryBlock[])[] {
  const stories: (readonly StoryBlock[])[] = [];
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = kind === 'footnote' ? parts.footnotes : parts.endnotes;
    const byId = new Map(part?.children.map((note) => [note.attributes.get('w:id') ?? '', note]));
    const ids = new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id));
    for (const id of ids) {
      const note = byId.get(id);
      if (note !== undefined) stories.push(readBlocks(note, newContext()));
    }
  }
  return stories;
}
