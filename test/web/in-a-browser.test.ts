import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { audit } from '../../src/run/audit.js';
import { openStore } from '../../src/store/open-store.js';
import { hashPassword } from '../../src/web/server/passwords.js';
import { type Served, serveReview } from '../../src/web/server/serve.js';
import { buildOnce } from '../build-once.js';
import { needsProgram } from '../programs.js';

const plan = (path: string): string =>
  fileURLToPath(new URL(`../../fixtures/plans/${path}`, import.meta.url));
const SCAN = 'scan-300/chi-cuc-ninh-thuan-2019.pdf';
const OFFICE = { width: 1366, height: 768 };
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('the review pages in a real browser', () => {
  let folder: string;
  let browser: Browser | null = null;
  let served: Served | null = null;

  beforeAll(async () => {
    await buildOnce();
    folder = await mkdtemp(join(tmpdir(), 'rasoat-pages-'));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const serve = async (): Promise<Served> => {
    await served?.close();
    served = await serveReview({ db: join(folder, 'plans.db'), jobs: 2 });
    return served;
  };
  const open = async (context: TestContext, theme: 'light' | 'dark' = 'light'): Promise<Page> => {
    needsProgram(context, 'chromium');
    browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await (await browser.newContext({ viewport: OFFICE, colorScheme: theme })).newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    return page;
  };
  /** Serious violations of the accessibility rules on the page as it is. */
  const violations = async (page: Page): Promise<readonly string[]> => {
    // The pages' own policy lets no script in, so the tool comes in beside it.
    await page.evaluate(`(() => { const module = undefined; ${await source()} })()`);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations: all } = await axe.run();
      return all
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  };
  const source = async (): Promise<string> => (await import('node:fs/promises')).readFile(axe, 'utf8');

  it('take files in, let a person settle a scan by keyboard, and keep it all through a restart', async (context) => {
    const page = await open(context);
    await page.goto((await serve()).url);
    await page.getByText('Chưa có văn bản nào').waitFor();
    expect(page.url()).not.toContain('token');

    // Hand in.
    await page.getByRole('link', { name: 'Nộp tệp' }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        plan(SCAN),
        plan('docx/kien-giang-truong-2021.docx'),
        plan('../hostile/truncated.pdf'),
      ]);
    await page.getByRole('button', { name: 'Rà soát 3 tệp' }).click();
    await page.getByRole('link', { name: 'Xem các văn bản của đợt này' }).waitFor({ timeout: 100_000 });
    expect(await page.getByText('Tệp bị hỏng').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Xem các văn bản của đợt này' }).click();
    await page.getByText('3 văn bản').waitFor();
    expect(await violations(page)).toEqual([]);

    // A scan, by keyboard alone: open it, confirm, correct, take back.
    await page.keyboard.press('/');
    // Slowly: the list follows what is typed, and the place to type stays.
    await page.keyboard.type('ninh');
    await page.waitForURL(/text=ninh/u);
    await page.keyboard.type(' thuan');
    await page.getByText('1 văn bản').waitFor();
    await page.locator('.grid').focus();
    await page.keyboard.press('Enter');
    await page.locator('.sheet img').first().waitFor();
    await page.keyboard.press('2');
    const field = (name: string) => page.locator(`.field[data-key="header/${name}"]`);
    await field('parentAgency').and(page.locator('.chosen')).waitFor();
    await page.keyboard.press('Enter');
    await field('parentAgency').getByText('xác nhận').waitFor();
    await field('issuingAgency').and(page.locator('.chosen')).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+z');
    await field('parentAgency').and(page.locator('.chosen')).waitFor();
    await expect.poll(() => field('parentAgency').getByText('xác nhận').count()).toBe(0);
    await page.keyboard.press('Control+y');
    await field('parentAgency').getByText('xác nhận').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.keyboard.press('End');
    await page.keyboard.type(' (SỬA)');
    await page.keyboard.press('Enter');
    await field('issuingAgency').getByText('sửa; máy đọc').waitFor();
    expect(await field('issuingAgency').locator('.value').innerText()).toMatch(/ \(SỬA\)$/u);
    expect(await page.locator('.mark').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);

    // A task row.
    await page.keyboard.press('4');
    const cell = page.locator('td.timings').first();
    await page.locator('td.content.chosen:focus').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await cell.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Quý III');
    await page.keyboard.press('Control+Enter');
    await page.locator('td.timings.corrected').first().waitFor();
    expect(await cell.innerText()).toMatch(/^Quý III\/\d{4}$/u);
    const rows = await page.locator('td.content').count();
    await page.getByRole('button', { name: 'Xóa dòng' }).click();
    await expect.poll(() => page.locator('td.content').count()).toBe(rows - 1);
    await page.locator('.record-body').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('td.content').count()).toBe(rows);
    expect(await violations(page)).toEqual([]);

    // A finding, dismissed with its reason.
    await page.keyboard.press('6');
    await page.locator('.finding.chosen').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.type('Đã sửa theo công văn');
    await page.keyboard.press('Enter');
    await page.getByText('bác bỏ: Đã sửa theo công văn').waitFor();
    expect(await violations(page)).toEqual([]);

    // Out.
    const download = page.waitForEvent('download');
    await page.locator('.record-foot select').selectOption('jsonl');
    await page.getByRole('button', { name: 'Tải về' }).click();
    const saved = join(folder, 'out.jsonl');
    await (await download).saveAs(saved);
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(saved, 'utf8')).toContain('Đã sửa theo công văn');

    // Everything is there after a restart.
    const address = page.url().split('#')[1] ?? '';
    const { url } = await serve();
    await page.goto(url);
    await page.goto(`${url.split('?')[0]}#${address}`);
    await page.getByRole('tablist').waitFor();
    await page.keyboard.press('2');
    await field('issuingAgency').getByText('sửa; máy đọc').waitFor();
    await page.keyboard.press('6');
    await page.getByText('bác bỏ: Đã sửa theo công văn').waitFor();
    await page.keyboard.press('7');
    expect(await page.locator('.history > li').count()).toBe(8);
    await page.close();
  });

  it('keep what is typed when the server does not take it, and say where a page cannot be drawn', async (context) => {
    const page = await open(context);
    await page.goto((await serve()).url);
    await page.route('**/pages/1?zoom=1', (route) => route.fulfill({ status: 404, body: '{}' }));
    await page.locator('tbody a', { hasText: '.pdf' }).first().click();
    await page.getByText('không vẽ được trang này').waitFor();
    await page.unroute('**/pages/1?zoom=1');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.locator('[data-page="1"] img').waitFor();

    await page.keyboard.press('2');
    const field = page.locator('.field[data-key="header/subject"]');
    await field.click();
    await page.keyboard.press('F2');
    await page.keyboard.type('Của tôi');
    await page.route('**/decisions', (route) => route.abort());
    await page.keyboard.press('Enter');
    await page.getByText('Không kết nối được').waitFor();
    expect(await field.locator('textarea').inputValue()).toBe('Của tôi');
    await page.unroute('**/decisions');

    // The session ends; the page stays under the way back in.
    await page.context().clearCookies();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Phiên làm việc đã hết').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await field.locator('textarea').inputValue()).toBe('Của tôi');
    const again = await page.context().newPage();
    await again.goto(served?.url ?? '');
    await again.getByRole('link', { name: 'Tổng quan' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await field.locator('textarea').press('Enter');
    await field.getByText('sửa; máy đọc').waitFor();
    await page.context().close();
  });

  it('show a decision of somebody else as it is taken', async (context) => {
    const url = (await serve()).url;
    const [one, two] = [await open(context), await open(context)];
    for (const page of [one, two]) {
      await page.goto(url);
      await page.locator('tbody a', { hasText: '.docx' }).first().click();
      await page.getByRole('tablist').waitFor();
      await page.keyboard.press('2');
      await page.locator('.field[data-key="header/number"]').waitFor();
    }
    await one.locator('.field[data-key="header/number"]').click();
    await one.keyboard.press('Enter');
    await two.locator('.field[data-key="header/number"]').getByText('xác nhận').waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  it('tell who types that somebody else corrected the same, and let an administrator set a password', async (context) => {
    needsProgram(context, 'chromium');
    await served?.close();
    const db = join(folder, 'people.db');
    await audit({ paths: [plan('docx/kien-giang-truong-2021.docx')], db, cwd: folder, jobs: 1 });
    const store = await openStore(db);
    const password = 'một mật khẩu dài';
    for (const [name, role] of [
      ['lan', 'administrator'],
      ['hoa', 'reviewer'],
    ] as const)
      await store.people.addUser({ name, role, passwordHash: await hashPassword(password) });
    await store.close();
    served = await serveReview({ db, host: '0.0.0.0' });
    const home = `http://127.0.0.1:${served.port}/`;
    const enter = async (name: string): Promise<Page> => {
      const page = await open(context);
      await page.goto(home);
      await page.locator('input[name=name]').fill(name);
      await page.locator('input[name=password]').fill(password);
      await page.keyboard.press('Enter');
      await page.locator('tbody a', { hasText: '.docx' }).first().click();
      await page.getByRole('tablist').waitFor();
      await page.keyboard.press('2');
      await page.locator('.field[data-key="header/place"]').click();
      await page.keyboard.press('F2');
      await page.locator('.field textarea').waitFor();
      return page;
    };
    const [lan, hoa] = [await enter('lan'), await enter('hoa')];
    const field = (page: Page) => page.locator('.field[data-key="header/place"]');
    await lan.keyboard.type('Vinh');
    await lan.keyboard.press('Enter');
    await field(hoa).getByText('lan sửa').waitFor();
    await hoa.keyboard.type('Huế');
    await hoa.keyboard.press('Enter');
    await hoa.getByText('lan vừa sửa chỗ này thành “Vinh”').waitFor();
    expect(await field(hoa).locator('textarea').inputValue()).toBe('Huế');
    await expect.poll(() => field(lan).locator('.value').innerText()).toBe('Vinh');
    await hoa.keyboard.press('Enter');
    await expect.poll(() => field(lan).locator('.value').innerText()).toBe('Huế');
    // One line, whatever the document is like.
    for (const page of [lan, hoa])
      expect(await page.locator('.record-foot').evaluate((foot) => foot.clientHeight)).toBeLessThan(50);

    await lan.getByRole('link', { name: 'Người dùng' }).click();
    await lan.getByRole('button', { name: 'Đặt lại mật khẩu hoa' }).click();
    await lan.locator('form.reset input:focus').waitFor();
    await lan.keyboard.type('mật khẩu khác hẳn');
    await lan.keyboard.press('Enter');
    await lan.getByText('Đã đặt mật khẩu mới cho hoa').waitFor();
    await lan.getByRole('cell', { name: 'đặt lại mật khẩu', exact: true }).waitFor();
    expect(await violations(lan)).toEqual([]);
    await hoa.keyboard.press('Control+z');
    await hoa.getByRole('dialog').getByText('Phiên làm việc đã hết').waitFor();
    await Promise.all([lan.context().close(), hoa.context().close()]);
  });

  it('speak English, and are readable in the dark and by those who need more', async (context) => {
    const page = await open(context, 'dark');
    await page.goto((await serve()).url);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'Findings by unit' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
