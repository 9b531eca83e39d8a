import { createHash } from 'node:crypto';
import type { AuditedDocument, AuditResult } from '../../src/record/audit-result.js';
import type { Finding, Severity } from '../../src/record/finding.js';
import { type PlanRecord, PlanRecordSchema } from '../../src/record/plan-record.js';
import type { Mention } from '../../src/record/primitives.js';

/** The mention of `quote` in `text` (its n-th occurrence), on `page` where one is given. */
export function mentionOf(text: string, quote: string, page?: number, confidence = 1, nth = 0): Mention {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`the sample text has no “${quote}”`);
  return {
    raw: quote,
    span: { start, end: start + quote.length },
    location: page === undefined ? [] : [{ page, bbox: [85, 120, 420, 134] }],
    confidence,
  };
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

interface FindingInput {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly english: string;
  readonly at: Mention | null;
  readonly suggestion?: string;
  readonly evidence?: string;
}

/** A finding as a check would give it. */
export function findingOf(input: FindingInput): Finding {
  const absent: Mention = { raw: '', span: { start: 0, end: 0 }, location: [], confidence: 1 };
  return {
    ...(input.at ?? absent),
    ruleId: input.ruleId,
    severity: input.severity,
    message: input.message,
    suggestion: input.suggestion ?? null,
    evidence: input.evidence ?? null,
    english: { message: input.english, evidence: input.evidence ?? null },
    fingerprint: sha(input.ruleId + input.message).slice(0, 16),
  };
}

