import type { PlanRecord } from '../../record/plan-record.js';
import { contextOf } from '../check.js';
import type { Registers } from '../registers/load-registers.js';
import { expandShortForms, foldName } from '../short-forms.js';

/** A unit's name as it is compared: abbreviations of the plan that writes it written out, folded. */
export type UnitName = (name: string, record: PlanRecord) => string;

/** How units of these records are named. */
export function nameIn(registers: Registers, ...records: readonly PlanRecord[]): UnitName {
  const contexts = new Map(records.map((record) => [record, contextOf(record, registers)]));
  const known = new Map<string, string>();
  return (name, record) => {
    const context = contexts.get(record);
    const key = `${context === undefined ? '' : records.indexOf(record)} ${name}`;
    const found = known.get(key) ?? foldName(context === undefined ? name : expandShortForms(name, context));
    known.set(key, found);
    return found;
  };
}
