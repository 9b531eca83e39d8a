import { readRelationships } from '../../../ingest/docx/relationships.js';
import { parseXml } from '../../../ingest/docx/xml-element.js';
import { indexXml } from '../../../ingest/docx/xml-index.js';
import { XmlTrace } from '../../../ingest/docx/xml-trace.js';
import { openPackage } from '../../../ingest/docx/zip-package.js';
import { DEFAULT_LIMITS } from '../../../ingest/read-outcome.js';
import { ElementTree } from './element-tree.js';

/** A package's parts as they can be edited. */
export interface EditableParts {
  readonly names: ReadonlySet<string>;
  /** The elements of a part; null where there is no such part. Throws a DocxProblem. */
  tree(name: string): Promise<ElementTree | null>;
  /** The name of the comments part that the main part refers to; null for none. */
  commentsPart(mainPart: string): Promise<string | null>;
  /** A part's new text in the encoding of the old one. */
  encode(name: string, text: string): Promise<Uint8Array>;
}

/** The text's bytes in the encoding whose mark `original` begins with; UTF-8 where it has none. */
function encodeLike(original: Uint8Array | null, text: string): Uint8Array {
  const [a, b, c] = original ?? [];
  if (a === 0xff && b === 0xfe) return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (a === 0xfe && b === 0xff) return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return Buffer.from(a === 0xef && b === 0xbb && c === 0xbf ? `\uFEFF${text}` : text, 'utf8');
}

/** Opens a package for editing. Throws a DocxProblem where it is no package. */
export async function openParts(bytes: Uint8Array): Promise<EditableParts> {
  const { maxDepth } = DEFAULT_LIMITS;
  const zip = await openPackage(bytes, DEFAULT_LIMITS);
  return {
    names: zip.names,
    async tree(name) {
      const part = await zip.read(name);
      if (part === null) return null;
      const trace = new XmlTrace();
      parseXml(part, name, maxDepth, trace);
      const { source, names } = trace.parts.get(name) ?? { source: '', names: [] };
      return new ElementTree({ source, elements: indexXml(source, names) });
    },
    async commentsPart(mainPart) {
      const found = await readRelationships(zip, mainPart, maxDepth);
      return found.find(({ type }) => type === 'comments')?.target ?? null;
    },
    encode: async (name, text) => encodeLike(await zip.read(name), text),
  };
}
