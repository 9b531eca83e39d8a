import { describe, expect, test } from 'vitest';
import { renderHtmlReport } from '../../src/report/html-report.js';
import { checkedOf, findingOf, hostilePlan, recordOf, sampleAudit } from './sample-audit.js';

const options = {
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  ruleTitle: (id: string) => `Quy tắc <${id}>`,
} as const;

/** The report's markup without its own style and script. */
const body = (report: string): string =>
  report.replace(/<style>[\s\S]*?<\/style>/u, '').replace(/<script>[\s\S]*?<\/script>\n<\/body>/u, '</body>');

describe('the HTML report', () => {
  test('lets nothing of a document become markup', () => {
    const report = body(renderHtmlReport(sampleAudit([checkedOf(hostilePlan(), 'x/<y>')]), options));
    expect(report).not.toMatch(/<script|<img|<svg[^ ]|onerror=[^&]*>|<i>|<b>|<u>/u);
    expect(report).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = [...report.matchAll(/<([a-z0-9]+)/gu)].map((match) => match[1]);
    const known = new Set(
      'html head meta title body header main section footer h1 h2 h3 h4 p div span dl dt dd table thead tbody tr th td a br strong ul li blockquote mark details summary nav form input label select option button output code figure figcaption svg title desc g rect text line path circle caption'.split(
        ' ',
      ),
    );
    expect(tags.filter((tag) => tag !== undefined && !known.has(tag))).toEqual([]);
  });

  test('says how many fields a person confirmed and corrected, where anybody did', () => {
    const review = { state: 'done' as const, confirmed: 12, corrected: 3, fields: [] };
    const audit = sampleAudit([checkedOf(recordOf('a.txt', 'KẾ HOẠCH', { review }), 'a.txt')]);
    expect(renderHtmlReport(audit, options)).toContain(
      'Đã có người rà soát: xác nhận 12 trường, sửa 3 trường.',
    );
    expect(renderHtmlReport(sampleAudit(), options)).not.toContain('có người rà soát');
  });

  test('names the page of a finding about a whole page, whose picture is shown small', () => {
    const finding = findingOf({
      ruleId: 'document/page-unreadable',
      severity: 'warning',
      message: 'Trang 2 không đọc được.',
      english: 'Page 2 could not be read.',
      at: {
        raw: '',
        span: { start: 0, end: 0 },
        location: [{ page: 2, bbox: [0, 0, 595, 842] }],
        confidence: 1,
      },
    });
    const audit = sampleAudit([checkedOf(recordOf('a.pdf', 'KẾ HOẠCH', { findings: [finding] }), 'a.pdf')]);
    const cutOut = { mediaType: 'image/webp', base64: 'AAAA', width: 992, height: 1403, shownWidth: 793 };
    const cutOuts = { of: () => ({ ...cutOut, page: 2, marks: [] }), shown: 1, left: 0, failed: [] };
    const report = body(renderHtmlReport(audit, { ...options, cutOuts }));
    expect(report).toMatch(/<span class="place">trang 2<\/span>/u);
    expect(report).toMatch(/<img [^>]*width="453" height="641"/u);
  });

  test('loads nothing and forbids loading', () => {
    const report = renderHtmlReport(sampleAudit(), options);
    expect(report).toContain('default-src &#39;none&#39;');
    expect(report).not.toMatch(/https?:|@import|url\(|src=/u);
  });

  test('shows the marked words, the suggestion, the evidence and the place of a finding', () => {
    const report = renderHtmlReport(sampleAudit(), options);
    expect(report).toContain('<mark>ngày 15 tháng 3 năm 2014</mark>');
    expect(report).toContain('<dd class="should">ngày 05 tháng 3 năm 2014</dd>');
    expect(report).toContain('Danh mục văn bản, mục 19/2014/QĐ-TTg (4 nguồn độc lập).');
    expect(report).toContain('trang 1, dòng 6');
  });

  test('says where recognized text is unsure, which pages were not checked and which files not read', () => {
    const report = renderHtmlReport(sampleAudit(), options);
    expect(report).toContain('độ tin cậy 62%');
    expect(report).toContain('Trang chưa kiểm tra được: 3');
    expect(report).toContain('hop-thu/quyet-dinh-scan.pdf');
    expect(report).toContain('Tệp bị khóa bằng mật khẩu');
  });

  test('speaks English where asked', () => {
    const report = renderHtmlReport(sampleAudit(), { ...options, language: 'en' });
    expect(report).toContain('<html lang="en">');
    expect(report).toContain('Decision 19/2014/QĐ-TTg was issued on 2014-03-05, not on 2014-03-15.');
    expect(report).toContain('The file is locked with a password');
  });

  test('tells the time of the run in the given zone', () => {
    expect(renderHtmlReport(sampleAudit(), options)).toContain('Lập lúc 20/11/2026 09:15');
  });

  test('spreads more units than fit a page over several tables', () => {
    const header = recordOf('a', 'a').header;
    const units = Array.from({ length: 23 }, (_, n) => {
      const record = recordOf(`kh-${n}.txt`, 'KẾ HOẠCH', {
        header: { ...header, issuingAgency: `PHÒNG SỐ ${n}` },
        findings: hostilePlan().findings,
      });
      return checkedOf(record, `kh-${n}.txt`);
    });
    const report = renderHtmlReport(sampleAudit(units), options);
    expect(report.match(/<table class="matrix/gu)).toHaveLength(3);
    expect(report).toContain('Đơn vị 21–25 trong 25');
  });

  test('draws what was found and when tasks are due, with title, description and the figures as a table', () => {
    const report = renderHtmlReport(sampleAudit(), options);
    const figures = report.match(/<figure class="chart"[\s\S]*?<\/figure>/gu) ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const figure of figures) {
      const id = /<figure class="chart" id="([^"]+)"/u.exec(figure)?.[1];
      expect(figure).toContain(`<svg role="img" aria-labelledby="${id}-title ${id}-desc"`);
      expect(figure).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/u);
      expect(figure).toContain('<table>');
    }
    expect(report).toContain('Thời hạn của các nhiệm vụ trong năm 2026');
    expect(report).toContain('31/3/2026: 1 thời hạn');
  });

  test('holds pictures of the page as they are given, and lets them and nothing else through', () => {
    const cutOut = {
      mediaType: 'image/webp',
      base64: 'UklGRg==',
      width: 100,
      height: 20,
      shownWidth: 50,
      page: 1,
      marks: [{ x: 5, y: 5, width: 10, height: 8 }],
    };
    const given = { of: () => cutOut, shown: 7, left: 3, failed: ['hỏng.pdf'] };
    const report = renderHtmlReport(sampleAudit(), { ...options, cutOuts: given });
    expect(report).toContain('img-src data:;');
    expect(report.match(/src="data:image\/webp;base64,UklGRg=="/gu)).toHaveLength(7);
    expect(report).toContain('còn 3 phát hiện không kèm ảnh');
    expect(report).toContain('Không cắt được ảnh từ: hỏng.pdf.');
    const forged = { ...cutOut, base64: '"><script>', mediaType: 'image/webp' };
    expect(
      renderHtmlReport(sampleAudit(), { ...options, cutOuts: { ...given, of: () => forged } }),
    ).not.toContain('"><script>');
  });

  test('sets suppressed and mended findings apart, and says what has no effect', () => {
    const result = sampleAudit();
    const [first, ...rest] = result.documents;
    if (first?.kind !== 'checked') throw new Error('the sample begins with a checked document');
    const [one, two, ...findings] = first.record.findings;
    if (one === undefined || two === undefined) throw new Error('the sample has findings');
    const report = renderHtmlReport(
      {
        ...result,
        documents: [
          {
            ...first,
            record: { ...first.record, findings: [two, ...findings] },
            suppressed: [{ finding: one, reason: 'Có <lý do>', by: 'Lan', when: '2026-03-02', until: null }],
            changes: {
              against: { file: 'cũ.pdf', sha256: null },
              fresh: [two.fingerprint],
              mended: [{ ...one, message: 'Câu đã sửa.' }],
            },
          },
          ...rest,
        ],
        suppressions: {
          name: 'bo-qua.yaml',
          idle: [{ why: 'no-reason', finding: 'abcdef12', file: null, ruleId: null, reason: null, line: 4 }],
        },
        baseline: { name: 'lần 1', gone: [{ file: 'mất.docx', findings: 2 }] },
      },
      options,
    );
    expect(report).toContain('Có &lt;lý do&gt; <span class="soft">(Lan, 02/3/2026)</span>');
    expect(report).toContain('Câu đã sửa.');
    expect(report).toContain('1 mới, 5 vẫn còn, 1 đã sửa');
    expect(report).toContain('data-state="new"');
    expect(report).toContain('không ghi lý do nên không có hiệu lực');
    expect(report).toContain('mất.docx (2 phát hiện khi đó)');
  });

  test('says who handed in nothing and who twice', () => {
    const plan = (file: string) => ({ file, path: file, planYear: 2026, near: false });
    const report = renderHtmlReport(
      {
        ...sampleAudit(),
        expected: {
          name: 'đơn vị.csv',
          units: [
            { name: 'SỞ XÂY DỰNG', parent: null, plans: [plan('a.docx'), plan('b.docx')], twice: true },
            { name: 'SỞ Y TẾ', parent: 'UBND TỈNH', plans: [], twice: false },
          ],
          others: [],
        },
      },
      options,
    );
    expect(report).toContain('1 / 2 đơn vị đã nộp');
    expect(report).toContain('SỞ XÂY DỰNG: a.docx; b.docx');
    expect(report).toContain('SỞ Y TẾ <span class="soft">(UBND TỈNH)</span>');
    expect(report).toContain('Còn 1 tệp không đọc được');
  });

  test('stands without any document', () => {
    expect(renderHtmlReport({ ...sampleAudit(), documents: [] }, options)).toContain('Tệp đã nhận');
  });
});
