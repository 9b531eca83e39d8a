import type { PlanRecord } from '../record/plan-record.js';
import { parseNumber } from './document-number.js';
import type { Registers } from './registers/load-registers.js';
import { foldName } from './short-forms.js';

interface Codes {
  readonly types: ReadonlySet<string>;
  readonly central: ReadonlySet<string>;
  /** Provinces' names, folded, without "tỉnh" or "thành phố". */
  readonly provinces: readonly string[];
}
const codesOf = new WeakMap<Registers, Codes>();

function codes(registers: Registers): Codes {
  const known = codesOf.get(registers);
  if (known !== undefined) return known;
  const { typeCodes, agencies } = registers.grammar;
  const built = {
    types: new Set(typeCodes.map((type) => type.code)),
    central: new Set(agencies.filter((agency) => agency.central).map((agency) => agency.code)),
    provinces: registers.units.provinces.map(({ name }) =>
      foldName(name).replace(/^(?:tinh|thanh pho) /u, ''),
    ),
  };
  codesOf.set(registers, built);
  return built;
}

/**
 * Where a document's number is counted: "" for the centre, else `province`, since local agencies of every province
 * number alike. Null where the number is none or the province is unknown.
 */
export function scopeOf(number: string, province: string | null, registers: Registers): string | null {
  const parts = parseNumber(number);
  if (parts === null) return null;
  if (parts.kind === 'assembly') return '';
  if (parts.kind === 'party') return parts.organ === 'TW' ? '' : province;
  const { types, central } = codes(registers);
  const agency = types.has(parts.head) ? parts.rest[0] : parts.head;
  return agency !== undefined && central.has(agency) ? '' : province;
}

/** The province whose name stands in the plan's head, folded; null where none does. */
export function provinceOf({ header }: PlanRecord, registers: Registers): string | null {
  const parts = [header.parentAgency, header.issuingAgency, header.place];
  return provinceIn(parts.filter((part) => part !== null).join(' '), registers);
}

/** The first registered province whose name stands in a text, folded; null where none does. */
export function provinceIn(text: string, registers: Registers): string | null {
  const folded = ` ${foldName(text)} `;
  return codes(registers).provinces.find((name) => folded.includes(` ${name} `)) ?? null;
}
