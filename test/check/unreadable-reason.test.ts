import { expect, it } from 'vitest';
import { unreadableReason } from '../../src/check/unreadable-reason.js';

it.each([
  ['no text layer, page is a picture; recognition is switched off', 'đang tắt'],
  ['bad text layer: 23 % of the characters are misplaced; recognition took over 25 s', 'quá 25 giây'],
  ['the picture has 108000000 pixels, 100000000 are allowed', 'quá lớn'],
  ['no text layer, page is a picture; recognition failed: tesseract was ended by SIGKILL', 'bộ nhận dạng'],
  ['the picture cannot be read: VipsJpeg: premature end of JPEG image', 'bị hỏng'],
  ['no text layer, page is a picture; the picture is too noisy', 'nhiễu quá'],
  ['no text layer, page is a picture; no word in the picture', 'không tìm thấy chữ'],
])('%s: %s', (reason, part) => {
  expect(unreadableReason(reason)).toContain(part);
});

it('keeps a reason that it does not know', () => {
  expect(unreadableReason('something else')).toBe('something else');
});
