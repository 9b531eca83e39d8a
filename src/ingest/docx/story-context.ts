import { FieldStack } from './fields.js';
import { NumberingCounter } from './numbering-counter.js';
import type { ListDefinitions } from './numbering-definitions.js';
import type { Met } from './story.js';
import type { Styles } from './styles.js';

/** A place in the text that a footnote or endnote belongs to. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** What is known and counted while one story (the body, a header, a note) is read. */
export interface StoryContext {
  readonly styles: Styles;
  readonly counter: NumberingCounter;
  readonly fields: FieldStack;
  readonly met: Met;
  /** In order of reference. */
  readonly noteReferences: NoteReference[];
  /** The same story with fields of its own: a box stands apart from the line that it is anchored in. */
  forTextBox(): StoryContext;
}

/** A story's context. Numbers count from the start in each story; what is met adds up in `met`. */
export function newStory(styles: Styles, lists: ListDefinitions, met: Met): StoryContext {
  const make = (counter: NumberingCounter, noteReferences: NoteReference[]): StoryContext => ({
    styles,
    counter,
    fields: new FieldStack(),
    met,
    noteReferences,
    forTextBox: () => make(counter, noteReferences),
  });
  return make(new NumberingCounter(lists), []);
}
