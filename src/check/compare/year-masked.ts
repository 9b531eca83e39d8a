import { foldVietnamese } from '../../document/fold.js';
import type { PlanRecord } from '../../record/plan-record.js';

/**
 * The words of a text, folded, with the years round the plan's own named by their distance from it: what is said of 2025
 * in a plan of 2025 and of 2026 in one of 2026 is the same.
 */
export function yearMaskedWords(text: string, planYear: number | null): readonly string[] {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return planYear === null ? words : words.map((word) => masked(word, planYear));
}

/** Years further from the plan's are those of documents and standards, which stay what they are. */
const NEAR = 2;

function masked(word: string, planYear: number): string {
  if (!/^\d{4}$/u.test(word)) return word;
  const distance = Number(word) - planYear;
  return Math.abs(distance) > NEAR ? word : `year${distance < 0 ? distance : `+${distance}`}`;
}

/** A day as its distance in years from the plan's and what is behind it; dates cut short stay so. */
export function yearMaskedDate(date: string | null, planYear: number | null): string | null {
  if (date === null || planYear === null) return date;
  return `${Number(date.slice(0, 4)) - planYear}${date.slice(4)}`;
}

/** The year that a plan is for. */
export const yearOf = ({ header }: PlanRecord): number | null => header.planYear;
