/**
 * TCVN 5712:1993 (VN3, "ABC") as Latin-1 characters show it: fonts named ".Vn…" draw Vietnamese letters at these
 * codes. Toned capitals have no codes; fonts whose names end in "H" draw all letters as capitals.
 */
const TCVN3_CODES = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦';
const TCVN3_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const TCVN3: ReadonlyMap<string, string> = new Map(
  [...TCVN3_CODES].map((code, index) => [code, [...TCVN3_LETTERS][index] ?? code]),
);

/** VNI: a letter followed by one code for its marks (combining, in the order circumflex or breve, then tone). */
const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);
/** VNI letters that stand at one code, lower case. */
const VNI_SINGLE: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);
const VNI_BASE = /^[aeouyôö]$/iu;

/** Letters that only Unicode text has: what holds one was not typed for a legacy font. */
const UNICODE_ONLY = /\p{M}|[ĂăĐđĨĩŨũƠơƯư]|[\u1EA0-\u1EF9]/u;

const isCapital = (char: string): boolean => char !== char.toLowerCase();

function fromVni(text: string): string {
  const chars = [...text];
  let out = '';
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    const next = chars[i + 1] ?? '';
    const single = VNI_SINGLE.get(char.toLowerCase());
    const letter = single === undefined ? char : isCapital(char) ? single.toUpperCase() : single;
    const marks = VNI_BASE.test(char) ? VNI_MARKS.get(next.toLowerCase()) : undefined;
    out += marks === undefined ? letter : (letter + marks).normalize('NFC');
    if (marks !== undefined) i++;
  }
  return out;
}

function fromTcvn3(text: string, capitals: boolean): string {
  const letters = Array.from(text, (char) => TCVN3.get(char) ?? char).join('');
  return capitals ? letters.toUpperCase() : letters;
}

/** Text typed for a TCVN3 or VNI font, by the font's name, in Unicode; null where the font is no such font. */
export function fromLegacyFont(text: string, font: string | undefined): string | null {
  if (font === undefined || UNICODE_ONLY.test(text)) return null;
  if (/^\.Vn/iu.test(font)) return fromTcvn3(text, /H$/u.test(font));
  return /^VNI-/iu.test(font) ? fromVni(text) : null;
}
