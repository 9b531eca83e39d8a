import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import {
  audit,
  check,
  extractPlan,
  loadRegisters,
  openStore,
  type PlanRecord,
  readDocument,
  type Store,
} from '../dist/index.js';
import { serveReview } from '../dist/web/server/serve.js';
import { type ImagePage, imagePdf } from '../fixtures/build/image-pdf.js';
import { filesOf, line, medianOf, PLANS, seconds, title } from './measure.js';

/*
 * The review pages as a person meets them, in a real browser: a long list, a long scan, and how many fields an hour can
 * be settled. The person's own time is a model, the program's is measured.
 */

const DOCUMENTS = Number(process.env.DOCUMENTS ?? 10_000);
const PAGES = 60;
const STEPS = 15;

/**
 * A practised person, after Card, Moran and Newell's keystroke-level model: looking at the next field and deciding
 * 1.35 s, a word compared with the picture 0.3 s, a key 0.28 s. Every fifth field has to be corrected, by six letters.
 */
const PERSON = { decide: 1.35, word: 0.3, key: 0.28, corrected: 5, letters: 6 } as const;

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The records of the DOCX fixtures with what was found in each alone. */
async function samples(): Promise<readonly PlanRecord[]> {
  const registers = loadRegisters();
  const records: PlanRecord[] = [];
  for (const { file, bytes } of filesOf('docx')) {
    const outcome = await readDocument({ file, bytes: bytes.slice() });
    if (outcome.kind === 'failed') throw new Error(outcome.detail);
    const record = extractPlan(outcome.document);
    records.push({ ...record, findings: [...check(record, registers)] });
  }
  return records;
}

async function fill(store: Store, records: readonly PlanRecord[]): Promise<void> {
  const runId = await store.startRun({ version: 'bench', pipelineVersion: 'bench', asOf: null });
  for (let i = 0; i < DOCUMENTS; i++) {
    const record = records[i % records.length] as PlanRecord;
    const file = `ke-hoach-${String(i).padStart(5, '0')}.docx`;
    const sha256 = hashOf(file);
    const header = {
      ...record.header,
      issuingAgency: `ĐƠN VỊ SỐ ${i % 400}`,
      number: `${i}/KH-UBND`,
      planYear: 2007 + (i % 20),
    };
    const source = { ...record.source, file, sha256 };
    const text = `${record.text}\nBản số ${i}, đợt ${i % 37}`;
    await store.saveDocument({
      path: `/bench/${file}`,
      file,
      record: { ...record, source, header, text },
      pipelineVersion: 'bench',
      checkKey: 'bench',
      runId,
    });
  }
  await store.finishRun(runId, { state: 'finished', checked: DOCUMENTS, unchanged: 0, failed: 0 });
}

/** A scan of 60 pages at 300 dpi, made of the pages of those among the fixtures. */
async function longScan(folder: string): Promise<string> {
  const pages: ImagePage[] = [];
  for (const { path } of filesOf('scan-300')) {
    const out = mkdtempSync(join(folder, 'pages-'));
    const ended = spawnSync('pdfimages', ['-j', path, join(out, 'page')]);
    if (ended.status !== 0) throw new Error('pdfimages (poppler-utils) is needed');
    for (const name of readdirSync(out).filter((one) => one.endsWith('.jpg'))) {
      const jpeg = readFileSync(join(out, name));
      const { width: pixelWidth, height: pixelHeight, channels } = await sharp(jpeg).metadata();
      pages.push({ jpeg, pixelWidth, pixelHeight, colour: channels === 3, width: 595.28, height: 841.89 });
    }
  }
  const path = join(folder, 'scan-60.pdf');
  writeFileSync(
    path,
    imagePdf(Array.from({ length: PAGES }, (_, i) => pages[i % pages.length] as ImagePage)),
  );
  return path;
}

