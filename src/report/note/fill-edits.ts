import type { ElementTree } from '../annotate/docx/element-tree.js';
import type { SourceEdit } from '../annotate/docx/source-edits.js';
import { escapeXml } from '../annotate/docx/xml-text.js';
import type { Placeholder } from './placeholders.js';

/** A value as content of a `w:t`; lines are parted by line breaks. */
function content(w: string, text: string): string {
  return text.split('\n').map(escapeXml).join(`</${w}t><${w}br/><${w}t xml:space="preserve">`);
}

/** The edits that put values in place of placeholders; each takes the format of the placeholder's first letter. */
export function fillEdits(
  tree: ElementTree,
  placeholders: readonly Placeholder[],
  value: (name: string) => string,
): readonly SourceEdit[] {
  const edits: SourceEdit[] = [];
  const kept = new Set<number>();
  for (const { name, pieces } of placeholders)
    for (const [index, { element, start, end }] of pieces.entries()) {
      const w = tree.prefix(element);
      edits.push({ start, end, text: index === 0 ? content(w, value(name)) : '' });
      if (kept.has(element)) continue;
      kept.add(element);
      const { openEnd } = tree.at(element);
      if (!/\sxml:space\s*=/u.test(tree.tag(element)))
        edits.push({ start: openEnd - 1, end: openEnd - 1, text: ' xml:space="preserve"' });
    }
  return edits;
}
