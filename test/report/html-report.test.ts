import { describe, expect, test } from 'vitest';
import { renderHtmlReport } from '../../src/report/html-report.js';
import { checkedOf, hostilePlan, recordOf, sampleAudit } from './sample-audit.js';

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
    expect(report).not.toMatch(/<script|<img|<svg|onerror=[^&]*>|<i>|<b>|<u>/u);
    expect(report).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = [...report.matchAll(/<([a-z0-9]+)/gu)].map((match) => match[1]);
    const known = new Set(
      'html head meta title body header main section footer h1 h2 h3 h4 p div span dl dt dd table thead tbody tr th td a br strong ul li blockquote mark details summary'.split(
        ' ',
      ),
    );
    expect(tags.filter((tag) => tag !== undefined && !known.has(tag))).toEqual([]);
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

  test('stands without any document', () => {
    expect(renderHtmlReport({ ...sampleAudit(), documents: [] }, options)).toContain('Tệp đã nhận');
  });
});
