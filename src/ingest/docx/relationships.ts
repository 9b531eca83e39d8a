import { parseXml } from './xml-element.js';
import type { ZipPackage } from './zip-package.js';

/** A part that another part points to; `type` is the last word of the relationship's type: "header", "styles". */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's name in the package. */
  readonly target: string;
}

/** "word/document.xml" -> "word/_rels/document.xml.rels"; "" -> the package's own. */
function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The name of a target as seen from `part`; it never leaves the package. */
function resolveTarget(part: string, target: string): string {
  const path = target.startsWith('/') ? target : `${part.slice(0, part.lastIndexOf('/') + 1)}${target}`;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** The parts that `part` points to inside the package; [] where it has no list. `part` "" is the package itself. */
export async function readRelationships(
  zip: ZipPackage,
  part: string,
  maxDepth: number,
): Promise<readonly Relationship[]> {
  const name = relationshipsPart(part);
  const bytes = await zip.read(name);
  if (bytes === null) return [];
  const found: Relationship[] = [];
  for (const element of parseXml(bytes, name, maxDepth).children) {
    const { attributes } = element;
    const target = attributes.get('Target');
    if (target === undefined || attributes.get('TargetMode') === 'External') continue;
    const type = attributes.get('Type') ?? '';
    found.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(part, target),
    });
  }
  return found;
}
