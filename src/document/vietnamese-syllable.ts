/**
 * The rimes of written Vietnamese without their tones: vowels with their own marks, and the final (Đoàn Thiện Thuật,
 * "Ngữ âm tiếng Việt"; rimes of loanwords and sound words that papers use are in).
 */
const RIMES: ReadonlySet<string> = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uê uêch uên uênh uc ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ' +
    'ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
);
/** Rimes in which "qu" and "gi" leave out a letter of theirs: "quen" is q + u + en. */
const AFTER_QU: ReadonlySet<string> = new Set(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt i in ich inh it y ych yên yêt ynh yt ôc ơ'.split(
    ' ',
  ),
);
const ONSET = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?/u;
const FRONT = /^[eêiy]/u;
const STOPPED = /(?:ch|[ckpt])$/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const NOT_LETTERS = /\p{M}/gu;
const STOPPED_TONES = new Set(['\u0301', '\u0323']);
const LONGEST = 7;

/** Whether the onset is spelled as it is before such a rime: c and k, g and gh, ng and ngh share their sounds. */
function goesBefore(onset: string, rime: string): boolean {
  const front = FRONT.test(rime);
  switch (onset) {
    case 'c':
      return !front;
    case 'gh':
    case 'ngh':
      return front;
    case 'g':
      return !front || rime.startsWith('i');
    case 'ng':
      return !front;
    default:
      return true;
  }
}

/** Ends whose tone stands on either vowel, by two schools: "hoà" and "hòa". */
const EITHER = /^(?:oa|oe|uy)$/u;
const SHAPED = /[ăâêôơư]/gu;

/** Whether a tone stands right on letter `at` of the rime: on its last shaped vowel, else where the rime wants it. */
function toneFits(rime: string, at: number): boolean {
  const shaped = [...rime.matchAll(SHAPED)].at(-1)?.index;
  if (shaped !== undefined) return at === shaped;
  const vowels = /^[aeiouy]+/u.exec(rime)?.[0] ?? '';
  if (vowels.length === 1) return at === 0;
  if (EITHER.test(rime)) return at < 2;
  return at === (vowels.length === 3 || vowels.length < rime.length ? 1 : 0);
}

function judge(lower: string): boolean {
  const apart = lower.normalize('NFD');
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = apart.replace(TONES, '').normalize('NFC');
  const tone = tones[0];
  const onset = ONSET.exec(plain)?.[0] ?? '';
  const rime = plain.slice(onset.length);
  const toned =
    tone === undefined ? -1 : apart.slice(0, apart.indexOf(tone)).replace(NOT_LETTERS, '').length - 1;
  const may = (o: string, r: string): boolean =>
    RIMES.has(r) &&
    goesBefore(o, r) &&
    (tone === undefined ||
      ((!STOPPED.test(r) || STOPPED_TONES.has(tone)) && toneFits(r, toned - (plain.length - r.length))));
  if (onset === 'qu') return AFTER_QU.has(rime) && may('', rime);
  if (onset === 'gi') return may('', rime) || may('g', `i${rime}`);
  return may(onset, rime);
}

const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/**
 * Whether `word` is spelled as a Vietnamese syllable: onset, rime and tone that go together, the tone on its vowel
 * ("hoà" and "hòa" both). A syllable in stop consonants that bears no tone mark counts too, as text without marks
 * has it. `word`: letters only, NFC, any case.
 */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > LONGEST) return false;
  const lower = word.toLowerCase();
  const judged = known.get(lower);
  if (judged !== undefined) return judged;
  if (known.size >= MOST_KNOWN) known.clear();
  const judgement = judge(lower);
  known.set(lower, judgement);
  return judgement;
}
