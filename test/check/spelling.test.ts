import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import { contextOf } from '../../src/check/check.js';
import { misspellingsIn } from '../../src/check/misspellings.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { isPossibleSyllable, withToneInPlace } from '../../src/check/spelling/syllable-shape.js';

const registers = loadRegisters();
const found = (text: string) =>
  misspellingsIn(contextOf(buildRecord({ text }), registers)).map(({ span, right }) => [
    text.slice(span.start, span.end),
    right,
  ]);

describe('a written syllable', () => {
  it.each(
    'nghiêng giếng gì gìn quý quyển khuỷu khoảng huỳnh thuở hòa hoà thủy thuỷ ngoèo uống ước yêu ý giặt ghế nghề cứng đường'.split(
      ' ',
    ),
  )('can be %s', (syllable) => expect(isPossibleSyllable(syllable)).toBe(true));

  it.each('quôc khăc ngiêm nghành liêụ caó chiụ nhịêm cácch kêt gỉai đươngg ghá'.split(' '))(
    'cannot be %s',
    (syllable) => expect(isPossibleSyllable(syllable)).toBe(false),
  );

  it('is not judged without marks, in other letters, or as an abbreviation', () => {
    for (const text of ['iso', 'windows', 'đvt', 'đ', 'café', 'khcn'])
      expect(isPossibleSyllable(text)).toBe(true);
  });

  it('gets its tone back where it belongs', () => {
    expect(withToneInPlace('qủa')).toBe('quả');
    expect(withToneInPlace('nhịêm')).toBe('nhiệm');
    expect(withToneInPlace('quả')).toBeNull();
  });

  it('is possible once its tone is in place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcghiklmnoquyếềộịảạ'), maxLength: 7 }), (text) => {
        const moved = withToneInPlace(text);
        if (moved !== null) expect(isPossibleSyllable(moved)).toBe(true);
      }),
    );
  });
});

describe('misspelled words', () => {
  it('are common ones that miss one mark', () => {
    expect(found('các đơn vị tồng hợp kết quả, đánh giá hiêu quả')).toEqual([
      ['tồng hợp', 'tổng hợp'],
      ['hiêu quả', 'hiệu quả'],
    ]);
  });

  it('are syllables that no one can read', () => {
    expect(found('việc khăc phục và ngiêm túc')).toEqual([
      ['khăc', 'khắc'],
      ['ngiêm', null],
    ]);
  });

  it.each([
    'bắt đầu từ quý trình lãnh đạo, khóa học, cơ sở lưu trú, truyền thống',
    'người dân Sở Khoa học, anh Trần Quôc, tỉnh Đắk Lắk, xã Krông Nô',
    'phần công việc, văn bản hành chính, để nghị quyết được thực hiện, xác định ký hiệu',
    'tệp mẫu_đơnn, địa chỉ a.đđ@b, kg/đvt',
    'tài liệu (système de gestion de la qualité) và “naïve café, señor” của chuyên gia',
  ])('are not in: %s', (text) => expect(found(text)).toEqual([]));

  it('are not what a document writes all the time', () => {
    expect(found('sử dung; sử dung; sử dung')).toEqual([]);
    expect(found('sử dụng; sử dung; sử dung; sử dung')).toHaveLength(3);
  });
});
