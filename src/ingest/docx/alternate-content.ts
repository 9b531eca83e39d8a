import { childOf, findAll, type XmlElement } from './xml-element.js';

const CONTENT: ReadonlySet<string> = new Set(['w:t', 'w:txbxContent', 'pic:pic', 'm:t', 'w:tbl']);

const hasContent = (element: XmlElement): boolean => findAll(element, (e) => CONTENT.has(e.name)).length > 0;

/**
 * The one branch of an `mc:AlternateContent` to be read: the first choice that holds text, a box or a picture, else
 * the fallback. Undefined where there is neither.
 */
export function chosenBranch(alternate: XmlElement): XmlElement | undefined {
  const choices = alternate.children.filter((child) => child.name === 'mc:Choice');
  return choices.find(hasContent) ?? childOf(alternate, 'mc:Fallback') ?? choices[0];
}
