import type { AuditedDocument } from '../record/audit-result.js';
import type { PlanRecord } from '../record/plan-record.js';

/** A unit that handed in plans, as its plans name it. */
export interface IssuingUnit {
  /** Equal for one unit whatever case and spacing its plans use. */
  readonly key: string;
  /** Null where the plan does not say who issued it. */
  readonly name: string | null;
  readonly parent: string | null;
}

const fold = (text: string | null): string =>
  (text ?? '').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();

/** The unit that issued a plan. Units of one name under different authorities are different units. */
export function issuingUnit(record: PlanRecord): IssuingUnit {
  const { issuingAgency, parentAgency } = record.header;
  if (issuingAgency === null) return { key: '', name: null, parent: null };
  return { key: `${fold(issuingAgency)}|${fold(parentAgency)}`, name: issuingAgency, parent: parentAgency };
}

/** The checked documents by issuing unit, units in alphabetical order, plans that name no unit last. */
export function groupByUnit(
  documents: readonly AuditedDocument[],
): readonly { readonly unit: IssuingUnit; readonly records: readonly PlanRecord[] }[] {
  const groups = new Map<string, { unit: IssuingUnit; records: PlanRecord[] }>();
  for (const document of documents) {
    if (document.kind !== 'checked') continue;
    const unit = issuingUnit(document.record);
    const group = groups.get(unit.key);
    if (group === undefined) groups.set(unit.key, { unit, records: [document.record] });
    else group.records.push(document.record);
  }
  const named = new Intl.Collator('vi');
  return [...groups.values()].sort((a, b) => {
    if (a.unit.name === null || b.unit.name === null) return a.unit.name === null ? 1 : -1;
    return named.compare(a.unit.name, b.unit.name) || named.compare(a.unit.parent ?? '', b.unit.parent ?? '');
  });
}
