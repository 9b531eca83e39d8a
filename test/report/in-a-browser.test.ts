import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { writeReports } from '../../src/report/write-reports.js';
import { needsProgram } from '../programs.js';
import { sampleAudit } from './sample-audit.js';

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

it('report.html shows every document in a real browser', async (context) => {
  needsProgram(context, 'chromium');
  const folder = mkdtempSync(join(tmpdir(), 'rasoat-browser-'));
  try {
    const result = sampleAudit();
    await writeReports(result, { out: folder, formats: ['html'], lang: 'vi' });
    const page = pathToFileURL(join(folder, 'report.html')).href;
    const shown = spawnSync(
      'chromium',
      [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', page],
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect(shown.status).toBe(0);
    for (const document of result.documents) expect(shown.stdout).toContain(document.file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
