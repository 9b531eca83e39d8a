const LETTER = 1;
const CAPITAL = 2;

const kindOf = (char: string): number => (/\p{Lu}/u.test(char) ? CAPITAL : /\p{L}/u.test(char) ? LETTER : 0);

/** Below this code unit lie all letters of Vietnamese and its neighbours: looked up, as lines are asked again and again. */
const TABLED = 0x2000;
const KINDS = Uint8Array.from({ length: TABLED }, (_, code) => kindOf(String.fromCharCode(code)));

/** Share of capital letters among the letters of `text`. */
export function capitalShare(text: string): number {
  let letters = 0;
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    const kind = code < TABLED ? KINDS[code] : kindOf(String.fromCodePoint(code));
    if (kind !== 0) letters++;
    if (kind === CAPITAL) capitals++;
  }
  return letters === 0 ? 0 : capitals / letters;
}
