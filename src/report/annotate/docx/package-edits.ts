import type { ElementTree } from './element-tree.js';
import { applyEdits, type SourceEdit } from './source-edits.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const STRICT_COMMENTS = 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SIGNATURE_RELATIONSHIP = /digital-signature\//u;
const SIGNATURE_PART = /PartName\s*=\s*["']\/_xmlsignatures\//iu;

/** "word/document.xml" -> "word/_rels/document.xml.rels". */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A name beside `part` that the package does not have: "comments.xml", "comments2.xml" … */
export function freeName(part: string, names: ReadonlySet<string>): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  for (let n = 1; ; n++) {
    const name = `${folder}comments${n === 1 ? '' : n}.xml`;
    if (!names.has(name)) return name;
  }
}

/** Puts `xml` in as the last child of the part's root. */
function appended(tree: ElementTree, xml: string): SourceEdit {
  const { openEnd, closeStart, end, qualified } = tree.at(0);
  return closeStart === end && openEnd === end
    ? { start: openEnd - 2, end: openEnd, text: `>${xml}</${qualified}>` }
    : { start: closeStart, end: closeStart, text: xml };
}

/** Takes the children of the root out that `drop` names by their tag. */
const dropped = (tree: ElementTree, drop: RegExp): readonly SourceEdit[] =>
  tree
    .children(0)
    .filter((child) => drop.test(tree.tag(child)))
    .map((child) => ({ start: tree.at(child).start, end: tree.at(child).end, text: '' }));

/** The comments part with more comments; `tree` is the one that is there, null where there is none. */
export function withComments(tree: ElementTree | null, comments: string, namespace: string): string {
  if (tree !== null) return applyEdits(tree.source, [appended(tree, comments)]);
  return `${HEAD}<w:comments xmlns:w="${namespace}">${comments}</w:comments>`;
}

/** `[Content_Types].xml` with the type of a new comments part (null: none), without those of signatures. */
export function withContentTypes(tree: ElementTree, part: string | null, unsign: boolean): string {
  const xml = `<${tree.prefix(0)}Override PartName="/${part}" ContentType="${COMMENTS_TYPE}"/>`;
  return applyEdits(tree.source, [
    ...(part === null ? [] : [appended(tree, xml)]),
    ...(unsign ? dropped(tree, SIGNATURE_PART) : []),
  ]);
}

/** The main part's relationships with one to a new comments part beside it; `tree` null: there were none. */
export function withRelationship(tree: ElementTree | null, part: string, namespace: string): string {
  const type = namespace.includes('purl.oclc.org') ? STRICT_COMMENTS : COMMENTS;
  const target = part.slice(part.lastIndexOf('/') + 1);
  const source = tree?.source ?? '';
  let id = 'rIdRasoat1';
  for (let n = 2; source.includes(`"${id}"`) || source.includes(`'${id}'`); n++) id = `rIdRasoat${n}`;
  const prefix = tree === null ? '' : tree.prefix(0);
  const xml = `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  return tree === null
    ? `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${xml}</Relationships>`
    : applyEdits(source, [appended(tree, xml)]);
}

/** The package's own relationships without that to its signatures. */
export const withoutSignatures = (tree: ElementTree): string =>
  applyEdits(tree.source, dropped(tree, SIGNATURE_RELATIONSHIP));