/** A record with nothing in it but its text; `fields` replace what they name. Checked against the schema. */
export function recordOf(file: string, text: string, fields: Partial<PlanRecord> = {}): PlanRecord {
  return PlanRecordSchema.parse({
    recordVersion: 1,
    source: {
      file,
      sha256: sha(file + text),
      mediaType: 'text/plain',
      pages: null,
      method: 'text',
      pageReadings: [],
    },
    text,
    header: {
      parentAgency: null,
      issuingAgency: null,
      number: null,
      symbol: null,
      place: null,
      issuedOn: null,
      documentType: 'KẾ HOẠCH',
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
    ...fields,
  });
}

/** The audited document of a record. */
export function checkedOf(
  record: PlanRecord,
  path: string,
  change: 'new' | 'new-version' | 'unchanged' = 'new',
): AuditedDocument {
  return { kind: 'checked', file: record.source.file, path, sha256: record.source.sha256, change, record };
}

const digitalText = `UBND TỈNH AN GIANG
SỞ XÂY DỰNG
Số: 1147/KH-SXD An Giang, ngày 09 tháng 3 năm 2026
KẾ HOẠCH
Duy trì, cải tiến Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 tại Sở Xây dựng năm 2026
Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 15 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;
Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg;
1\tRà soát, sửa đổi hệ thống tài liệu cho phù hợp quy đinh mới\tVăn phòng; các phòng chuyên môn\tQuý I/2026\tQuyết định ban hành
2\tĐánh giá nội bộ\tBan Chỉ đạo ISO\tTrước ngày 20/02/2026\tBiên bản
4\tHọp xem xét của lãnh đạo\t\tThường xuyên trong năm 2026\tBiên bản họp; thông báo kết luận
Tổng cộng 18.500.000 đồng (Mười tám triệu đồng), trong đó văn phòng phẩm 3.500.000 đồng, tập huấn 12.000.000 đồng.
Nơi nhận: UBND tỉnh (để b/c); Các phòng thuộc Sở; Lưu: VT, VP.`;

function digitalPlan(): PlanRecord {
  const text = digitalText;
  const at = (quote: string, page = 1, nth = 0): Mention => mentionOf(text, quote, page, 1, nth);
  const columns = { unit: true, timing: true, output: true };
  const noTime = { label: null, frequency: null, times: null, conditional: false, invalid: null };
  const section = 'II. NỘI DUNG THỰC HIỆN';
  return recordOf('ke-hoach-iso-so-xay-dung.pdf', text, {
    source: {
      file: 'ke-hoach-iso-so-xay-dung.pdf',
      sha256: sha(text),
      mediaType: 'application/pdf',
      pages: 3,
      method: 'mixed',
      pageReadings: [
        { page: 1, width: 595, height: 842, method: 'text-layer', reason: 'good text layer', confidence: 1 },
        { page: 2, width: 595, height: 842, method: 'ocr', reason: 'no text layer', confidence: 0.91 },
        { page: 3, width: 595, height: 842, method: 'unreadable', reason: 'image too large', confidence: 0 },
      ],
    },
    header: {
      parentAgency: 'UBND TỈNH AN GIANG',
      issuingAgency: 'SỞ XÂY DỰNG',
      number: '1147/KH-SXD',
      symbol: 'KH-SXD',
      place: 'An Giang',
      issuedOn: '2026-03-09',
      documentType: 'KẾ HOẠCH',
      subject:
        'Duy trì, cải tiến Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 tại Sở Xây dựng năm 2026',
      planYear: 2026,
      signatory: { onBehalf: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', name: 'Lê Thị Bích Thủy' },
      recipients: ['UBND tỉnh (để b/c)', 'Các phòng thuộc Sở', 'Lưu: VT, VP'],
      places: {},
    },
    citations: [
      {
        ...at(text.split('\n')[5]?.slice(8, -1) ?? ''),
        type: 'Quyết định',
        number: '19/2014/QĐ-TTg',
        short: false,
        issuer: 'Thủ tướng Chính phủ',
        issuedOn: '2014-03-15',
        title:
          'áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
        locators: [],
        role: 'basis',
        parts: {},
        within: null,
      },
      {
        ...at('Thông tư số 26/2014/TT-BKHCN'),
        type: 'Thông tư',
        number: '26/2014/TT-BKHCN',
        short: false,
        issuer: 'Bộ trưởng Bộ Khoa học và Công nghệ',
        issuedOn: '2014-10-10',
        title: null,
        locators: [{ clause: '6', article: '4' }, { article: '5' }],
        role: 'basis',
        parts: {},
        within: null,
      },
    ],
    tasks: [
      {
        ...at('Rà soát, sửa đổi hệ thống tài liệu'),
        number: '1',
        content: 'Rà soát, sửa đổi hệ thống tài liệu cho phù hợp quy đinh mới',
        assignments: [
          { ...at('Văn phòng'), unit: 'Văn phòng', role: 'lead', resolved: null },
          { ...at('các phòng chuyên môn'), unit: 'các phòng chuyên môn', role: 'coordinate', resolved: null },
        ],
        timings: [{ ...at('Quý I/2026'), ...noTime, start: '2026-01-01', end: '2026-03-31' }],
        outputs: ['Quyết định ban hành'],
        section,
        origin: 'table',
        table: 0,
        columns,
      },
      {
        ...at('Đánh giá nội bộ'),
        number: '2',
        content: 'Đánh giá nội bộ',
        assignments: [
          { ...at('Ban Chỉ đạo ISO'), unit: 'Ban Chỉ đạo ISO', role: 'implement', resolved: null },
        ],
        timings: [{ ...at('Trước ngày 20/02/2026'), ...noTime, start: null, end: '2026-02-20' }],
        outputs: ['Biên bản'],
        section,
        origin: 'table',
        table: 0,
        columns,
      },
      {
        ...at('Họp xem xét của lãnh đạo'),
        number: '4',
        content: 'Họp xem xét của lãnh đạo',
        assignments: [],
        timings: [
          {
            ...at('Thường xuyên trong năm 2026'),
            ...noTime,
            start: '2026-01-01',
            end: '2026-12-31',
            frequency: 'continuous',
          },
        ],
        outputs: ['Biên bản họp', 'thông báo kết luận'],
        section,
        origin: 'table',
        table: 0,
        columns,
      },
    ],
    budget: {
      amounts: [
        { ...at('18.500.000 đồng', 2), value: 18_500_000, per: [], inWords: 18_000_000 },
        { ...at('12.000.000 đồng', 2), value: 12_000_000, per: ['year', 'unit'], inWords: null },
      ],
      lines: [
        {
          ...at('văn phòng phẩm 3.500.000', 2),
          number: '1',
          content: 'Văn phòng phẩm, in ấn',
          unit: 'bộ',
          quantity: 7,
          unitPrice: 500_000,
          amount: 3_500_000,
          level: 'item',
          table: 0,
        },
        {
          ...at('tập huấn 12.000.000', 2),
          number: '2',
          content: 'Tập huấn',
          unit: 'lớp',
          quantity: 1,
          unitPrice: 12_000_000,
          amount: 12_000_000,
          level: 'item',
          table: 0,
        },
        {
          ...at('Tổng cộng', 2),
          number: null,
          content: 'Tổng cộng',
          unit: null,
          quantity: null,
          unitPrice: null,
          amount: 18_500_000,
          level: 'total',
          table: 0,
        },
      ],
      fundingSources: ['ngân sách nhà nước cấp cho Sở năm 2026'],
    },
    warnings: [
      {
        code: 'ambiguous-unit',
        message: 'Ô “Văn phòng; các phòng chuyên môn” có thể hiểu là một hoặc hai đơn vị; đã để ngỏ vai trò.',
        page: 1,
        span: null,
      },
    ],
    findings: [
      findingOf({
        ruleId: 'citation/date-mismatch',
        severity: 'error',
        message: 'Quyết định số 19/2014/QĐ-TTg được ban hành ngày 05/3/2014, không phải ngày 15/3/2014.',
        english: 'Decision 19/2014/QĐ-TTg was issued on 2014-03-05, not on 2014-03-15.',
        at: at('ngày 15 tháng 3 năm 2014'),
        suggestion: 'ngày 05 tháng 3 năm 2014',
        evidence: 'Danh mục văn bản, mục 19/2014/QĐ-TTg (4 nguồn độc lập).',
      }),
      findingOf({
        ruleId: 'citation/title-mismatch',
        severity: 'error',
        message: 'Tên chính thức của Quyết định số 19/2014/QĐ-TTg nêu TCVN ISO 9001:2008.',
        english: 'The official title of Decision 19/2014/QĐ-TTg names TCVN ISO 9001:2008.',
        at: at(
          'áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
        ),
        suggestion:
          'áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
        evidence: 'Danh mục văn bản, mục 19/2014/QĐ-TTg.',
      }),
      findingOf({
        ruleId: 'timing/before-issue',
        severity: 'warning',
        message: 'Hạn 20/02/2026 đã qua khi kế hoạch được ban hành (09/3/2026).',
        english: 'The deadline 2026-02-20 had passed when the plan was issued (2026-03-09).',
        at: at('Trước ngày 20/02/2026'),
        evidence: 'Ngày ban hành ở đầu văn bản: 09/3/2026.',
      }),
      findingOf({
        ruleId: 'task/missing-unit',
        severity: 'warning',
        message: 'Nhiệm vụ số 4 chưa có đơn vị thực hiện.',
        english: 'Task 4 has no responsible unit.',
        at: at('Họp xem xét của lãnh đạo'),
      }),
      findingOf({
        ruleId: 'text/misspelling',
        severity: 'notice',
        message: '“quy đinh” viết sai chính tả.',
        english: '“quy đinh” is misspelled.',
        at: at('quy đinh'),
        suggestion: 'quy định',
      }),
      findingOf({
        ruleId: 'budget/words-mismatch',
        severity: 'error',
        message: 'Số tiền bằng số 18.500.000 đồng khác số tiền bằng chữ (18.000.000 đồng).',
        english: 'The sum in figures, 18,500,000, differs from the sum in words (18,000,000).',
        at: mentionOf(text, '18.500.000 đồng (Mười tám triệu đồng)', 2, 0.62),
        evidence: 'Số tiền bằng chữ đọc là 18.000.000 đồng.',
      }),
      findingOf({
        ruleId: 'format/missing-part',
        severity: 'warning',
        message: 'Thiếu Quốc hiệu và Tiêu ngữ.',
        english: 'The national title and motto are absent.',
        at: null,
        evidence: 'Điều 8 Nghị định số 30/2020/NĐ-CP.',
      }),
    ],
  });
}

function cleanPlan(): PlanRecord {
  const text = 'KẾ HOẠCH\nNâng cao chất lượng dịch vụ công năm 2025';
  return recordOf('kh-2025.docx', text, {
    source: {
      file: 'kh-2025.docx',
      sha256: sha(text),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      pages: null,
      method: 'docx',
      pageReadings: [],
    },
    header: {
      parentAgency: 'UBND TỈNH LÂM ĐỒNG',
      issuingAgency: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      number: '77/KH-SNNMT',
      symbol: 'KH-SNNMT',
      place: 'Lâm Đồng',
      issuedOn: '2025-01-20',
      documentType: 'KẾ HOẠCH',
      subject: 'Nâng cao chất lượng dịch vụ công năm 2025',
      planYear: 2025,
      signatory: { onBehalf: null, position: 'GIÁM ĐỐC', name: 'Phạm Văn Đức' },
      recipients: ['Lưu: VT'],
      places: {},
    },
  });
}

/** A plan that tries to break out of every format: markup, formulas, control characters. */
export function hostilePlan(): PlanRecord {
  const text =
    '=HYPERLINK("http://x","y")\n<script>alert(1)</script> "&\' </style><img src=x onerror=alert(2)>';
  const markup = '<script>alert(1)</script>';
  return recordOf('=cmd|<b>x</b>.txt', text, {
    header: {
      parentAgency: '@SUM(1)',
      issuingAgency: '<img src=x onerror=alert(3)>',
      number: '-1+2',
      symbol: null,
      place: '\tTab',
      issuedOn: null,
      documentType: '+1',
      subject: '=1+1</title><script>alert(4)</script>',
      planYear: 2024,
      signatory: { onBehalf: null, position: '<i>', name: '"><svg onload=alert(5)>' },
      recipients: ['&amp;', '<a href="javascript:alert(6)">'],
      places: {},
    },
    citations: [
      {
        ...mentionOf(text, 'http://x'),
        type: '<u>',
        number: '=1',
        short: false,
        issuer: '</td>',
        issuedOn: null,
        title: '</table><script>',
        locators: [{ article: '<b>' }],
        role: 'basis',
        parts: {},
        within: null,
      },
    ],
    tasks: [
      {
        ...mentionOf(text, markup),
        number: '=1',
        content: markup,
        assignments: [{ ...mentionOf(text, markup), unit: '<unit>', role: 'lead', resolved: null }],
        timings: [
          {
            ...mentionOf(text, '<img'),
            label: '<label>',
            start: null,
            end: '2024-01-01',
            frequency: null,
            times: null,
            conditional: false,
            invalid: null,
          },
        ],
        outputs: ['<out>'],
        section: '<section>',
        origin: 'prose',
        table: null,
        columns: { unit: true, timing: true, output: true },
      },
    ],
    budget: {
      amounts: [],
      lines: [
        {
          ...mentionOf(text, markup),
          number: '<n>',
          content: '=2+2',
          unit: '<u>',
          quantity: -1,
          unitPrice: 5,
          amount: -5,
          level: 'item',
          table: 0,
        },
      ],
      fundingSources: ['<fund>'],
    },
    warnings: [{ code: 'x', message: '<warning>', page: null, span: null }],
    findings: [
      findingOf({
        ruleId: 'text/<rule>',
        severity: 'error',
        message: '=message<script>',
        english: '@english<script>',
        at: mentionOf(text, markup),
        suggestion: '+suggestion<b>',
        evidence: '-evidence<b>',
      }),
    ],
  });
}

/** An audit as a department sees it: a plan with every kind of finding, a clean one, a failure, files of one name. */
export function sampleAudit(more: readonly AuditedDocument[] = []): AuditResult {
  return {
    runId: 'run-1',
    version: '0.1.0',
    startedAt: '2026-11-20T02:14:00.000Z',
    finishedAt: '2026-11-20T02:15:30.000Z',
    asOf: null,
    documents: [
      checkedOf(digitalPlan(), 'hop-thu/so-xay-dung/ke-hoach-iso-so-xay-dung.pdf'),
      checkedOf(cleanPlan(), 'hop-thu/lam-dong/kh-2025.docx', 'unchanged'),
      {
        kind: 'failed',
        file: 'quyet-dinh-scan.pdf',
        path: 'hop-thu/quyet-dinh-scan.pdf',
        sha256: sha('locked'),
        failure: { kind: 'failed', reason: 'encrypted', detail: 'The PDF asks for a password.' },
      },
      ...more,
    ],
  };
}
