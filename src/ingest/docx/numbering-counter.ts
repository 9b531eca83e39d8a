import { formatNumber } from './number-format.js';
import type { Level, ListDefinition, ListDefinitions } from './numbering-definitions.js';

/** An automatic number or bullet as it stands in front of a paragraph. */
export interface Label {
  readonly text: string;
  /** Whether the list sets a tab or space between it and the text behind it. */
  readonly gap: boolean;
}

const LEVEL_MARK = /%([1-9])/gu;
/** Signs that offices also type as a list's mark; every other bullet is a picture of a font and becomes "-". */
const TYPED_BULLET = /^[-+*–]$/u;

interface ListState {
  readonly counts: (number | undefined)[];
  /** Lists (`numId`) that have started over where they say so. */
  readonly started: Set<string>;
}

/** Counts automatic numbers in document order, as Word does. One for each story (body, a header, the notes). */
export class NumberingCounter {
  readonly #definitions: ListDefinitions;
  readonly #states = new Map<string, ListState>();

  constructor(definitions: ListDefinitions) {
    this.#definitions = definitions;
  }

  /** The level that a style is bound to in a list; 0 where it is bound to none. */
  levelOfStyle(numId: string, style: string): number {
    return Math.max(0, this.#definitions.get(numId)?.levels.findIndex((level) => level.style === style) ?? 0);
  }

  /** Counts one paragraph and gives its label; null for an unknown list or a label without text. */
  next(numId: string, levelIndex: number): Label | null {
    const list = this.#definitions.get(numId);
    const level = list?.levels[levelIndex];
    if (list === undefined || level === undefined) return null;
    const state = this.#states.get(list.group) ?? { counts: [], started: new Set<string>() };
    this.#states.set(list.group, state);
    startOver(state, numId, list);
    const { counts } = state;
    counts[levelIndex] = (counts[levelIndex] ?? startOf(list, levelIndex) - 1) + 1;
    for (let deeper = levelIndex + 1; deeper < list.levels.length; deeper++) {
      const after = list.levels[deeper]?.restartAfter ?? deeper;
      if (after !== 0 && levelIndex < after) counts[deeper] = undefined;
    }
    const text = labelText(list, level, counts);
    return text === '' ? null : { text, gap: level.suffix !== 'nothing' };
  }
}

const startOf = (list: ListDefinition, level: number): number =>
  list.startOverrides.get(level) ?? list.levels[level]?.start ?? 1;

function startOver(state: ListState, numId: string, list: ListDefinition): void {
  if (state.started.has(numId)) return;
  state.started.add(numId);
  for (const index of list.startOverrides.keys()) state.counts[index] = undefined;
}

function labelText(list: ListDefinition, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') {
    const sign = level.text.trim();
    return sign === '' ? '' : TYPED_BULLET.test(sign) ? sign : '-';
  }
  return level.text
    .replace(LEVEL_MARK, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = list.levels[index]?.format ?? 'none';
      const count = counts[index] ?? startOf(list, index);
      return formatNumber(count, level.legal && format !== 'none' ? 'decimal' : format);
    })
    .trim();
}
