import type { DecodedPlace } from './convert-legacy.js';
import type { LegacyEncoding } from './legacy-text.js';

/** What people call the encodings. */
export const ENCODING_NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  viqr: 'VIQR',
};

/** The encodings that words were decoded from, those of the most words first. */
export function encodingsOf(decoded: readonly Pick<DecodedPlace, 'encoding'>[]): readonly LegacyEncoding[] {
  const counts = new Map<LegacyEncoding, number>();
  for (const { encoding } of decoded) counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([encoding]) => encoding);
}

/** One Vietnamese sentence that tells of decoded words. */
export function decodedMessage(decoded: readonly Pick<DecodedPlace, 'encoding'>[]): string {
  const names = encodingsOf(decoded).map((encoding) => ENCODING_NAMES[encoding]);
  return `Văn bản có ${decoded.length} từ ở bảng mã cũ ${names.join(', ')}; chữ đã được chuyển sang Unicode.`;
}
