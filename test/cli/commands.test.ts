import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/main.js';
import { buildOnce } from '../build-once.js';
import { fakeIo } from './fake-io.js';

const PLAN = `UBND TỈNH QUẢNG TRỊ
SỞ TÀI CHÍNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 215/KH-STC
Quảng Trị, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Duy trì Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 năm 2026

Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 15 tháng 3 năm 2014 của Thủ tướng Chính phủ;

1. Đánh giá nội bộ: Văn phòng chủ trì, xong trước ngày 15/11/2026.

GIÁM ĐỐC
Trần Văn Minh
`;

let folder: string;

async function run(
  args: readonly string[],
  options: { columns?: number; env?: Record<string, string> } = {},
) {
  const io = fakeIo(folder, options);
  const status = await runCli(args, io);
  return { status, out: io.out.text(), err: io.err.text() };
}

beforeAll(async () => {
  await buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'rasoat-cli-'));
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in', 'kh-so-tai-chinh.txt'), PLAN);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('rasoat audit', () => {
  test('reads, reports and ends with 1 for findings', async () => {
    const { status, out, err } = await run(['audit', 'in', '--jobs', '1']);
    expect(status).toBe(1);
    expect(err).toContain('[1/1] in/kh-so-tai-chinh.txt: đã đọc');
    expect(out).toContain('citation/date-mismatch');
    expect(out).toMatch(/ngày 15 tháng 3 năm 2014.*\n +\^~{23}\n/u);
    expect((await readdir(join(folder, 'rasoat-out'))).sort()).toEqual([
      'findings.csv',
      'findings.jsonl',
      'records',
      'report.html',
      'report.xlsx',
      'run.json',
    ]);
    const html = await readFile(join(folder, 'rasoat-out', 'report.html'), 'utf8');
    expect(html).toContain('<mark>ngày 15 tháng 3 năm 2014</mark>');
  });

  test('says that nothing has changed the second time', async () => {
    const { status, out, err } = await run(['audit', 'in', '--fail-on', 'never', '--format', 'jsonl']);
    expect(status).toBe(0);
    expect(err).toContain('không đổi, đã có trong cơ sở dữ liệu');
    expect(out).toContain('Không có gì thay đổi so với lần trước.');
  });

  test('ends with 2 where a file cannot be read, and goes on with the others', async () => {
    const { status, out } = await run(['audit', 'in', 'none.pdf', '--lang', 'en', '--out', 'other']);
    expect(status).toBe(2);
    expect(out).toContain('none.pdf: File not found. Check the path.');
    expect(out).toContain('Plans checked: 1, files not readable: 1.');
  });

  test('with --quiet prints only what could not be read', async () => {
    const silent = await run(['audit', 'in', '--quiet']);
    expect([silent.out, silent.err]).toEqual(['', '']);
    const failing = await run(['audit', 'in', 'none.pdf', '--quiet']);
    expect(failing.out).toBe('');
    expect(failing.err).toBe('none.pdf: Không tìm thấy tệp. Kiểm tra lại đường dẫn.\n');
  });

  test('draws a bar and a table in a terminal, in colour unless NO_COLOR is set', async () => {
    const coloured = await run(['audit', 'in'], { columns: 100 });
    expect(coloured.err).toContain('\u001B[2K');
    expect(coloured.out).toContain('\u001B[31m');
    const plain = await run(['audit', 'in', '--no-progress'], { columns: 100, env: { NO_COLOR: '1' } });
    expect(plain.out + plain.err).not.toContain('\u001B');
    expect(plain.out).toMatch(/^ +Tệp +Đơn vị +Năm +Lỗi +C\.báo +Lưu ý +Kết quả/u);
  });

  test('takes settings from a file and refuses a wrong one with status 64', async () => {
    await writeFile(join(folder, 'own.yaml'), 'out: from-file\nformat: [csv]\nfail-on: never\n');
    const { status } = await run(['audit', 'in', '--config', 'own.yaml']);
    expect(status).toBe(0);
    expect(await readdir(join(folder, 'from-file'))).toEqual(['findings.csv']);
    await writeFile(join(folder, 'own.yaml'), 'out: x\nfailon: never\n');
    const wrong = await run(['audit', 'in', '--config', 'own.yaml', '--lang', 'en']);
    expect(wrong.status).toBe(64);
    expect(wrong.err).toContain('own.yaml:2:1: there is no setting “failon”');
  });

  test('says so where the database or the output cannot be used', async () => {
    await writeFile(
      join(folder, 'text.db'),
      'this is no database, and long enough not to be taken for an empty one',
    );
    const database = await run(['audit', 'in', '--db', 'text.db']);
    expect(database.status).toBe(74);
    expect(database.err).toContain('“text.db” không phải cơ sở dữ liệu');
    await writeFile(join(folder, 'file'), '');
    const output = await run(['audit', 'in', '--out', 'file', '--lang', 'en', '--quiet']);
    expect(output.status).toBe(74);
    expect(output.err).toContain('Cannot write to');
  });
});

