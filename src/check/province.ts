import type { PlanRecord } from '../record/plan-record.js';
import type { Registers } from './registers/load-registers.js';
import { foldName } from './short-forms.js';

const KIND = /^(?:tinh|thanh pho) /u;
const known = new WeakMap<Registers, readonly { readonly name: string; readonly bare: string }[]>();

function provinces(registers: Registers): readonly { readonly name: string; readonly bare: string }[] {
  const found =
    known.get(registers) ??
    registers.units.provinces.map(({ name }) => ({
      name: name.replace(/^(?:tỉnh|thành phố|Thành phố) /u, ''),
      bare: foldName(name).replace(KIND, ''),
    }));
  known.set(registers, found);
  return found;
}

/**
 * The province that a plan is from, without "tỉnh" or "thành phố": the first that the authority above its unit, the
 * unit itself or the place of signing names, in this order; null where none does.
 */
export function provinceNameOf({ header }: Pick<PlanRecord, 'header'>, registers: Registers): string | null {
  for (const part of [header.parentAgency, header.issuingAgency, header.place]) {
    if (part === null) continue;
    const text = ` ${foldName(part)} `;
    const found = provinces(registers).find(({ bare }) => text.includes(` ${bare} `));
    if (found !== undefined) return found.name;
  }
  return null;
}
