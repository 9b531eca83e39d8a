import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/record/audit-result.js';
import { writeReports } from '../../src/report/write-reports.js';
import { needsProgram } from '../programs.js';
import { sampleAudit } from './sample-audit.js';

/** Where a program stands on the PATH. */
function pathOf(program: string): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    try {
      accessSync(join(folder, program), constants.X_OK);
      return join(folder, program);
    } catch {
      // Not in this one.
    }
  throw new Error(`${program} is not on the PATH`);
}

/** The sample, its first plan with a former version in which all but one finding stood already. */
function comparedSample(): AuditResult {
  const result = sampleAudit();
  return {
    ...result,
    documents: result.documents.map((document, index) =>
      document.kind === 'checked' && index === 0
        ? {
            ...document,
            changes: {
              against: { file: 'cũ.pdf', sha256: null },
              fresh: document.record.findings.slice(0, 1).map(({ fingerprint }) => fingerprint),
              mended: [],
            },
          }
        : document,
    ),
  };
}

describe('the report in a browser', () => {
  let folder: string;
  let browser: Browser | null = null;
  let page: Page;
  const problems: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rasoat-filter-'));
    const cutOut = {
      mediaType: 'image/png',
      // One white pixel.
      base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
      width: 1,
      height: 1,
      shownWidth: 40,
      page: 1,
      marks: [],
    };
    await writeReports(comparedSample(), {
      out: folder,
      formats: ['html'],
      lang: 'vi',
      cutOuts: { of: () => cutOut, shown: 7, left: 0, failed: [] },
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async (context) => {
    needsProgram(context, 'chromium');
    browser ??= await chromium.launch({
      executablePath: pathOf('chromium'),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    problems.length = 0;
    asked.length = 0;
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
  });

  const shownPlans = () => page.locator('.plan:visible h3').allTextContents();
  const shownFindings = () => page.locator('.findings > li[data-severity]:visible').count();
  const count = () => page.locator('#filter output').textContent();

  it('breaks no rule of its own policy and asks for nothing but itself', async () => {
    expect(await page.locator('#filter').isVisible()).toBe(true);
    await page.locator('.cut img').first().scrollIntoViewIfNeeded();
    const drawn = () =>
      page
        .locator('.cut img')
        .first()
        .evaluate((image) => 'naturalWidth' in image && image.naturalWidth);
    // A picture is decoded when it comes into sight.
    await expect.poll(drawn, { timeout: 10_000 }).toBe(1);
    expect(problems).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('finds words without diacritics, in the plan or in its findings', async () => {
    await page.getByRole('searchbox').fill('viet sai chinh ta');
    await expect.poll(count).toBe('1 / 2 kế hoạch đang hiện, 1 / 7 phát hiện đang hiện');
    expect(await shownPlans()).toEqual(['ke-hoach-iso-so-xay-dung.pdf']);
    expect(await shownFindings()).toBe(1);
    await page.getByRole('searchbox').fill('"viết sai" QUY 19/2014');
    await expect.poll(count).toContain('1 / 2 kế hoạch');
    await page.getByRole('searchbox').fill('"sai viết"');
    await expect.poll(shownPlans).toEqual([]);
    expect(await page.locator('#nothing').isVisible()).toBe(true);
  });

  it('filters by severity, rule, unit and what changed, and comes back', async () => {
    await page.getByRole('checkbox', { name: 'Lỗi' }).uncheck();
    await expect.poll(shownFindings).toBe(4);
    expect(await shownPlans()).toEqual(['ke-hoach-iso-so-xay-dung.pdf']);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await expect.poll(shownFindings).toBe(7);
    await page.locator('select[data-by=rule]').selectOption('timing/before-issue');
    await expect.poll(shownFindings).toBe(1);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.locator('select[data-by=state]').selectOption('new');
    await expect.poll(shownFindings).toBe(1);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    const units = page.locator('select[data-by=unit]');
    await units.selectOption({ index: 1 });
    await expect.poll(async () => (await shownPlans()).length).toBe(1);
    expect(await page.locator('tr[data-plan]:visible').count()).toBe(1);
  });

  it('shows everything, and no dead filter, where scripts are forbidden', async () => {
    const context = await browser?.newContext({ javaScriptEnabled: false });
    if (context === undefined) throw new Error('the browser runs');
    const still = await context.newPage();
    await still.goto(pathToFileURL(join(folder, 'report.html')).href);
    expect(await still.locator('#filter').isVisible()).toBe(false);
    expect(await still.locator('.findings > li[data-severity]').count()).toBe(7);
    await context.close();
  });

  it('is printed with what is folded on the screen', async () => {
    const folded = page.locator('details:not([open])');
    expect(await folded.count()).toBeGreaterThan(0);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await folded.count()).toBe(0);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await folded.count()).toBeGreaterThan(0);
  });
});
