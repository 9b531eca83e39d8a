import { createHash } from 'node:crypto';
import type { Finding } from '../../src/record/finding.js';
import type { PlanRecord } from '../../src/record/plan-record.js';
import type { Mention } from '../../src/record/primitives.js';

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The first place of `raw` in `text`. */
export function mention(text: string, raw: string): Mention {
  const start = text.indexOf(raw);
  if (start < 0) throw new Error(`"${raw}" does not stand in the text`);
  return { raw, span: { start, end: start + raw.length }, location: [], confidence: 1 };
}

export function finding(text: string, raw: string, ruleId = 'text/repeated-word'): Finding {
  return {
    ...mention(text, raw),
    location: [{ page: 2, bbox: [10, 20, 30.5, 40] }],
    ruleId,
    severity: 'warning',
    message: `Từ "${raw}" bị lặp.`,
    suggestion: null,
    evidence: 'Nghị định 30/2020/NĐ-CP',
    english: { message: `"${raw}" is repeated.`, evidence: null },
    fingerprint: sha256Of(ruleId + raw),
  };
}

/** A record with nothing in it but its text. */
export function bareRecord(file: string, text: string, sha256 = sha256Of(text)): PlanRecord {
  return {
    recordVersion: 1,
    source: { file, sha256, mediaType: 'text/plain', pages: null, method: 'text', pageReadings: [] },
    text,
    header: {
      parentAgency: null,
      issuingAgency: null,
      number: null,
      symbol: null,
      place: null,
      issuedOn: null,
      documentType: null,
      subject: null,
      planYear: null,
      signatory: null,
      recipients: [],
      places: {},
    },
    citations: [],
    standards: [],
    tasks: [],
    responsibilities: [],
    budget: { amounts: [], lines: [], fundingSources: [] },
    outline: [],
    abbreviations: [],
    dates: [],
    isPlan: true,
    warnings: [],
    findings: [],
  };
}

const TEXT = [
  'KẾ HOẠCH',
  'Áp dụng Hệ thống quản lý chất lượng năm 2027',
  'Căn cứ Quyết định số 19/2014/QĐ-TTg về TCVN ISO 9001:2008;',
  '1\tCông bố lại hệ thống\tPhòng Hành chính\tTháng 3\t2.000.000 đồng',
  'Kinh phí 15.500.000 đồng/năm. Họp trước ngày 02/02/2027.',
].join('\n');

/** A record with one of everything that has a table. */
export function fullRecord(file = 'ke-hoach.docx', text = TEXT): PlanRecord {
  const bare = bareRecord(file, text);
  const noTime = {
    label: null,
    start: null,
    end: null,
    frequency: null,
    times: null,
    conditional: false,
    invalid: null,
  };
  return {
    ...bare,
    header: { ...bare.header, issuingAgency: 'SỞ TÀI CHÍNH', number: '12/KH-STC', planYear: 2027 },
    citations: [
      {
        ...mention(text, 'Quyết định số 19/2014/QĐ-TTg'),
        type: 'Quyết định',
        number: '19/2014/QĐ-TTg',
        short: false,
        issuer: null,
        issuedOn: null,
        title: null,
        locators: [{ clause: '6', article: '4' }],
        role: 'basis',
        parts: {},
        within: null,
      },
    ],
    standards: [
      {
        ...mention(text, 'TCVN ISO 9001:2008'),
        designation: 'TCVN ISO 9001',
        version: 2008,
        inTitleOf: null,
      },
    ],
    tasks: [
      {
        ...mention(text, 'Công bố lại hệ thống'),
        number: '1',
        content: 'Công bố lại hệ thống',
        assignments: [
          {
            ...mention(text, 'Phòng Hành chính'),
            unit: 'Phòng Hành chính',
            role: 'implement',
            resolved: null,
          },
        ],
        timings: [{ ...mention(text, 'Tháng 3'), ...noTime, start: '2027-03-01', end: '2027-03-31' }],
        outputs: [],
        section: null,
        origin: 'table',
        table: 0,
        columns: { unit: true, timing: true, output: false },
      },
    ],
    budget: {
      amounts: [{ ...mention(text, '15.500.000 đồng/năm'), value: 15_500_000, per: ['year'], inWords: null }],
      lines: [
        {
          ...mention(text, '2.000.000 đồng'),
          number: '1',
          content: 'Công bố lại hệ thống',
          unit: null,
          quantity: 1.5,
          unitPrice: null,
          amount: 9_007_199_254_740_991,
          level: 'item',
          table: 0,
        },
      ],
      fundingSources: [],
    },
    dates: [{ ...mention(text, '02/02/2027'), ...noTime, end: '2027-02-02' }],
    findings: [finding(text, 'TCVN ISO 9001:2008', 'standard/outdated-version')],
  };
}
