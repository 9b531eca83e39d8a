import type { AuditedDocument, ExpectedUnit, ExpectedUnits } from '../../record/audit-result.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { isWithinEdits } from '../edit-distance.js';
import type { Registers } from '../registers/load-registers.js';
import { expandKnownForms, foldName } from '../short-forms.js';
import type { ListedUnit } from './units-csv.js';

/** Letters by which a name in a plan's head may differ and still be taken for a listed one, marked so. */
const NEAR = 2;
/** Shorter names than this are near to too many. */
const SHORTEST_NEAR = 10;

type Checked = Extract<AuditedDocument, { kind: 'checked' }>;

/** A unit's name as it is compared: the name without its province, and the province where one is told. */
interface UnitKey {
  readonly name: string;
  readonly province: string | null;
}

/**
 * Matches the plans' issuing units with a list: case, marks, abbreviations ("UBND", "KH&CN") and a province behind
 * the name make no difference; two names for different provinces never match. A name that is a letter or two off, or
 * that doesn't say which province, matches where it fits one unit only, and is marked as near.
 */
export function matchUnits(
  documents: readonly AuditedDocument[],
  listed: readonly ListedUnit[],
  name: string,
  registers: Registers,
): ExpectedUnits {
  const keyed = listed.map((unit) => ({
    unit,
    keys: [unit.name, ...unit.aliases].map((one) => unitKey(one, unit.parent, registers)),
    plans: [] as ExpectedUnit['plans'][number][],
  }));
  const others: ExpectedUnits['others'][number][] = [];
  for (const document of documents) {
    if (document.kind !== 'checked' || !document.record.isPlan) continue;
    const key = keyOfPlan(document.record, registers);
    const fitting = (fits: (listed: UnitKey, plan: UnitKey) => boolean) =>
      key === null ? [] : keyed.filter(({ keys }) => keys.some((one) => fits(one, key)));
    const same = fitting(isSame);
    const near = same.length > 0 ? [] : fitting(isNear);
    const [match, second] = same.length > 0 ? same : near;
    if (match === undefined || second !== undefined) others.push(otherOf(document));
    else match.plans.push(planOf(document, same.length === 0));
  }
  return {
    name,
    units: keyed.map(({ unit, plans }) => ({
      name: unit.name,
      parent: unit.parent,
      plans,
      twice: isTwice(plans.filter(({ near }) => !near)),
    })),
    others,
  };
}

const isTwice = (plans: readonly ExpectedUnit['plans'][number][]): boolean =>
  new Set(plans.map(({ planYear }) => planYear)).size < plans.length;

const planOf = ({ file, path, record }: Checked, near: boolean): ExpectedUnit['plans'][number] => ({
  file,
  path,
  planYear: record.header.planYear,
  near,
});

const otherOf = ({ file, path, record }: Checked): ExpectedUnits['others'][number] => ({
  file,
  path,
  unit: record.header.issuingAgency,
});

/** A unit of a named province is sure to be meant only by a plan that names it too. */
const isSame = (listed: UnitKey, plan: UnitKey): boolean =>
  listed.name === plan.name && (listed.province === null || listed.province === plan.province);

const isNear = (listed: UnitKey, plan: UnitKey): boolean =>
  (listed.province === null || plan.province === null || listed.province === plan.province) &&
  (listed.name === plan.name ||
    (Math.min(listed.name.length, plan.name.length) >= SHORTEST_NEAR &&
      isWithinEdits(listed.name, plan.name, NEAR)));

function keyOfPlan({ header }: PlanRecord, registers: Registers): UnitKey | null {
  const { issuingAgency, parentAgency, place } = header;
  if (issuingAgency === null) return null;
  const key = unitKey(issuingAgency, parentAgency, registers);
  return key.province !== null || place === null
    ? key
    : { ...key, province: provinceIn(foldName(place), registers)?.name ?? null };
}

function unitKey(name: string, parent: string | null, registers: Registers): UnitKey {
  const own = folded(name, registers);
  const at = provinceIn(own, registers);
  const above = parent === null ? null : provinceIn(folded(parent, registers), registers);
  const province = at?.name ?? above?.name ?? null;
  // "Sở Xây dựng tỉnh An Giang" is "Sở Xây dựng"; "UBND tỉnh An Giang" has nothing but its province.
  const bare = at === null || !own.endsWith(at.written) ? own : own.slice(0, -at.written.length).trim();
  return { name: bare === '' ? own : bare, province };
}

const folded = (name: string, registers: Registers): string => foldName(expandKnownForms(name, registers));

interface FoundProvince {
  /** Without "tỉnh" or "thành phố". */
  readonly name: string;
  /** With them where they stand there. */
  readonly written: string;
}

const KIND = /^(?:tinh|thanh pho|tp) /u;

/** The last province that a folded name holds as whole words. */
function provinceIn(text: string, registers: Registers): FoundProvince | null {
  const padded = ` ${text} `;
  let found: FoundProvince | null = null;
  let last = -1;
  for (const { name } of registers.units.provinces) {
    const bare = foldName(name).replace(KIND, '');
    const at = padded.lastIndexOf(` ${bare} `);
    if (at <= last) continue;
    last = at;
    const kind = /(?:tinh|thanh pho|tp) $/u.exec(padded.slice(0, at + 1))?.[0] ?? '';
    found = { name: bare, written: `${kind}${bare}` };
  }
  return found;
}
