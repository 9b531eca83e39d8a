import { hasVisibleBorder } from './borders.js';
import {
  type NumberReference,
  type ParagraphFormat,
  type RunFormat,
  readParagraphFormat,
  readRunFormat,
} from './formats.js';
import { childOf, findAll, valOf, type XmlElement } from './xml-element.js';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  readonly bordered: boolean;
}

/** A paragraph style with all it inherits. `numberStyle`: the style that the numbering reference stands in. */
export interface ResolvedStyle {
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  readonly number: { readonly style: string; readonly reference: NumberReference } | null;
  /** Depth of a heading, 1 = highest; null for none. */
  readonly heading: number | null;
}

/** The package's styles, inheritance resolved. Unknown ids give the defaults. */
export interface Styles {
  paragraph(id: string | undefined): ResolvedStyle;
  character(id: string | undefined): RunFormat;
  /** Whether tables of that style have a visible border anywhere. */
  tableIsBordered(id: string | undefined): boolean;
}

const MAX_CHAIN = 50;
const HEADING_NAME = /^heading ([1-9])$/u;

function readStyle(element: XmlElement): Style {
  const conditional = element.children.filter((child) => child.name === 'w:tblStylePr');
  return {
    id: element.attributes.get('w:styleId') ?? '',
    name: (valOf(element, 'w:name') ?? '').toLowerCase(),
    basedOn: valOf(element, 'w:basedOn'),
    paragraph: readParagraphFormat(childOf(element, 'w:pPr')),
    run: readRunFormat(childOf(element, 'w:rPr')),
    bordered:
      hasVisibleBorder(childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')) ||
      conditional.some((part) =>
        findAll(part, (e) => e.name === 'w:tblBorders' || e.name === 'w:tcBorders').some(hasVisibleBorder),
      ),
  };
}

function headingOf(chain: readonly Style[], outlineLevel: number | undefined): number | null {
  if (outlineLevel !== undefined) return outlineLevel >= 0 && outlineLevel < 9 ? outlineLevel + 1 : null;
  for (const style of chain) {
    const depth = HEADING_NAME.exec(style.name)?.[1];
    if (depth !== undefined) return Number(depth);
  }
  return null;
}

/** Reads `word/styles.xml`; undefined (no such part) gives styles that say nothing. */
export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, Style>();
  const defaults = new Map<string, string>();
  for (const element of root?.children ?? []) {
    if (element.name !== 'w:style') continue;
    const style = readStyle(element);
    byId.set(style.id, style);
    if (/^(?:1|true|on)$/u.test(element.attributes.get('w:default') ?? ''))
      defaults.set(element.attributes.get('w:type') ?? '', style.id);
  }
  const docDefaults = childOf(root, 'w:docDefaults');
  const baseParagraph = readParagraphFormat(childOf(childOf(docDefaults, 'w:pPrDefault'), 'w:pPr'));
  const baseRun = readRunFormat(childOf(childOf(docDefaults, 'w:rPrDefault'), 'w:rPr'));

  /** The style and those that it is based on, itself first. */
  const chainOf = (id: string | undefined): readonly Style[] => {
    const chain: Style[] = [];
    for (let style = byId.get(id ?? ''); style !== undefined; style = byId.get(style.basedOn ?? '')) {
      if (chain.includes(style) || chain.length >= MAX_CHAIN) break;
      chain.push(style);
    }
    return chain;
  };
  const resolve = (id: string | undefined): ResolvedStyle => {
    const chain = chainOf(id ?? defaults.get('paragraph'));
    let paragraph = baseParagraph;
    let run = baseRun;
    for (const style of [...chain].reverse()) {
      paragraph = { ...paragraph, ...style.paragraph };
      run = { ...run, ...style.run };
    }
    const numbered = chain.find((style) => style.paragraph.number?.numId !== undefined);
    return {
      paragraph,
      run,
      number:
        numbered?.paragraph.number === undefined
          ? null
          : { style: numbered.id, reference: numbered.paragraph.number },
      heading: headingOf(chain, paragraph.outlineLevel),
    };
  };
  const resolved = new Map<string, ResolvedStyle>();
  return {
    paragraph(id) {
      const key = id ?? '';
      const known = resolved.get(key) ?? resolve(id);
      resolved.set(key, known);
      return known;
    },
    character(id) {
      let run: RunFormat = {};
      for (const style of [...chainOf(id)].reverse()) run = { ...run, ...style.run };
      return run;
    },
    tableIsBordered: (id) => chainOf(id ?? defaults.get('table')).some((style) => style.bordered),
  };
}
