import { foldVietnamese } from '../document/fold.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Registers } from './registers/load-registers.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** Writes out the abbreviations that the record defines and those that everybody knows. */
export function expandShortForms(text: string, record: PlanRecord, registers: Registers): string {
  const longByShort = new Map(registers.units.shortForms.map(({ short, long }) => [short, long]));
  for (const { short, long } of record.abbreviations) longByShort.set(short, long);
  const shorts = [...longByShort.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (shorts.length === 0) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${shorts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(pattern, (short) => longByShort.get(short) ?? short);
}

/** Lower case without diacritics, punctuation and "và": names that differ only in these are the same name. */
export const foldName = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && word !== 'va')
    .join(' ');
