import { chosenBranch } from './alternate-content.js';
import type { XmlElement } from './xml-element.js';

/** Elements that only wrap blocks, rows or cells. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
]);

/** The elements of those names in `container`, in order, taken out of content controls and the like. */
export function unwrap(container: XmlElement, wanted: ReadonlySet<string>): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of container.children) {
    if (wanted.has(child.name)) found.push(child);
    else if (WRAPPERS.has(child.name)) found.push(...unwrap(child, wanted));
    else if (child.name === 'mc:AlternateContent') {
      const branch = chosenBranch(child);
      if (branch !== undefined) found.push(...unwrap(branch, wanted));
    }
  }
  return found;
}
