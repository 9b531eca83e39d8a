import { DocxProblem } from './docx-problem.js';
import { type Relationship, readRelationships } from './relationships.js';
import { parseXml, type XmlElement } from './xml-element.js';
import type { XmlTrace } from './xml-trace.js';
import type { ZipPackage } from './zip-package.js';

/** The parts of a word-processing package that are read. */
export interface DocxParts {
  readonly document: XmlElement;
  /** The main part's name: "word/document.xml". */
  readonly mainPart: string;
  /** Uncompressed bytes of the main part. */
  readonly documentBytes: number;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  /** A header or footer by the id that sections refer to it with; undefined for an unknown id. */
  section(id: string): Promise<XmlElement | undefined>;
}

const USUAL_MAIN_PART = 'word/document.xml';

/**
 * Finds and parses the parts by their relationships. `trace` is told where their elements stand. Throws a DocxProblem
 * where the main part is missing.
 */
export async function readParts(zip: ZipPackage, maxDepth: number, trace?: XmlTrace): Promise<DocxParts> {
  const parse = async (name: string | undefined): Promise<XmlElement | undefined> => {
    const bytes = name === undefined ? null : await zip.read(name);
    return bytes === null || name === undefined ? undefined : parseXml(bytes, name, maxDepth, trace);
  };
  const main =
    (await readRelationships(zip, '', maxDepth)).find((r) => r.type === 'officeDocument')?.target ??
    USUAL_MAIN_PART;
  const document = await parse(main);
  if (document === undefined || document.name !== 'w:document')
    throw new DocxProblem('broken', `The package has no word-processing document at ${main}.`);
  const relationships = await readRelationships(zip, main, maxDepth);
  const byType = (type: string): string | undefined => relationships.find((r) => r.type === type)?.target;
  const byId = new Map<string, Relationship>(relationships.map((r) => [r.id, r]));
  return {
    document,
    mainPart: main,
    documentBytes: zip.sizeOf(main),
    styles: await parse(byType('styles')),
    numbering: await parse(byType('numbering')),
    settings: await parse(byType('settings')),
    footnotes: await parse(byType('footnotes')),
    endnotes: await parse(byType('endnotes')),
    comments: await parse(byType('comments')),
    section: (id) => parse(byId.get(id)?.target),
  };
}