async function keepScan(store: Store, record: PlanRecord, path: string): Promise<string> {
  const sha256 = hashOf(readFileSync(path));
  const pageReadings = Array.from({ length: PAGES }, (_, i) => ({
    page: i + 1,
    width: 595.28,
    height: 841.89,
    method: 'ocr' as const,
    reason: 'bench',
    confidence: 1,
  }));
  const runId = await store.startRun({ version: 'bench', pipelineVersion: 'bench', asOf: null });
  await store.saveDocument({
    path,
    file: 'scan-60.pdf',
    record: {
      ...record,
      source: { ...record.source, file: 'scan-60.pdf', sha256, pages: PAGES, pageReadings },
    },
    pipelineVersion: 'bench',
    checkKey: 'bench',
    runId,
  });
  return sha256;
}

/** Milliseconds from `act` until `until` holds on the page, looked at with every frame. */
async function reaction(page: Page, act: string, until: string): Promise<number> {
  // As text: the pages' policy lets no script in, and the compiler's helpers are not there.
  return await page.evaluate<number>(`new Promise((done, failed) => {
    const start = performance.now();
    ${act};
    const look = () => {
      if (${until}) done(performance.now() - start);
      else if (performance.now() - start > 20000) failed(new Error('never: ' + ${JSON.stringify(until)}));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** Measures several times and says the middle and the slowest. */
async function steps(label: string, measure: () => Promise<number>): Promise<void> {
  const all: number[] = [];
  const median = await medianOf(STEPS, async () => {
    const one = await measure();
    all.push(one);
    return one;
  });
  line(label, `${ms(median)}, the slowest ${ms(Math.max(...all))}`);
}

async function list(page: Page, home: string): Promise<void> {
  title(`A list of ${DOCUMENTS} documents`);
  const opened = await seconds(async () => {
    await page.goto(home);
    await page.locator('tbody a').first().waitFor();
  });
  line('the page with its first rows', ms(opened * 1000));
  const status = "document.querySelector('[role=status]').textContent";
  const head = (column: string) => `document.querySelector('thead th.${column}')`;
  const loaded = `${status} !== 'Đang tải…' && document.querySelector('tbody tr[aria-rowindex="2"] .name') !== null`;
  let at = 0;
  const jump = (): Promise<number> => {
    at = (at + 3571) % (DOCUMENTS - 50);
    const there = `document.querySelector('[aria-rowindex="${at + 5}"] .name') !== null`;
    return reaction(page, `document.querySelector('.grid').scrollTop = ${at} * 36`, there);
  };
  await steps('a jump through the list until its rows are there', jump);
  for (const column of ['file', 'unit', 'number', 'issuedOn', 'planYear', 'state', 'error', 'readAt']) {
    await steps(`sorted by ${column}, up or down`, () =>
      reaction(
        page,
        `const was = ${head(column)}.ariaSort; ${head(column)}.querySelector('button').click()`,
        `${head(column)}.ariaSort !== was && ${loaded}`,
      ),
    );
    await steps(`a jump through the list sorted by ${column}`, jump);
  }
  let filter = 0;
  await steps('a filter until its rows are there', () => {
    filter += 1;
    const set = `location.hash = '#/?planYear=${2007 + (filter % 20)}&unit=' + encodeURIComponent('ĐƠN VỊ SỐ ${filter % 20}')`;
    const first = `(() => { const a = document.querySelector('tbody tr[aria-rowindex="2"] .planYear');
      return a !== null && a.textContent === '${2007 + (filter % 20)}' && ${status} !== 'Đang tải…'; })()`;
    return reaction(page, set, first);
  });
  const filters = [
    'severity=error',
    'severity=notice&sort=error',
    'rule=standard%2Foutdated-version',
    'state=to-review',
    'deadline=2026-12',
  ];
  for (const one of filters)
    await steps(`the filter ${one}`, async () => {
      await reaction(page, "location.hash = '#/?state=failed'", `${status}.startsWith('0 ')`);
      return await reaction(page, `location.hash = '#/?${one}'`, `!${status}.startsWith('0 ') && ${loaded}`);
    });
  let word = 0;
  await steps('a full-text search until its rows are there', () => {
    word += 1;
    return reaction(
      page,
      `location.hash = '#/?text=' + encodeURIComponent('"dot ${word} "') + '&sort=file'`,
      `(() => { const s = ${status}; return s !== 'Đang tải…' && /^\\d/.test(s) && !s.startsWith('${DOCUMENTS.toLocaleString('vi-VN')} ') && location.hash.includes('dot%20${word}%20') && document.querySelector('tbody a') !== null; })()`,
    );
  });
  await steps('a full-text search that all documents fit', async () => {
    await reaction(page, "location.hash = '#/?state=failed'", `${status}.startsWith('0 ')`);
    return await reaction(
      page,
      "location.hash = '#/?text=ke%20hoach'",
      `!${status}.startsWith('0 ') && ${loaded}`,
    );
  });
}

async function scan(page: Page, home: string, sha256: string): Promise<void> {
  title(`A scan of ${PAGES} pages at 300 dpi`);
  const first = await seconds(async () => {
    await page.goto(`${home}#/van-ban/${sha256}`);
    await page.locator('.sheet img').first().waitFor();
    await reaction(page, '', "document.querySelector('.sheet img').naturalWidth > 0");
  });
  line('the document with its first page, the first time', ms(first * 1000));
  const turn = (to: number) =>
    reaction(
      page,
      `document.querySelector('[data-page="${to}"]').scrollIntoView()`,
      `(() => { const i = document.querySelector('[data-page="${to}"] img'); return i !== null && i.complete && i.naturalWidth > 0; })()`,
    );
  let to = 1;
  const fresh = await medianOf(STEPS, () => {
    to += 3;
    return turn(to);
  });
  line('a page that nobody looked at yet', ms(fresh));
  await page.reload();
  await page.locator('.sheet img').first().waitFor();
  to = 1;
  const again = await medianOf(STEPS, () => {
    to += 3;
    return turn(to);
  });
  line('a page after the first time', ms(again));
}

