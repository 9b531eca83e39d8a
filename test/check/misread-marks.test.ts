import { describe, expect, it } from 'vitest';
import { isUsualSlip } from '../../src/check/misread-marks.js';

describe('a mark that a recognizer misreads', () => {
  it.each([
    ['tố chức', 'tổ chức'],
    ['Kiếm tra', 'Kiểm tra'],
    ['ĐẤY MẠNH', 'đẩy mạnh'],
  ])('%s may be %s', (written, right) => {
    expect(isUsualSlip(written, right)).toBe(true);
    expect(isUsualSlip(right, written)).toBe(true);
  });

  it.each([
    ['Thủ ký', 'Thư ký'],
    ['quy đinh', 'quy định'],
    ['hướng dẩn', 'hướng dẫn'],
    ['trung trâm', 'trung tâm'],
    ['mả', 'má'],
  ])('%s is not %s misread', (written, right) => {
    expect(isUsualSlip(written, right)).toBe(false);
  });
});
