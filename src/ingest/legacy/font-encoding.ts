import type { LegacyEncoding } from './legacy-text.js';

/** What a font's name says of the text typed for it. */
export interface FontEncoding {
  readonly encoding: LegacyEncoding;
  /** The font draws small letters as capitals, since TCVN3 has no capitals with tones. */
  readonly capitals: boolean;
}

/** A subset's tag, and how some producers write the dot in front. */
const PREFIX = /^(?:[A-Z]{6}\+)?(?:#2E|_|\.)?/u;
const STYLE = /[-, ]?(?:bold|italic|regular|normal|oblique|bd|it)*(?:mt)?$/iu;
const TCVN3 = /^vn(?!i(?:[-_ ]|$))[a-z]/iu;
const VNI = /^vni[-_ ]/iu;
/** Fonts of these names that are Unicode: newer families whose names begin alike. */
const UNICODE_FAMILY = /^vn(?:i[-_ ]?unicode|unicode)/iu;

/**
 * The encoding that a font's name stands for: TCVN3 for ".VnTime", ".VnArialH" (capitals) and the like, VNI for
 * "VNI-Times". Null for other fonts.
 */
export function encodingOfFont(font: string): FontEncoding | null {
  const name = font.replace(PREFIX, '');
  if (UNICODE_FAMILY.test(name)) return null;
  if (VNI.test(name)) return { encoding: 'vni', capitals: false };
  if (!TCVN3.test(name)) return null;
  return { encoding: 'tcvn3', capitals: /[a-z]H$/u.test(name.replace(STYLE, '')) };
}
