import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/main.js';
import { buildOnce } from '../build-once.js';
import { fakeIo } from './fake-io.js';

const plan = (unit: string, lines: readonly string[], year = 2026): string => `UBND TỈNH QUẢNG TRỊ
${unit}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 215/KH-STC
Quảng Trị, ngày 12 tháng 01 năm ${year}

KẾ HOẠCH
Duy trì Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 năm ${year}

${lines.join('\n')}

1. Đánh giá nội bộ: Văn phòng chủ trì, xong trước ngày 15/11/${year}.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC
Trần Văn Minh
`;
const WRONG_DATE = 'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 15 tháng 3 năm 2014 của Thủ tướng Chính phủ;';
const RIGHT_DATE = WRONG_DATE.replace('15 tháng', '05 tháng');
const MISSPELLED = 'Thực hiện theo quy đinh hiện hành.';
const REPEATED = 'Thực hiện theo theo kế hoạch này.';

let folder: string;

async function run(...args: readonly string[]) {
  const io = fakeIo(folder, { env: { USER: 'lan' } });
  const status = await runCli(args, io);
  return { status, out: io.out.text(), err: io.err.text() };
}

interface Line {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly state: string | null;
  readonly suppressed: { readonly reason: string; readonly by: string } | null;
}

async function findings(out = 'rasoat-out'): Promise<readonly Line[]> {
  const text = await readFile(join(folder, out, 'findings.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

beforeAll(async () => {
  await buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'rasoat-second-'));
  await mkdir(join(folder, 'in'));
  await write('in/kh.txt', plan('SỞ TÀI CHÍNH', [WRONG_DATE, MISSPELLED]));
  await run('audit', 'in', '--jobs', '1', '--out', 'first');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('rasoat ignore', () => {
  test('wants a reason, a fingerprint and a day of the calendar', async () => {
    const [finding] = await findings('first');
    const id = finding?.fingerprint.slice(0, 10) ?? '';
    for (const args of [
      [id],
      [id, '--reason', '  '],
      ['xyz', '--reason', 'r'],
      ['0123456789', '--reason', 'r'],
      [id, '--reason', 'r', '--until', '2026-02-31'],
    ])
      expect((await run('ignore', ...args)).status).toBe(64);
    expect(await readdir(folder)).not.toContain('rasoat-ignore.yaml');
  });

  test('writes who, when and why; the finding then stands apart and does not count', async () => {
    const [finding] = (await findings('first')).filter(({ ruleId }) => ruleId === 'citation/date-mismatch');
    const id = finding?.fingerprint.slice(0, 10) ?? '';
    const before = await run('audit', 'in', '--out', 'first');
    expect(before.out).toContain(`[citation/date-mismatch] ${id}`);
    const done = await run('ignore', id, '--reason', 'Đã có đính chính: số 3', '--until', '2999-12-31');
    expect([done.status, done.err]).toEqual([0, '']);
    expect(done.out).toContain(`bỏ qua phát hiện ${id}`);
    const yaml = await readFile(join(folder, 'rasoat-ignore.yaml'), 'utf8');
    expect(yaml).toContain('reason: "Đã có đính chính: số 3"');
    expect(yaml).toMatch(/by: lan\n +when: \d{4}-\d{2}-\d{2}\n/u);
    const again = await run('ignore', id, '--reason', 'noch einmal');
    expect([again.status, again.err]).toEqual([64, expect.stringContaining('rasoat-ignore.yaml:5')]);
    const after = await run('audit', 'in', '--out', 'apart', '--lang', 'en');
    expect(after.out).toContain('Findings let be with a reason, not counted: 1.');
    expect(after.out).not.toContain('citation/date-mismatch');
    const apart = (await findings('apart')).filter((line) => line.suppressed !== null);
    expect(apart).toMatchObject([
      { ruleId: 'citation/date-mismatch', suppressed: { reason: 'Đã có đính chính: số 3', by: 'lan' } },
    ]);
    expect(await readFile(join(folder, 'apart', 'report.html'), 'utf8')).toContain('Đã có đính chính: số 3');
  });

  test('decides the exit status: all findings let be end as none', async () => {
    const all = await findings('first');
    const entries = all.map(({ fingerprint }) => `  - { finding: "${fingerprint}", reason: r }\n`);
    await write('all.yaml', `suppressions:\n${entries.join('')}`);
    expect((await run('audit', 'in', '--fail-on', 'notice', '--quiet')).status).toBe(1);
    expect((await run('audit', 'in', '--fail-on', 'notice', '--quiet', '--ignore', 'all.yaml')).status).toBe(
      0,
    );
  });

  test('an entry without a reason has no effect and is reported; so is one that fits nothing', async () => {
    const [finding] = await findings('first');
    await write(
      'bad.yaml',
      `suppressions:\n  - finding: "${finding?.fingerprint}"\n  - { finding: "00000000", reason: r }\n`,
    );
    const { out, status } = await run('audit', 'in', '--ignore', 'bad.yaml');
    expect(status).toBe(1);
    expect(out).toContain(`bad.yaml:2: mục bỏ qua ${finding?.fingerprint}: không ghi lý do`);
    expect(out).toContain('bad.yaml:3: mục bỏ qua 00000000: không ứng với phát hiện nào nữa');
  });

  test('a file with a mistake is refused with its place before anything is read', async () => {
    await write('typo.yaml', 'suppressions:\n  - finding: "00000000"\n    resaon: r\n');
    const { status, err } = await run('audit', 'in', '--ignore', 'typo.yaml', '--lang', 'en');
    expect(status).toBe(64);
    expect(err).toContain('typo.yaml:3:5: there is no key “resaon”');
    expect(err).toContain('“reason”');
    expect((await run('audit', 'in', '--ignore', 'none.yaml')).status).toBe(64);
  });
});

describe('a second submission', () => {
  const states = async (out: string) =>
    (await findings(out)).map(({ ruleId, state }) => `${ruleId} ${state}`);

  test('is compared with the file’s former version, and stays so', async () => {
    await write('none.yaml', '');
    await write('in/kh.txt', plan('SỞ TÀI CHÍNH', ['Một dòng thêm.', RIGHT_DATE, MISSPELLED, REPEATED]));
    for (const out of ['second', 'second-again']) {
      const { out: text } = await run('audit', 'in', '--out', out, '--ignore', 'none.yaml');
      expect(text).toContain('1 mới, 1 vẫn còn, 1 đã sửa');
      expect((await states(out)).sort()).toEqual([
        'citation/date-mismatch mended',
        'text/misspelling stayed',
        'text/repeated-word new',
      ]);
    }
    const html = await readFile(join(folder, 'second', 'report.html'), 'utf8');
    expect(html).toContain('1 mới, 1 vẫn còn, 1 đã sửa');
  });

  test('is compared with a report folder, a findings.jsonl or a run, whatever the file is called now', async () => {
    const { runId } = JSON.parse(await readFile(join(folder, 'first', 'run.json'), 'utf8'));
    await mkdir(join(folder, 'in2'));
    await write('in2/kh (sửa).txt', plan('SỞ TÀI CHÍNH', [RIGHT_DATE, MISSPELLED]));
    for (const baseline of ['first', 'first/findings.jsonl']) {
      const { out, status } = await run(
        'audit',
        'in2',
        '--out',
        'b',
        '--baseline',
        baseline,
        '--db',
        'other.db',
        '--ignore',
        'none.yaml', // biome-ignore format: one command
      );
      expect(status).toBe(1);
      expect(out).toContain(`So với ${baseline}: 0 mới, 1 vẫn còn, 1 đã sửa.`);
      expect(await states('b')).toEqual(['text/misspelling stayed', 'citation/date-mismatch mended']);
    }
    const byRun = await run(
      'audit',
      'in',
      '--out',
      'c',
      '--baseline',
      runId.slice(0, 13),
      '--ignore',
      'none.yaml',
    );
    expect(byRun.out).toContain(`So với ${runId}: 1 mới, 1 vẫn còn, 1 đã sửa.`);
  });

  test('against what is no baseline is refused', async () => {
    const unknown = await run('audit', 'in', '--baseline', 'deadbeef', '--lang', 'en');
    expect([unknown.status, unknown.err]).toEqual([64, expect.stringContaining('no file, folder or run')]);
    await write('broken.jsonl', '{"file":"a"}\n');
    const broken = await run('audit', 'in', '--baseline', 'broken.jsonl');
    expect([broken.status, broken.err]).toEqual([64, expect.stringContaining('broken.jsonl:1')]);
  });
});

describe('units that are expected', () => {
  test('are told in terminal, report and workbook: who did not hand in, who did twice', async () => {
    await mkdir(join(folder, 'in3'));
    await write('in3/a.txt', plan('SỞ TÀI CHÍNH', [RIGHT_DATE]));
    await write('in3/b.txt', plan('SỞ TÀI CHÍNH', [RIGHT_DATE, 'Bản khác.']));
    await write('units.csv', 'Đơn vị;Cơ quan chủ quản\r\nSở Tài chính;UBND tỉnh Quảng Trị\r\nSở Y tế;\r\n');
    const { out } = await run('audit', 'in3', '--expect', 'units.csv', '--db', 'three.db', '--out', 'three');
    expect(out).toContain('Đã nộp: 1 / 2 đơn vị.');
    expect(out).toMatch(/Chưa nộp \(1\)\n {2}– Sở Y tế\n/u);
    expect(out).toContain('– Sở Tài chính (UBND tỉnh Quảng Trị): in3/a.txt; in3/b.txt');
    const run3 = JSON.parse(await readFile(join(folder, 'three', 'run.json'), 'utf8'));
    expect(run3.expected.units.map((unit: { plans: unknown[] }) => unit.plans.length)).toEqual([2, 0]);
    expect(await readFile(join(folder, 'three', 'report.html'), 'utf8')).toContain('1 / 2 đơn vị đã nộp');
  });

  test('in a bad list are refused with the line', async () => {
    await write('bad.csv', 'unit,parent\nSở Y tế,UBND\nSở Nội vụ\n');
    const { status, err } = await run('audit', 'in3', '--expect', 'bad.csv', '--lang', 'en');
    expect(status).toBe(64);
    expect(err).toContain('--expect: bad.csv:3: this line has 1 cells, the first line has 2');
  });
});

test('--format summary prints figures by rule and unit and writes nothing', async () => {
  const { out, status } = await run(
    'audit',
    'in3',
    '--format',
    'summary',
    '--db',
    'three.db',
    '--out',
    'none',
    '--lang',
    'en', // biome-ignore format: one command
  );
  expect(status).toBe(0);
  expect(out).toContain('Plans checked: 2');
  expect(out).toMatch(/SỞ TÀI CHÍNH – UBND TỈNH QUẢNG TRỊ +2 /u);
  expect(await readdir(folder)).not.toContain('none');
});

test('--format sarif writes report.sarif', async () => {
  await run('audit', 'in3', '--format', 'sarif', '--db', 'three.db', '--out', 'sarif', '--quiet');
  expect(await readdir(join(folder, 'sarif'))).toEqual(['report.sarif']);
  const log = JSON.parse(await readFile(join(folder, 'sarif', 'report.sarif'), 'utf8'));
  expect(log.version).toBe('2.1.0');
});

describe('rasoat compare', () => {
  beforeAll(async () => {
    await write('y2025.txt', plan('SỞ TÀI CHÍNH', [WRONG_DATE, MISSPELLED], 2025));
    await write('y2026.txt', plan('SỞ TÀI CHÍNH', [RIGHT_DATE, MISSPELLED, REPEATED], 2026));
  });

  test('says what was mended and what is new, in both languages', async () => {
    const vi = await run('compare', 'y2025.txt', 'y2026.txt');
    expect([vi.status, vi.err]).toEqual([0, '']);
    expect(vi.out).toMatch(/Phát hiện: đã sửa \(1\)\n +– .*19\/2014\/QĐ-TTg/u);
    expect(vi.out).toMatch(/Phát hiện: mới \(1\)\n/u);
    expect(vi.out).toMatch(/Phát hiện +1 +1 +1\n/u);
    const en = await run('compare', 'y2025.txt', 'y2026.txt', '--lang', 'en');
    expect(en.out).toContain('Findings: mended (1)');
  });

  test('takes files, record files and hashes, and writes JSON and HTML', async () => {
    await run('audit', 'y2025.txt', 'y2026.txt', '--db', 'years.db', '--out', 'years', '--quiet');
    const record = 'years/records/y2025.txt.json';
    const json = await run('compare', record, 'y2026.txt', '--format', 'json', '--db', 'years.db');
    const compared = JSON.parse(json.out);
    expect(compared).toMatchObject({ older: { planYear: 2025 }, newer: { planYear: 2026 }, sameUnit: true });
    expect(compared.findings.mended).toHaveLength(1);
    const hash = compared.newer.sha256.slice(0, 12);
    const html = await run(
      'compare',
      record,
      hash,
      '--format',
      'html',
      '--db',
      'years.db',
      '--out',
      'c.html', // biome-ignore format: one command
    );
    expect([html.status, html.out]).toEqual([0, '']);
    expect(await readFile(join(folder, 'c.html'), 'utf8')).toContain('So sánh hai kế hoạch');
  });

  test('refuses what is no plan, no record and no format', async () => {
    await write('no.json', '{}');
    for (const args of [
      ['no.json', 'y2026.txt'],
      ['none.txt', 'y2026.txt'],
      ['y2025.txt', 'y2026.txt', '--format', 'pdf'],
    ])
      expect((await run('compare', ...args)).status).toBe(64);
  });
});
