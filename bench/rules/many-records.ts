import { extractPlan } from '../../src/extract/extract-plan.js';
import { readDocument } from '../../src/ingest/read-document.js';
import type { PlanRecord } from '../../src/record/plan-record.js';
import { cleanPlans } from './clean-plans.js';

const PROVINCES =
  'An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Đắk Lắk|Điện Biên|Đồng Tháp|Gia Lai|Hà Tĩnh|Hưng Yên|Khánh Hòa|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sơn La|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long'.split(
    '|',
  );

/** One in so many records is a copy of the one before, is one year old in a line, says another date. */
const COPY = 97;
const STALE = 89;
const ODD = 61;

/** The clean plans as records, from their text on. */
export async function cleanRecords(): Promise<readonly PlanRecord[]> {
  const records: PlanRecord[] = [];
  for (const { profile, text } of cleanPlans()) {
    const bytes = new TextEncoder().encode(text);
    const outcome = await readDocument({ file: `${profile.name}.txt`, bytes });
    if (outcome.kind === 'failed') throw new Error(`${profile.name}: ${outcome.detail}`);
    records.push(extractPlan(outcome.document));
  }
  return records;
}

/**
 * Plans of `count` agencies in 27 provinces and three years, made from a few by changing what tells them apart; some
 * are copies, some kept last year's year, some date a decision otherwise. The same each time.
 */
export function manyRecords(models: readonly PlanRecord[], count: number): readonly PlanRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const twin = i % COPY === COPY - 1 ? i - 1 : i;
    return recordOf(models, twin, i);
  });
}

function recordOf(models: readonly PlanRecord[], i: number, place: number): PlanRecord {
  const model = models[i % models.length] as PlanRecord;
  const province = PROVINCES[Math.floor(i / 3) % PROVINCES.length] ?? '';
  const year = 2024 + (i % 3);
  const office = Math.floor(i / (3 * PROVINCES.length));
  const own = String(model.header.planYear);
  const stale = i % STALE === STALE - 1;
  // Same lengths, so that every place of the record stays right.
  const text = `${model.text.replaceAll(own, stale ? String(year - 1) : String(year))}\nĐơn vị số ${office} của tỉnh ${province} tự chịu trách nhiệm về kế hoạch năm ${year} này.\n`;
  return {
    ...model,
    source: { ...model.source, file: `ke-hoach-${place}.docx`, sha256: place.toString(16).padStart(64, '0') },
    text,
    header: {
      ...model.header,
      parentAgency: `UBND TỈNH ${province.toUpperCase()}`,
      issuingAgency: `ĐƠN VỊ SỐ ${office}`,
      place: province,
      number: `${(i % 400) + 1}/KH-DV`,
      planYear: year,
      issuedOn: `${year}-01-${String((i % 27) + 1).padStart(2, '0')}`,
    },
    citations: model.citations.map((citation) =>
      citation.number?.endsWith('UBND') === true && i % ODD === 0
        ? { ...citation, issuedOn: '2019-11-30' }
        : citation,
    ),
  };
}
