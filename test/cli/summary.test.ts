import { describe, expect, test } from 'vitest';
import { auditStatus } from '../../src/cli/audit/run-audit.js';
import { summaryLines } from '../../src/cli/audit/summary.js';
import { worstFindings } from '../../src/cli/audit/worst-findings.js';
import { cliMessages } from '../../src/cli/messages/messages.js';
import { displayWidth } from '../../src/cli/terminal/display-width.js';
import { paint } from '../../src/cli/terminal/paint.js';
import { findingRows } from '../../src/report/finding-row.js';
import { checkedOf, hostilePlan, recordOf, sampleAudit } from '../report/sample-audit.js';

const options = { language: 'vi', say: cliMessages('vi'), paint: paint(false) } as const;

describe('the summary of an audit', () => {
  test.each([80, 120])('fits a terminal of %i columns', (columns) => {
    const lines = summaryLines(sampleAudit([checkedOf(hostilePlan(), 'x\u001B[31m')]), {
      ...options,
      columns,
    });
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines.join('\n')).not.toContain('\u001B');
  });

  test('shows the place of a finding in its line', () => {
    const text = summaryLines(sampleAudit(), { ...options, columns: 120 }).join('\n');
    expect(text).toContain('ke-hoach-iso-so-xay-dung.pdf:6:37 (trang 1): ■ Lỗi [citation/date-mismatch]');
    expect(text).toMatch(/ngày 15 tháng 3 năm 2014 .*\n +\^~{23}\n/u);
    expect(text).toContain('nên là: ngày 05 tháng 3 năm 2014');
  });

  test('names what was not read and pages that were not checked', () => {
    const text = summaryLines(sampleAudit(), { ...options, columns: 120 }).join('\n');
    expect(text).toContain('hop-thu/quyet-dinh-scan.pdf: Tệp bị khóa bằng mật khẩu.');
    expect(text).toContain('chưa kiểm tra được trang 3');
    expect(text).toContain('2 kế hoạch đã rà soát, 1 tệp không đọc được: 3 lỗi, 3 cảnh báo, 1 lưu ý.');
  });

  test('is plain lines where there is no terminal', () => {
    const lines = summaryLines(sampleAudit(), { ...options, columns: null });
    expect(lines[0]).toBe('hop-thu/so-xay-dung/ke-hoach-iso-so-xay-dung.pdf: 3 lỗi, 3 cảnh báo, 1 lưu ý');
    expect(lines[2]).toBe('hop-thu/quyet-dinh-scan.pdf: Tệp bị khóa bằng mật khẩu');
  });

  test('says so where nothing changed and where there was nothing to do', () => {
    const unchanged = { ...sampleAudit(), documents: sampleAudit().documents.slice(1, 2) };
    expect(summaryLines(unchanged, { ...options, columns: null })).toContain(
      'Không có gì thay đổi so với lần trước.',
    );
    expect(summaryLines({ ...sampleAudit(), documents: [] }, { ...options, columns: null })).toHaveLength(1);
  });

  test('cuts a long list short and says how much is left', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      checkedOf(recordOf(`kh-${n}.txt`, 'KẾ HOẠCH'), `kh-${n}.txt`),
    );
    const lines = summaryLines(sampleAudit(many), { ...options, columns: 100 });
    expect(lines).toContain('… và 23 kế hoạch nữa, xem trong báo cáo');
  });
});

test('the worst findings are errors first, and of many documents before many of one', () => {
  const rows = findingRows(sampleAudit([checkedOf(hostilePlan(), 'other')]));
  const worst = worstFindings(rows, 4).map(
    ({ path, finding }) => `${path.length > 6 ? 'first' : path} ${finding.severity}`,
  );
  expect(worst.slice(0, 2).sort()).toEqual(['first error', 'other error']);
  expect(worst.slice(2)).toEqual(['first error', 'first error']);
});

describe('the exit status', () => {
  const { documents } = sampleAudit();
  const read = { ...sampleAudit(), documents: documents.filter(({ kind }) => kind === 'checked') };
  const clean = { ...sampleAudit(), documents: documents.slice(1, 2) };

  test('is 2 where a file could not be read, findings or not', () => {
    expect(auditStatus(sampleAudit(), 'error')).toBe(2);
    expect(auditStatus(sampleAudit(), 'never')).toBe(2);
  });

  test('is 1 for findings at or above the threshold, else 0', () => {
    expect(auditStatus(read, 'error')).toBe(1);
    expect(auditStatus(read, 'notice')).toBe(1);
    expect(auditStatus(read, 'never')).toBe(0);
    expect(auditStatus(clean, 'notice')).toBe(0);
  });
});
