import { childOf, integerOf, toggleOf, valOf, type XmlElement } from './xml-element.js';

/** One of the nine levels of a list. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2.": the counters of levels 1 and 2 stand at the marks. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All counters in figures. */
  readonly legal: boolean;
  /** 1-based level after which this one starts anew; 0: never; null: after any higher one. */
  readonly restartAfter: number | null;
  /** The paragraph style that is bound to this level. */
  readonly style: string | undefined;
}

/** A list as paragraphs refer to it (`w:num`). */
export interface ListDefinition {
  /** Lists with the same group count on together. */
  readonly group: string;
  readonly levels: readonly Level[];
  /** By level: the value that this list starts anew with. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export type ListDefinitions = ReadonlyMap<string, ListDefinition>;

const LEVELS = 9;
const PLAIN: Level = {
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  restartAfter: null,
  style: undefined,
};

function readLevel(element: XmlElement): Level {
  const suffix = valOf(element, 'w:suff');
  return {
    start: integerOf(valOf(element, 'w:start')) ?? 0,
    format: valOf(element, 'w:numFmt') ?? formatInAlternative(element) ?? 'decimal',
    text: valOf(element, 'w:lvlText') ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    legal: toggleOf(element, 'w:isLgl') ?? false,
    restartAfter: integerOf(valOf(element, 'w:lvlRestart')) ?? null,
    style: valOf(element, 'w:pStyle'),
  };
}

/** Newer formats stand in a compatibility block with a plain one to fall back on. */
function formatInAlternative(element: XmlElement): string | undefined {
  return valOf(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
}

const levelIndex = (element: XmlElement): number => {
  const index = integerOf(element.attributes.get('w:ilvl')) ?? -1;
  return index < LEVELS ? index : -1;
};

function readLevels(element: XmlElement): readonly Level[] {
  const levels: Level[] = Array.from({ length: LEVELS }, () => PLAIN);
  for (const child of element.children)
    if (child.name === 'w:lvl' && levelIndex(child) >= 0) levels[levelIndex(child)] = readLevel(child);
  return levels;
}

/** Reads `word/numbering.xml`; undefined (no such part) gives no lists. */
export function readListDefinitions(root: XmlElement | undefined): ListDefinitions {
  const abstracts = new Map<string, XmlElement>();
  const byStyle = new Map<string, string>();
  for (const element of root?.children ?? []) {
    if (element.name !== 'w:abstractNum') continue;
    const id = element.attributes.get('w:abstractNumId') ?? '';
    abstracts.set(id, element);
    const style = valOf(element, 'w:styleLink');
    if (style !== undefined) byStyle.set(style, id);
  }
  /** A list that only points to a numbering style stands for the list that defines the style. */
  const definingId = (id: string): string => {
    const link = valOf(abstracts.get(id), 'w:numStyleLink');
    return link === undefined ? id : (byStyle.get(link) ?? id);
  };
  const levelsOf = new Map<string, readonly Level[]>();
  const definitions = new Map<string, ListDefinition>();
  for (const element of root?.children ?? []) {
    if (element.name !== 'w:num') continue;
    const group = definingId(valOf(element, 'w:abstractNumId') ?? '');
    const abstract = abstracts.get(group);
    if (abstract === undefined) continue;
    let levels = levelsOf.get(group) ?? readLevels(abstract);
    levelsOf.set(group, levels);
    const startOverrides = new Map<number, number>();
    for (const override of element.children) {
      const index = override.name === 'w:lvlOverride' ? levelIndex(override) : -1;
      if (index < 0) continue;
      const own = childOf(override, 'w:lvl');
      if (own !== undefined) levels = levels.with(index, readLevel(own));
      const start = integerOf(valOf(override, 'w:startOverride'));
      if (start !== undefined) startOverrides.set(index, start);
    }
    definitions.set(element.attributes.get('w:numId') ?? '', { group, levels, startOverrides });
  }
  return definitions;
}