describe('what the database holds', () => {
  test('is searched with and without diacritics', async () => {
    expect((await run(['search', 'danh gia noi bo'])).out).toContain('kh-so-tai-chinh.txt');
    const none = await run(['search', 'thủy lợi', '--lang', 'en']);
    expect([none.status, none.out, none.err]).toEqual([
      0,
      '',
      '“thủy lợi” is in none of the stored plans.\n',
    ]);
  });

  test('is shown by name and by hash', async () => {
    const { out, status } = await run(['show', 'kh-so-tai-chinh.txt']);
    expect(status).toBe(0);
    expect(out).toContain('215/KH-STC');
    const hash = /SHA-256 +([0-9a-f]{64})/u.exec(out)?.[1] ?? '';
    const json = await run(['show', hash.slice(0, 10), '--json']);
    expect(JSON.parse(json.out).header.number).toBe('215/KH-STC');
  });

  test('is exported as JSON lines and CSV', async () => {
    const lines = (await run(['export'])).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).file)).toEqual(['kh-so-tai-chinh.txt']);
    const csv = (await run(['export', '--what', 'citations', '--format', 'csv'])).out.split('\r\n');
    expect(csv[0]).toContain('file,path,sha256,issuingAgency,planYear,type,number');
    expect(csv[1]).toContain('19/2014/QĐ-TTg');
  });

  test('is missed with a message where there is none', async () => {
    const { status, err } = await run(['search', 'x', '--db', 'none.db']);
    expect(status).toBe(74);
    expect(err).toContain('Chưa có cơ sở dữ liệu “none.db”');
  });
});

describe('rasoat show', () => {
  test('reads a file that the database does not know, and stores nothing', async () => {
    await writeFile(join(folder, 'new.txt'), PLAN.replace('215', '216'));
    const { out, err, status } = await run(['show', 'new.txt', '--db', 'not-made.db']);
    expect(status).toBe(0);
    expect(out).toContain('216/KH-STC');
    expect(err).toContain('vừa đọc từ tệp, chưa lưu');
    expect(await readdir(folder)).not.toContain('not-made.db');
  });

  test('says so where there is no such thing', async () => {
    expect(await run(['show', 'nothing'])).toMatchObject({ status: 64, out: '' });
  });
});

describe('usage', () => {
  test.each([
    [['audi'], 'Không có lệnh “audi”. Có phải ý bạn là “audit”?'],
    [['audit'], 'Thiếu tham số <PATH>.'],
    [['audit', 'in', '--jbos', '1'], 'Không có tùy chọn --jbos. Có phải ý bạn là “--jobs”?'],
    [['audit', 'in', '--db'], 'Tùy chọn --db cần một giá trị.'],
    [['audit', 'in', '--as-of', '31/12/2026'], 'Giá trị “31/12/2026” của --as-of không hợp lệ.'],
    [['audit', 'in', '--recognize', 'always'], 'Giá trị “always” của --recognize không hợp lệ.'],
    [['audit', 'in', '--ocr', 'off', '--recognize', 'force'], '--recognize force cần bộ nhận dạng chữ'],
    [['export', '--format', 'xml'], 'Giá trị “xml” của --format không hợp lệ.'],
    [['search', 'x', '--limit', '0'], '--limit cần một số nguyên'],
    [['doctor', 'now'], 'Thừa tham số.'],
  ])('%j is refused with status 64', async (args, message) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([64, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /u);
  });

  test('is explained in Vietnamese, or in English where --lang or LANG say so', async () => {
    expect((await run(['--help'])).out).toContain('Cách dùng: rasoat');
    expect((await run(['audit', '--help', '--lang', 'en'])).out).toContain('Exit status:');
    expect((await run(['--help'], { env: { LANG: 'en_US.UTF-8' } })).out).toContain('Usage: rasoat');
    expect((await run(['--help'], { env: { LANG: 'C.UTF-8' } })).out).toContain('Cách dùng:');
    expect((await run([])).status).toBe(64);
  });

  test('--version prints the version alone', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await run(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });
});

test('rasoat doctor names everything that the program needs', async () => {
  const { out } = await run(['doctor']);
  for (const name of ['Node.js', 'FTS5', 'pdf.js', 'tesseract.js', 'sharp', 'Quy tắc'])
    expect(out).toContain(name);
});

describe('rasoat rules', () => {
  test('lists every rule with its severity, and the registers with their sizes', async () => {
    const { status, out } = await run(['rules', 'list']);
    expect(status).toBe(0);
    expect(out).toMatch(/^citation\/date-mismatch +Lỗi +\S/mu);
    expect(out).toMatch(/^ {2}documents\.yaml +\d+ mục$/mu);
  });

  test('runs the cases of the rules and names those that are wrong', async () => {
    expect(await run(['rules', 'test', '--lang', 'en'])).toMatchObject({ err: '' });
    const own = join(folder, 'own-rules');
    await cp(new URL('../../rules', import.meta.url), own, { recursive: true });
    const wrong = (await readFile(join(own, 'checks', 'text', 'repeated-word.yaml'), 'utf8')).replace(
      /fires: \[\]/u,
      'fires: [{ contains: nowhere }]',
    );
    await writeFile(join(own, 'checks', 'text', 'repeated-word.yaml'), wrong);
    const { status, out } = await run(['rules', 'test', '--rules', 'own-rules']);
    expect(status).toBe(1);
    expect(out).toContain('did not fire as {"contains":"nowhere"}');
  });

  test('names the place of a mistake in a rules folder', async () => {
    await cp(new URL('../../rules', import.meta.url), join(folder, 'broken-rules'), { recursive: true });
    await writeFile(join(folder, 'broken-rules', 'standards.yaml'), 'standards: [\n');
    const { status, err } = await run(['rules', 'list', '--rules', 'broken-rules']);
    expect(status).toBe(74);
    expect(err).toMatch(/standards\.yaml:\d+:\d+/u);
  });
});