async function settle(page: Page, home: string, sha256: string): Promise<void> {
  title('Fields settled by keyboard on a scan at 200 dpi');
  await page.goto(`${home}#/van-ban/${sha256}`);
  await page.getByRole('tablist').waitFor();
  let fields = 0;
  let person = 0;
  const program = await seconds(async () => {
    for (const tab of ['1', '2', '3']) {
      await page.keyboard.press(tab);
      const keys = await page
        .locator('.field')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
      for (const key of keys) {
        const field = page.locator(`.field[data-key="${key}"]`);
        await field.and(page.locator('.chosen')).waitFor();
        const words = (await field.locator('.value').innerText()).split(/\s+/u).length;
        fields += 1;
        person += PERSON.decide + PERSON.word * words + PERSON.key;
        if (fields % PERSON.corrected === 0 && (key?.endsWith('/title') || key?.endsWith('/subject'))) {
          await page.keyboard.press('F2');
          await page.keyboard.press('End');
          await page.keyboard.type('x'.repeat(PERSON.letters));
          person += PERSON.key * (PERSON.letters + 3);
        } else if (fields % PERSON.corrected === 0) person += PERSON.key * (PERSON.letters + 3);
        await page.keyboard.press('Enter');
        await page.locator(`.field[data-key="${key}"]:is(.confirmed, .corrected)`).waitFor();
      }
    }
  });
  line('fields', String(fields));
  line('of the program, a field', `${((program / fields) * 1000).toFixed(0)} ms`);
  line('of the person (model), a field', `${(person / fields).toFixed(2)} s`);
  line('fields an hour', ((fields / (program + person)) * 3600).toFixed(0));
}

const folder = mkdtempSync(join(tmpdir(), 'rasoat-bench-web-'));
const db = join(folder, 'plans.db');
const store = await openStore(db);
const records = await samples();
const filling = await seconds(() => fill(store, records));
const sha256 = await keepScan(store, records[0] as PlanRecord, await longScan(folder));
await store.close();
const [worn] = filesOf('scan-200');
const read = worn === undefined ? null : await audit({ paths: [worn.path], db, cwd: PLANS });
const [wornDocument] = read?.documents ?? [];
const served = await serveReview({ db });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  title('Review pages');
  line(`writing ${DOCUMENTS} documents`, `${filling.toFixed(1)} s`);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(served.url);
  await page.locator('tbody a').first().waitFor();
  const home = served.url.split('?')[0] ?? served.url;
  await list(page, home);
  await scan(page, home, sha256);
  if (wornDocument?.kind === 'checked') await settle(page, home, wornDocument.sha256);
} finally {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
}
