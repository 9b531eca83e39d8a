import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/ingest/read-document.js';
import { annotate } from '../../../src/report/annotate/annotate.js';
import { filesOf, recordOf, stemOf } from '../../fixtures/pipeline.js';
import { needsProgram } from '../../programs.js';
import { given, OPTIONS } from './options.js';
import { squeezed } from './written-docx.js';

const folder = mkdtempSync(join(tmpdir(), 'rasoat-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens documents in LibreOffice and saves them in another form. */
function saved(files: readonly string[], form: string): void {
  const { stdout, status } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      form,
      '--outdir',
      folder,
      ...files,
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout.match(/^convert /gmu)).toHaveLength(files.length);
}

/** The different words that a PDF of the folder shows. */
function wordsOf(name: string): ReadonlySet<string> {
  const { stdout } = spawnSync('pdftotext', [join(folder, name), '-'], { encoding: 'utf8' });
  return new Set(stdout.normalize('NFC').match(/[\p{L}\p{N}]+/gu));
}

describe('in LibreOffice', () => {
  test('a DOCX given back has all comments and changes, and the page is set as before', async (context) => {
    needsProgram(context, 'soffice');
    needsProgram(context, 'pdftotext', ['-v']);
    const paths = filesOf('docx').filter((path) =>
      /dai-son|can-tho|hai-phong|lang-son|ca-mau-2016\.docx/u.test(path),
    );
    const wanted = new Map<string, { readonly notes: number; readonly changes: number }>();
    for (const path of paths) {
      const { record } = await recordOf(path);
      const outcome = given(await annotate(new Uint8Array(readFileSync(path)), record, OPTIONS));
      const { notes, changes } = outcome;
      writeFileSync(join(folder, `${stemOf(path)}.docx`), outcome.bytes);
      copyFileSync(path, join(folder, `${stemOf(path)}.original.docx`));
      wanted.set(stemOf(path), { notes, changes });
    }
    const files = [...wanted.keys()].map((name) => join(folder, `${name}.docx`));
    saved(files, 'fodt');
    saved([...files, ...files.map((file) => file.replace(/docx$/u, 'original.docx'))], 'pdf');
    for (const [name, { notes, changes }] of wanted) {
      const open = readFileSync(join(folder, `${name}.fodt`), 'utf8');
      const creators = [...open.matchAll(/<office:annotation .*?<dc:creator>([^<]*)/gsu)].map(
        ([, who]) => who,
      );
      expect(
        creators.filter((who) => who === 'Rasoat'),
        name,
      ).toHaveLength(notes);
      expect((open.match(/<text:changed-region /gu) ?? []).length >= changes, name).toBe(true);
      // Words that are to go are shown struck out: none of the original's is missing.
      const shown = wordsOf(`${name}.pdf`);
      const missing = [...wordsOf(`${name}.original.pdf`)].filter((word) => !shown.has(word));
      expect(missing.length, `${name}: ${missing.join(' ')}`).toBeLessThan(5);
    }
  });

  test('a text given back is a Word document with the text, its tables and all notes', async (context) => {
    needsProgram(context, 'soffice');
    const path = filesOf('txt').find((one) => one.includes('tay-ninh')) ?? '';
    const { record } = await recordOf(path);
    const outcome = given(await annotate(new Uint8Array(readFileSync(path)), record, OPTIONS));
    expect(outcome).toMatchObject({ extension: '.docx', notes: record.findings.length });
    const file = join(folder, 'text.docx');
    writeFileSync(file, outcome.bytes);
    saved([file], 'fodt');
    const open = readFileSync(join(folder, 'text.fodt'), 'utf8');
    expect(open.match(/<office:annotation /gu)).toHaveLength(record.findings.length);
    const read = await readDocument({ file: 'kh.docx', bytes: outcome.bytes });
    if (read.kind === 'failed') throw new Error(read.detail);
    for (const line of record.text
      .split('\n')
      .filter((one) => one.length > 60)
      .slice(0, 5))
      if (!record.findings.some(({ raw }) => raw !== '' && line.includes(raw)))
        expect(squeezed(read.document.text)).toContain(squeezed(line));
  });
});
