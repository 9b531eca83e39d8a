import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CliError } from '../../src/cli/exit.js';
import { cliMessages } from '../../src/cli/messages/messages.js';
import { nearest } from '../../src/cli/nearest.js';
import { auditSettings, settingsOfFlags } from '../../src/cli/settings/audit-settings.js';
import { loadSettings, parseSettings } from '../../src/cli/settings/load-settings.js';

const say = cliMessages('en');

/** The message with which reading `source` as settings fails. */
function complaint(source: string): string {
  try {
    parseSettings(source, 'rasoat.config.yaml', say);
  } catch (error) {
    if (error instanceof CliError && error.status === 64) return error.message;
    throw error;
  }
  throw new Error('the settings were taken');
}

describe('a settings file', () => {
  test('holds the flags under their own names', () => {
    const source =
      'db: a.db\nas-of: 2012-03-01\nfail-on: never\nformat: [html, xlsx]\njobs: 2\nprogress: false\n';
    expect(parseSettings(source, 'x', say)).toEqual({
      db: 'a.db',
      'as-of': '2012-03-01',
      'fail-on': 'never',
      format: ['html', 'xlsx'],
      jobs: 2,
      progress: false,
    });
  });

  test('may be empty or only comments', () => {
    expect(parseSettings('', 'x', say)).toEqual({});
    expect(parseSettings('# nothing\n', 'x', say)).toEqual({});
  });

  test('with an unknown key is refused with its place, its line and the key that was meant', () => {
    expect(complaint('lang: vi\nfailOn: error\n')).toBe(
      [
        'rasoat.config.yaml:2:1: there is no setting “failOn”',
        '  1 │ lang: vi',
        '> 2 │ failOn: error',
        '    │ ^~~~~~',
        'Did you mean “fail-on”?',
      ].join('\n'),
    );
    expect(complaint('colour: red')).toContain('Settings are: db, out, as-of,');
  });

  test('with a wrong value is refused with what would be right', () => {
    expect(complaint('db: x\njobs: many\n')).toContain('rasoat.config.yaml:2:7: wrong value for “jobs”');
    expect(complaint('jobs: 0')).toContain('Expected: a whole number from 1 to 256');
    expect(complaint('as-of: 2026-02-31')).toContain('Expected: a real day');
    expect(complaint('format:\n  - html\n  - pdf\n')).toContain(
      'rasoat.config.yaml:3:5: wrong value for “format”',
    );
    expect(complaint('lang:')).toContain('Expected: vi or en');
  });

  test('that is no YAML or no map is refused with the place', () => {
    expect(complaint('lang: vi\ndb: [x\n')).toMatch(/^rasoat\.config\.yaml:\d+:\d+: not valid YAML/u);
    expect(complaint('- a\n- b\n')).toContain('rasoat.config.yaml:1:1: a settings file is made of lines');
    expect(complaint('lang: vi\nlang: en\n')).toMatch(/^rasoat\.config\.yaml:2:1: not valid YAML/u);
  });
});

describe('flags', () => {
  test('win over the file, the file over the defaults', () => {
    const flags = settingsOfFlags({ lang: 'en', jobs: '3', format: 'html, csv' }, say);
    const settings = auditSettings({ lang: 'vi', out: 'reports', 'fail-on': 'notice' }, flags);
    expect(settings).toMatchObject({
      lang: 'en',
      jobs: 3,
      out: 'reports',
      db: 'rasoat.db',
      failOn: 'notice',
    });
    expect(settings.formats).toEqual(['html', 'csv']);
  });

  test.each([
    ['jobs', 'x'],
    ['jobs', '1.5'],
    ['as-of', '15/04/2026'],
    ['lang', 'fr'],
    ['format', 'html,docx'],
    ['fail-on', 'fatal'],
    ['ocr', ''],
    ['recognize', 'always'],
  ])('--%s %s is refused', (flag, value) => {
    expect(() => settingsOfFlags({ [flag]: value }, say)).toThrow(`for --${flag}`);
  });
});

describe('finding the settings file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rasoat-settings-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('takes the one in the working directory, or none', async () => {
    expect(loadSettings(folder, undefined, say)).toEqual({ settings: {}, file: null });
    await writeFile(join(folder, 'rasoat.config.yaml'), '\uFEFFlang: en\r\ndb: data/a.db\r\n');
    expect(loadSettings(folder, undefined, say).settings).toEqual({ lang: 'en', db: 'data/a.db' });
  });

  test('takes paths in a named file from its own folder', async () => {
    await mkdir(join(folder, 'conf'));
    await writeFile(join(folder, 'conf', 'my.yaml'), 'db: a.db\nout: /tmp/x\n');
    const { settings } = loadSettings(folder, 'conf/my.yaml', say);
    expect(settings).toEqual({ db: join('conf', 'a.db'), out: '/tmp/x' });
  });

  test('refuses a named file that is not there', () => {
    expect(() => loadSettings(folder, 'no.yaml', say)).toThrow('“no.yaml” cannot be read');
  });
});

test('the nearest word is found over case and hyphens, and none where nothing is near', () => {
  const words = ['as-of', 'fail-on', 'format', 'jobs'];
  expect([nearest('asOf', words), nearest('formats', words), nearest('colour', words)]).toEqual([
    'as-of',
    'format',
    null,
  ]);
});
