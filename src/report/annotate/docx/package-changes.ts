import { DocxProblem } from '../../../ingest/docx/docx-problem.js';
import type { EntryChanges } from './edit-zip.js';
import { type Markup, markupAt, markupOf } from './markup.js';
import type { EditableParts } from './open-parts.js';
import {
  freeName,
  relationshipsOf,
  withComments,
  withContentTypes,
  withoutSignatures,
  withRelationship,
} from './package-edits.js';

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONSHIPS = '_rels/.rels';
const SIGNATURE = /^_xmlsignatures\//iu;

/** Whether the package bears a digital signature (ECMA-376 part 2, 13). */
export const isSigned = (parts: EditableParts): boolean =>
  [...parts.names].some((one) => SIGNATURE.test(one));

/** What is to be written into a package. */
export interface PackageContent {
  readonly mainPart: string;
  /** New text of edited parts, by name. */
  readonly edited: ReadonlyMap<string, string>;
  /** Comments to add, written as their part writes elements. */
  readonly comments: readonly ((markup: Markup) => string)[];
  /** Of word processing, as the main part binds it. */
  readonly namespace: string;
}

/**
 * The parts that differ once the content is in: the edited ones, the comments with what makes them known. A signature
 * is left out with what refers to it: it would not hold. Throws a DocxProblem for a package without content types.
 */
export async function packageChanges(content: PackageContent, parts: EditableParts): Promise<EntryChanges> {
  const { mainPart, edited, comments, namespace } = content;
  const changed = new Map<string, Uint8Array | null>();
  const put = async (name: string, text: string): Promise<void> => {
    changed.set(name, await parts.encode(name, text));
  };
  for (const [name, text] of edited) await put(name, text);
  const types = await parts.tree(CONTENT_TYPES);
  if (types === null) throw new DocxProblem('broken', 'The package has no list of content types.');
  const known = await parts.commentsPart(mainPart);
  const there = known === null ? null : await parts.tree(known);
  const name = known ?? freeName(mainPart, parts.names);
  const signed = isSigned(parts);
  const markup = there === null ? markupOf('w:', namespace) : markupAt(there, 0);
  const written = comments.map((write) => write(markup)).join('');
  if (comments.length > 0) await put(name, withComments(there, written, namespace));
  const isNew = comments.length > 0 && there === null;
  if (isNew || signed) await put(CONTENT_TYPES, withContentTypes(types, isNew ? name : null, signed));
  if (isNew && known === null) {
    const relationships = relationshipsOf(mainPart);
    await put(relationships, withRelationship(await parts.tree(relationships), name, namespace));
  }
  if (signed) {
    for (const one of parts.names) if (SIGNATURE.test(one)) changed.set(one, null);
    const root = await parts.tree(PACKAGE_RELATIONSHIPS);
    if (root !== null) await put(PACKAGE_RELATIONSHIPS, withoutSignatures(root));
  }
  return changed;
}
