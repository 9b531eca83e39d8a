import type { DocxParts } from './package-parts.js';
import { readBlocks } from './read-story.js';
import type { StoryBlock } from './story.js';
import type { StoryContext } from './story-context.js';
import { findAll, toggleOf, type XmlElement } from './xml-element.js';

/** The headers and footers that pages show, in order of sections. */
export interface PageMargins {
  readonly headers: readonly (readonly StoryBlock[])[];
  readonly footers: readonly (readonly StoryBlock[])[];
}

/** The references of one kind that some page shows: a first page's only with a title page, an even page's if asked. */
function shownReferences(section: XmlElement, kind: string, evenPages: boolean): readonly string[] {
  const titlePage = toggleOf(section, 'w:titlePg') ?? false;
  return section.children
    .filter((child) => child.name === kind)
    .filter((child) => {
      const type = child.attributes.get('w:type') ?? 'default';
      return type === 'first' ? titlePage : type === 'even' ? evenPages : true;
    })
    .map((child) => child.attributes.get('r:id') ?? '');
}

/** Reads each header and footer part once. `newContext` gives a story context for each. */
export async function readPageMargins(
  parts: DocxParts,
  newContext: () => StoryContext,
): Promise<PageMargins> {
  const evenPages = toggleOf(parts.settings, 'w:evenAndOddHeaders') ?? false;
  const sections = findAll(parts.document, (element) => element.name === 'w:sectPr');
  const read = async (kind: string): Promise<readonly (readonly StoryBlock[])[]> => {
    const ids = new Set(sections.flatMap((section) => shownReferences(section, kind, evenPages)));
    const stories: (readonly StoryBlock[])[] = [];
    for (const id of ids) {
      const part = await parts.section(id);
      if (part !== undefined) stories.push(readBlocks(part, newContext()));
    }
    return stories;
  };
  return { headers: await read('w:headerReference'), footers: await read('w:footerReference') };
}
