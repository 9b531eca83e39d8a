import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import { contextOf } from './check.js';
import { opinions, type Said } from './citation-agreement.js';
import { parseNumber } from './document-number.js';
import type { Registers } from './registers/load-registers.js';
import type { Draft } from './rule.js';
import { ASPECT_NAME, ASPECTS, saidIn, sameDocuments, shown } from './rules/citation-inconsistent.js';
import { foldName } from './short-forms.js';
import { type RuledDraft, toFindings } from './to-findings.js';

interface SaidHere extends Said {
  readonly record: PlanRecord;
  /** Where the number is counted: a province for local agencies, "" for the centre. */
  readonly scope: string;
}

/**
 * Findings that show only when records stand side by side: `citation/inconsistent`, where a document says of a number
 * what most others do not. Keyed by the record's source.sha256; records without such a finding are not in the map.
 */
export function checkSet(
  records: readonly PlanRecord[],
  registers: Registers,
): ReadonlyMap<string, readonly Finding[]> {
  const byRecord = new Map<PlanRecord, RuledDraft[]>();
  const said = records.filter((record) => record.isPlan).flatMap((record) => saidHere(record, registers));
  const byNumber = new Map<string, SaidHere[]>();
  for (const one of said) {
    const key = `${one.scope}|${one.number}`;
    byNumber.set(key, [...(byNumber.get(key) ?? []), one]);
  }
  for (const mentions of byNumber.values())
    for (const group of sameDocuments(mentions))
      for (const aspect of ASPECTS) {
        const [most, ...others] = opinions(group, aspect) as readonly (readonly SaidHere[])[];
        const usual = most?.[0];
        const supporters = new Set(most?.map((one) => one.record));
        if (usual === undefined) continue;
        for (const odd of others.flat()) {
          // Within one document the contradiction has been reported already.
          if (supporters.has(odd.record)) continue;
          const found = byRecord.get(odd.record) ?? [];
          found.push({
            ruleId: 'citation/inconsistent',
            draft: draft(odd, usual, supporters.size, aspect),
          });
          byRecord.set(odd.record, found);
        }
      }
  return new Map([...byRecord].map(([record, drafts]) => [record.source.sha256, toFindings(record, drafts)]));
}

function saidHere(record: PlanRecord, registers: Registers): readonly SaidHere[] {
  const context = contextOf(record, registers);
  return saidIn(context).flatMap((said) => {
    const scope = scopeOf(record, registers, said.number);
    return scope === null ? [] : [{ ...said, record, scope }];
  });
}

/** Local agencies of every province number alike: only documents of one province are compared; null: unknown which. */
function scopeOf(record: PlanRecord, registers: Registers, number: string): string | null {
  const parts = parseNumber(number);
  if (parts === null) return null;
  if (parts.kind === 'assembly') return '';
  if (parts.kind === 'party') return parts.organ === 'TW' ? '' : provinceOf(record, registers);
  const { agencies, typeCodes } = registers.grammar;
  const code = typeCodes.some((t) => t.code === parts.head) ? parts.rest[0] : parts.head;
  if (agencies.some((agency) => agency.code === code && agency.central)) return '';
  return provinceOf(record, registers);
}

function provinceOf(record: PlanRecord, registers: Registers): string | null {
  const { place, parentAgency, issuingAgency } = record.header;
  const head = foldName([parentAgency, issuingAgency, place].filter((part) => part !== null).join(' '));
  for (const { name } of registers.units.provinces) {
    const bare = foldName(name).replace(/^(?:tinh|thanh pho) /u, '');
    if (` ${head} `.includes(` ${bare} `)) return bare;
  }
  return null;
}

function draft(odd: SaidHere, usual: SaidHere, count: number, aspect: (typeof ASPECTS)[number]): Draft {
  const name = ASPECT_NAME[aspect];
  const files = usual.record.source.file;
  return {
    severity: count > 1 ? 'error' : 'warning',
    at: odd.citation.parts[aspect] ?? odd.citation,
    message: {
      vi: `${odd.citation.type ?? 'Văn bản'} ${odd.number}: ${name.vi} ghi ${shown(odd, aspect)}, còn ${count} văn bản khác ghi ${shown(usual, aspect)}.`,
      en: `${odd.number}: ${shown(odd, aspect)} here, ${shown(usual, aspect)} in ${count} other document(s) (${name.en}).`,
    },
    evidence: { vi: `Ví dụ: ${files}.`, en: `For example ${files}.` },
    key: [odd.number, aspect, odd[aspect] ?? '', 'set'],
  };
}
