import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/check/document-number.js';
import { defaultRulesDir, loadRegisters, REGISTER_FILES } from '../../src/check/registers/load-registers.js';
import { RegisterError } from '../../src/check/registers/register-error.js';

const registers = loadRegisters();
const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

/** A copy of the rules with one file changed. */
function rulesWith(file: string, change: (source: string) => string): string {
  const dir = mkdtempSync(join(tmpdir(), 'rules-'));
  made.push(dir);
  cpSync(defaultRulesDir(), dir, { recursive: true });
  writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
  return dir;
}

function errorOf(load: () => unknown): RegisterError {
  try {
    load();
  } catch (error) {
    if (error instanceof RegisterError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the registers', () => {
  it('hold numbers that their own grammar reads', () => {
    for (const { number } of registers.documents) expect(parseNumber(number), number).not.toBeNull();
  });

  it('quote in a title only standards that stand in it', () => {
    for (const { title, titleStandards, number } of registers.documents)
      for (const { designation, version } of titleStandards)
        expect(title, number).toContain(`${designation}:${version}`);
  });

  it('let every version be followed by one that is registered', () => {
    for (const { designation, versions } of registers.standards.standards)
      for (const version of versions)
        if (version.supersededBy !== null)
          expect(
            versions.map((v) => v.year),
            designation,
          ).toContain(version.supersededBy);
  });

  it('name as successor of another name only a version that is registered', () => {
    for (const { designation, versions } of registers.standards.standards)
      for (const { replacedBy } of versions) {
        if (replacedBy === null) continue;
        const [name = '', year] = replacedBy.split(':');
        const years = registers.standardByDesignation.get(name)?.versions.map((v) => v.year);
        expect(years, designation).toContain(Number(year));
      }
  });

  it('lie in files that are all known by name', () => {
    const files = readdirSync(defaultRulesDir()).filter((file) => file.endsWith('.yaml'));
    expect(files.sort()).toEqual([...REGISTER_FILES.keys()].sort());
  });

  it('never replace a document by one that was issued before it', () => {
    for (const document of registers.documents)
      for (const number of document.replacedBy) {
        const next = registers.documentByNumber.get(number.toUpperCase());
        if (next?.issuedOn && document.issuedOn) expect(next.issuedOn > document.issuedOn, number).toBe(true);
      }
  });

  it('know 34 provinces of today and 63 of before July 2025', () => {
    const heldOn = (day: string): number =>
      registers.units.provinces.filter((p) => (p.from ?? '') <= day && (p.to === null || p.to > day)).length;
    expect(heldOn('2026-06-01')).toBe(34);
    expect(heldOn('2025-06-01')).toBe(63);
    expect(heldOn('2024-06-01')).toBe(63);
  });

  it('hold no misspelled phrase that is right somewhere in their own texts', () => {
    const right = [
      ...registers.units.commonNames,
      ...registers.documents.flatMap((d) => d.title ?? []),
      ...Object.values(registers.phrases.misspellings),
    ].map((text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
    for (const wrong of Object.keys(registers.phrases.misspellings))
      for (const text of right) expect(text.includes(` ${wrong} `), `${wrong} in ${text}`).toBe(false);
  });
});

describe('a register that breaks its form', () => {
  it('is named with file, line, column and what was expected', () => {
    const dir = rulesWith('ceilings.yaml', (s) => s.replace('amount: 15000000', 'amount: much'));
    const error = errorOf(() => loadRegisters(dir));
    expect(error.file).toBe(join(dir, 'ceilings.yaml'));
    expect(error.line).toBe(
      readFileSync(error.file, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('amount: much')) + 1,
    );
    expect(error.column).toBeGreaterThan(1);
    expect(error.message).toContain('number');
  });

  it.each([
    ['an unknown key', 'form.yaml', (s: string) => s.replace('basis:', 'basys:')],
    ['no YAML', 'form.yaml', (s: string) => `${s}\n  - ]`],
    [
      'an end before the beginning',
      'ceilings.yaml',
      (s: string) => s.replace('from: 2015-10-26', 'from: 2015-10-26\n    to: 2014-01-01'),
    ],
    ['a day that no calendar has', 'documents.yaml', (s: string) => s.replace('2014-03-05', '2014-02-30')],
    [
      'a source nobody knows',
      'ceilings.yaml',
      (s: string) => s.replace('source: [phap-dien]', 'source: [hearsay]'),
    ],
    [
      'an entry twice',
      'documents.yaml',
      (s: string) => s.replace('number: 118/2009/QĐ-TTg', 'number: 144/2006/QĐ-TTg'),
    ],
    ['no confidence', 'ceilings.yaml', (s: string) => s.replace('confidence: 3', '')],
  ])('is refused: %s', (_, file, change) => {
    const dir = rulesWith(file, change);
    expect(errorOf(() => loadRegisters(dir)).file).toBe(join(dir, file));
  });

  it('is named where it is missing', () => {
    expect(errorOf(() => loadRegisters('/nowhere')).message).toContain('/nowhere');
  });
});
