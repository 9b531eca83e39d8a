import type { AuditResult } from '../../record/audit-result.js';
import { auditTotals, type CheckedDocument, checkedDocuments, documentState } from '../document-state.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { countSeverities, severityRank } from '../severity.js';
import type { ListValues, TemplateValues } from './fill-template.js';
import type { NoteOptions } from './note-values.js';
import { discrepancies } from './note-values.js';
import { officeValues } from './office.js';
import { planName, unitName } from './plan-name.js';

/** A list with a row that says so where it has none, so that no table stands empty. */
function orNothing(list: ListValues, field: string, language: Language): ListValues {
  if (list.rows.length > 0) return list;
  const blank = Object.fromEntries(list.fields.map((one) => [one, '']));
  return { ...list, rows: [{ ...blank, [field]: messages(language).note.nothing }] };
}

function plansOf(documents: readonly CheckedDocument[], language: Language): ListValues {
  const say = messages(language).note;
  const result = (document: CheckedDocument): string => {
    const state = documentState(document);
    if (state === 'notPlan') return say.notPlan;
    return state === 'error' ? say.toMend : state === 'warning' ? say.toLook : say.clean;
  };
  return {
    fields: ['stt', 'don_vi', 'ten', 'tep', 'loi', 'canh_bao', 'luu_y', 'ket_qua'],
    rows: documents.map((document, index) => {
      const { record, file } = document;
      const counts = countSeverities(record.findings);
      return {
        stt: String(index + 1),
        don_vi: unitName(record, language),
        ten: `${planName(record, language)}\n(${file})`,
        tep: file,
        loi: formatNumber(counts.error, language),
        canh_bao: formatNumber(counts.warning, language),
        luu_y: formatNumber(counts.notice, language),
        ket_qua: result(document),
      };
    }),
  };
}

/** Kinds of discrepancy, gravest first, then the most frequent. */
function kindsOf(documents: readonly CheckedDocument[], { language, ruleTitle }: NoteOptions): ListValues {
  const kinds = new Map<string, { ruleId: string; rank: number; times: number; plans: Set<string> }>();
  for (const document of documents)
    for (const { ruleId, severity } of discrepancies(document)) {
      const rank = severityRank(severity);
      const key = `${ruleId} ${severity}`;
      const kind = kinds.get(key) ?? { ruleId, rank, times: 0, plans: new Set<string>() };
      kind.times++;
      kind.plans.add(document.path);
      kinds.set(key, kind);
    }
  const say = messages(language).severity;
  return {
    fields: ['stt', 'ten', 'ma', 'muc_do', 'so_luot', 'so_ke_hoach'],
    rows: [...kinds.values()]
      .sort((a, b) => a.rank - b.rank || b.times - a.times || (a.ruleId < b.ruleId ? -1 : 1))
      .map(({ ruleId, rank, times, plans }, index) => ({
        stt: String(index + 1),
        ten: ruleTitle(ruleId),
        ma: ruleId,
        muc_do: rank === 0 ? say.error : say.warning,
        so_luot: formatNumber(times, language),
        so_ke_hoach: formatNumber(plans.size, language),
      })),
  };
}

function failuresOf({ documents }: AuditResult, language: Language): ListValues {
  const say = messages(language).failure;
  const failed = documents.filter((document) => document.kind === 'failed');
  return {
    fields: ['stt', 'ten', 'ly_do', 'xu_ly'],
    rows: failed.map(({ file, failure }, index) => ({
      stt: String(index + 1),
      ten: file,
      ly_do: say[failure.reason].reason,
      xu_ly: say[failure.reason].remedy,
    })),
  };
}

/** What fills the summary of a batch. */
export function summaryValues(result: AuditResult, options: NoteOptions): TemplateValues {
  const { language, office, date } = options;
  const say = messages(language).note;
  const totals = auditTotals(result);
  const checked = checkedDocuments(result);
  const number = (value: number): string => formatNumber(value, language);
  return {
    single: {
      ...officeValues(office, date, say.signerTitle, say.self),
      so_tep: number(totals.files),
      so_ke_hoach: number(totals.checked),
      so_khong_doc: number(totals.failed),
      so_dat: number(totals.clean),
      so_loi: number(totals.error),
      so_canh_bao: number(totals.warning),
      so_luu_y: number(totals.notice),
      ket_luan: say.byMachine,
    },
    lists: {
      ke_hoach: orNothing(plansOf(checked, language), 'don_vi', language),
      loai: orNothing(kindsOf(checked, options), 'ten', language),
      tep_loi: orNothing(failuresOf(result, language), 'ten', language),
    },
  };
}
