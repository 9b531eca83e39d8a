import { vietnameseDate } from './judgement-day.js';
import type { Known, RegisterConfidence } from './registers/common-schema.js';
import type { Registers } from './registers/load-registers.js';
import type { Bilingual } from './rule.js';

/** The weaker of two confidences. */
export const weaker = (a: RegisterConfidence, b: RegisterConfidence): RegisterConfidence =>
  a === 'K' || b === 'K' ? 'K' : Math.min(a, b);

/** Whether facts of this confidence can carry an error. */
export const isSure = (confidence: RegisterConfidence): boolean => confidence !== 'K' && confidence >= 2;

/** "Nguồn: …" for a register entry, with a word on how well it is known. */
export function sourceNote(registers: Registers, known: Known): Bilingual {
  const names = known.source.map((id) => registers.sources[id] ?? id).join('; ');
  const unsure = isSure(known.confidence);
  return {
    vi: `Nguồn: ${names}.${unsure ? '' : ' Cần đối chiếu với văn bản gốc.'}`,
    en: `Source: ${names}.${unsure ? '' : ' Compare with the original.'}`,
  };
}

/** A fact followed by its source, in both languages. */
export function evidenceOf(registers: Registers, known: Known, fact: Bilingual): Bilingual {
  const note = sourceNote(registers, known);
  return { vi: `${fact.vi} ${note.vi}`, en: `${fact.en} ${note.en}` };
}

/** 15000000 -> "15.000.000 đồng". */
export const money = (value: number): string => `${String(value).replace(/\B(?=(\d{3})+$)/gu, '.')} đồng`;

export { vietnameseDate };
