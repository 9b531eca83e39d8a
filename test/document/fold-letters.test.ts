import { expect, it } from 'vitest';
import { foldVietnamese } from '../../src/document/fold.js';
import { isWhiteSpace } from '../../src/document/white-space.js';

const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

it('folds every character by itself to one of the same length, whatever stands around it', () => {
  for (const char of everyUnit) {
    const folded = foldVietnamese(char);
    expect(folded).toHaveLength(1);
    if (foldVietnamese(`Đ${char}–`) !== `d${folded}–`) expect.fail(`${char.charCodeAt(0)} folds otherwise`);
  }
  expect(foldVietnamese('Ủy ban Đắk Lắk – Huế')).toBe('uy ban dak lak – hue');
});

it('folds a text of many chunks like its parts', () => {
  const text = 'Hệ thống quản lý chất lượng “ISO” 😀 '.repeat(200);
  expect(foldVietnamese(text)).toBe(foldVietnamese(text.slice(0, 37)).repeat(200));
});

it('knows white space as patterns do', () => {
  const wrong = everyUnit.filter((char) => isWhiteSpace(char.charCodeAt(0)) !== /\s/u.test(char));
  expect(wrong).toEqual([]);
});
