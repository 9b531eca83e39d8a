const DIGITS: ReadonlyMap<string, number> = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
]);

/**
 * A number in Vietnamese words: "Mười lăm triệu" -> 15000000, "hai trăm linh năm nghìn" -> 205000, "một triệu rưỡi" ->
 * 1500000. Null where a word is none of a number or the words don't make one.
 */
export function numberInWords(words: string): number | null {
  const tokens = words
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s,]+/u)
    .filter((w) => w !== '' && w !== 'đồng' && w !== 'chẵn');
  if (tokens.length === 0) return null;
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  let seen = false;
  let lastScale = 0;
  for (const token of tokens) {
    const value = DIGITS.get(token);
    const scale = SCALES.get(token);
    if (value !== undefined) {
      group += digit ?? 0;
      digit = value;
      seen = true;
    } else if (token === 'mười') {
      group += 10;
      digit = null;
      seen = true;
    } else if (token === 'mươi') {
      if (digit === null) return null;
      group += digit * 10;
      digit = null;
    } else if (token === 'trăm') {
      if (digit === null) return null;
      group += digit * 100;
      digit = null;
    } else if (token === 'rưỡi' || token === 'rưởi') {
      if (lastScale === 0) return null;
      total += lastScale / 2;
    } else if (scale !== undefined) {
      if (!seen) return null;
      const here = group + (digit ?? 0);
      // "một nghìn tỷ": a scale on top of what was counted below it
      if (scale > lastScale && lastScale !== 0) total = (total + here) * scale;
      else total += here * scale;
      lastScale = scale;
      group = 0;
      digit = null;
    } else if (token !== 'linh' && token !== 'lẻ') return null;
  }
  const sum = total + group + (digit ?? 0);
  return seen && Number.isSafeInteger(sum) ? sum : null;
}
