import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/document/clean-text.js';
import { type Conversion, convertLegacy } from '../../../src/ingest/legacy/convert-legacy.js';
import { encodingOfFont } from '../../../src/ingest/legacy/font-encoding.js';
import { composeSegments, rawOffset } from '../../../src/ingest/legacy/legacy-text.js';
import type { FontStretch } from '../../../src/ingest/legacy/legacy-tokens.js';
import { encodeTcvn3 } from '../../../src/ingest/legacy/tcvn3.js';
import { encodeViqr } from '../../../src/ingest/legacy/viqr.js';
import { encodeVni } from '../../../src/ingest/legacy/vni.js';
import { ENGLISH, FRENCH, LATIN_1_VIETNAMESE, randomOf, sentence, VIETNAMESE } from './sentences.js';

const SENTENCES = 10_000;

const LANGUAGES = [
  ['Vietnamese', VIETNAMESE],
  ['Vietnamese of Latin-1 letters only', LATIN_1_VIETNAMESE],
  ['English', ENGLISH],
  ['French', FRENCH],
  ['all of them mixed', [...VIETNAMESE, ...LATIN_1_VIETNAMESE, ...ENGLISH, ...FRENCH]],
] as const;

describe('ordinary text', () => {
  it.each(LANGUAGES)('%s is left alone: 10,000 sentences, composed and decomposed', (_, words) => {
    const random = randomOf(20_260_101);
    const changed: string[] = [];
    for (let i = 0; i < SENTENCES; i++) {
      const written = sentence(words, random);
      for (const form of ['NFC', 'NFD'] as const) {
        const text = written.normalize(form);
        if (convertLegacy(text).text !== text) changed.push(text);
      }
    }
    expect(changed).toEqual([]);
  });

  it.each(LANGUAGES)('%s is left alone as one long text', (_, words) => {
    const random = randomOf(7);
    const text = Array.from({ length: 2_000 }, () => sentence(words, random)).join('\n');
    expect(convertLegacy(text).decoded).toEqual([]);
  });

  it.each([
    'm², 5 °C, § 5, ©, «bonjour», ½ ngày, 3 × 4, n°, 1º, µm, ± 2, ¼',
    'v.v., TP.HCM, P.TĐC, Q.1, http://a.vn/?q=a&b=c^d, a.b@c.gov.vn, O(n^2), C++, a(b), to?',
    'và có thì là các công ty tháng tôi cô bà ông',
    'São Paulo, Zürich, Málaga, Ångström, Brontë, Æon',
  ])('%s stays', (text) => {
    expect(convertLegacy(text)).toMatchObject({ text, decoded: [] });
  });
});

const HEAD = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

describe('text in an old encoding', () => {
  it.each([
    ['TCVN3', encodeTcvn3(HEAD)],
    [
      'TCVN3 with toned capitals typed small',
      'CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\n§éc lËp - Tù do - H¹nh phóc',
    ],
    ['VNI', 'COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc'],
    ['VIQR', "CO^.NG HO`A XA~ HO^.I CHU? NGHI~A VIE^.T NAM\nDDo^.c la^.p - Tu+. do - Ha.nh phu'c"],
  ])('%s is found by its content', (_, raw) => {
    expect(convertLegacy(raw).text).toBe(HEAD);
  });

  const ENCODERS = [
    ['TCVN3', (text: string) => encodeTcvn3(text)],
    ['VNI', (text: string) => encodeVni(text)],
    [
      'VNI with small marks, shape and tone apart',
      (text: string) => encodeVni(text, { spelling: 'shape-first', smallMarks: true }),
    ],
    ['VIQR', (text: string) => encodeViqr(text)],
  ] as const;

  it.each(ENCODERS)('%s: a page of it comes right but for words that are spelled alike', (_, encode) => {
    const random = randomOf(3);
    const lines = Array.from({ length: 200 }, () => sentence(VIETNAMESE, random, 2, 20));
    const found = convertLegacy(encode(lines.join('\n'))).text.split('\n');
    const wrong = lines.filter((line, i) => found[i] !== line);
    expect(wrong.length).toBeLessThanOrEqual(2);
  });

  it('stands beside Unicode, line by line and font by font', () => {
    const mixed = [
      'Căn cứ Quyết định số 19/2014/QĐ-TTg của Thủ tướng Chính phủ;',
      'C¨n cø QuyÕt ®Þnh sè 19/2014/Q§-TTg cña Thñ t\u00ADíng ChÝnh phñ;',
      'Caên cöù Quyeát ñònh soá 19/2014/QÑ-TTg cuûa Thuû töôùng Chính phuû;',
      'và các đơn vị có liên quan.',
    ].join('\n');
    const { text, decoded } = convertLegacy(mixed);
    const [first] = mixed.split('\n');
    expect(text.split('\n')).toEqual([first, first, first, 'và các đơn vị có liên quan.']);
    expect(new Set(decoded.map(({ encoding }) => encoding))).toEqual(new Set(['tcvn3', 'vni']));
  });

  it('short cells follow what stands around them', () => {
    const rows = ['Néi dung', 'Sè', 'Quý I', 'LËp kÕ ho¹ch ®µo t¹o', 'Së', 'cã', 'l­u'];
    expect(convertLegacy(rows.join('\n')).text.split('\n')).toEqual([
      'Nội dung',
      'Số',
      'Quý I',
      'Lập kế hoạch đào tạo',
      'Sở',
      'có',
      'lưu',
    ]);
  });

  it('keeps the case of abbreviations beside words', () => {
    expect(
      convertLegacy('Së KHCN, Bé KHCN phèi hîp UBND tØnh; TP. Hµ Néi\nKÕ HO¹CH\nSè: 12/KH-SKHCN').text,
    ).toBe('Sở KHCN, Bộ KHCN phối hợp UBND tỉnh; TP. Hà Nội\nKẾ HOẠCH\nSố: 12/KH-SKHCN');
  });

  it('reads the hyphens and minus signs that PDF producers make of ư', () => {
    expect(convertLegacy('Tr-êng §¹i häc, ng−êi lao ®éng, h-íng dÉn, Q§-TTg').text).toBe(
      'Trường Đại học, người lao động, hướng dẫn, QĐ-TTg',
    );
  });

  it('maps each word back to where it stood', () => {
    const raw = 'Coäng hoøa xaõ hoäi, UBND tænh, Vieät Nam vaø theá giôùi';
    const { text, segments }: Conversion = convertLegacy(raw);
    const words = [...text.matchAll(/\p{L}+/gu)];
    const rawWords = [...raw.matchAll(/\p{L}+/gu)];
    expect(words.map(({ index }) => rawOffset(segments, index))).toEqual(rawWords.map(({ index }) => index));
  });
});

describe('fonts', () => {
  it.each([
    ['.VnTime', { encoding: 'tcvn3', capitals: false }],
    ['.VnTimeH', { encoding: 'tcvn3', capitals: true }],
    ['ABCDEF+.VnArialH-Bold', { encoding: 'tcvn3', capitals: true }],
    ['.VnTime,BoldItalic', { encoding: 'tcvn3', capitals: false }],
    ['#2EVnTimeH', { encoding: 'tcvn3', capitals: true }],
    ['.VnSouthern', { encoding: 'tcvn3', capitals: false }],
    ['VNI-Times', { encoding: 'vni', capitals: false }],
    ['GHIJKL+VNI-Helve-Condense', { encoding: 'vni', capitals: false }],
    ['Times New Roman', null],
    ['Vni', null],
    ['Vineta BT', null],
  ] as const)('%s', (name, expected) => {
    expect(encodingOfFont(name)).toEqual(expected);
  });

  const stretch = (text: string, name: string): Parameters<typeof convertLegacy>[1] => {
    const font = encodingOfFont(name);
    return font === null ? [] : [{ start: 0, end: text.length, font }];
  };

  it.each([
    ['.VnTime', 'cã', 'có'],
    ['.VnTimeH', 'Sè', 'SỐ'],
    ['.VnTimeH', 'kÕ ho¹ch', 'KẾ HOẠCH'],
    ['VNI-Times', 'coù', 'có'],
    ['.VnTime', '\uF0A7\uF0E9c l\uF0CBp', 'Độc lập'],
  ])('a word in %s is decoded by the name alone: %s', (name, raw, expected) => {
    expect(convertLegacy(raw, stretch(raw, name)).text).toBe(expected);
  });

  it.each([
    ['.VnTime', 'Quyết định và các công văn có liên quan'],
    ['VNI-Times', 'Kế hoạch công tác tháng tám'],
  ])('text in Unicode set in %s stays: %s', (name, text) => {
    expect(convertLegacy(text, stretch(text, name)).text).toBe(text);
  });
});

describe('runs of several fonts in one paragraph', () => {
  const words =
    'Sở Công Thương trì hoãn giá cả có thể tháng tám, công tác của Chi cục và Phòng Tài chính'.split(' ');
  const writers = [
    { font: null, write: (text: string) => text },
    { font: '.VnTime', write: (text: string) => encodeTcvn3(text, { capitals: 'font' }) },
    { font: 'VNI-Times', write: (text: string) => encodeVni(text) },
  ];
  const runs = fc.array(
    fc.record({ words: fc.integer({ min: 1, max: 6 }), by: fc.constantFrom(...writers) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  it('are each read by their own font, single words, too', () => {
    fc.assert(
      fc.property(runs, (parts) => {
        fc.pre(parts.some(({ by }) => by.font !== null));
        let text = '';
        const wanted: string[] = [];
        const fonts: FontStretch[] = [];
        for (const [i, { words: count, by }] of parts.entries()) {
          const run = Array.from({ length: count }, (_, k) => words[(i * 5 + k) % words.length] ?? '').join(
            ' ',
          );
          if (text !== '') text += ' ';
          const start = text.length;
          text += by.write(run);
          wanted.push(run);
          const font = by.font === null ? null : encodingOfFont(by.font);
          if (font !== null) fonts.push({ start, end: text.length, font });
        }
        expect(convertLegacy(text, fonts).text.toLowerCase()).toBe(wanted.join(' ').toLowerCase());
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('leave words of other languages in a Unicode font as they stand', () => {
    const before = encodeTcvn3('Hệ thống quản lý chất lượng');
    const between = ' (système de gestion de la qualité, où, à côté) ';
    const text = `${before}${between}${before}`;
    const font = encodingOfFont('.VnTime');
    if (font === null) throw new Error('.VnTime is a legacy font');
    const fonts = [0, before.length + between.length].map((start) => ({
      start,
      end: start + before.length,
      font,
    }));
    expect(convertLegacy(text, fonts).text).toContain(between);
  });
});

describe('any text', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...'aeoudđcn tg ', ...'µ·¹Õö¸ÖÊÞ§\u00AD-', ...'ùøïâäêñÑ', ...'^`(+?.\\\n'), {
        maxLength: 80,
      })
      .map((chars) => chars.join('')),
    fc
      .array(
        fc.constantFrom('Céng', 'hßa', 'x·', 'Quyết', 'định', 'Quyeát', 'ñònh', 'ho^.i', 'a', '\n', 'été'),
        { maxLength: 30 },
      )
      .map((words) => words.join(' ')),
  );

  it('is covered by the map, which leads back in order; what is not decoded stands as it was', () => {
    fc.assert(
      fc.property(any, (raw) => {
        const { text, segments, decoded } = convertLegacy(raw);
        let clean = 0;
        let from = 0;
        for (const segment of segments) {
          expect(segment.clean).toBe(clean);
          expect(segment.raw).toBeGreaterThanOrEqual(from);
          clean += segment.length;
          from = segment.raw + 1;
        }
        expect(clean).toBe(text.length);
        if (decoded.length === 0) expect(text).toBe(raw);
      }),
      { numRuns: 300 },
    );
  });

  it('leads back through two maps as through one', () => {
    fc.assert(
      fc.property(any, (raw) => {
        const inner = convertLegacy(raw);
        const outer = cleanText(inner.text);
        const composed = composeSegments(outer.segments, inner.segments);
        for (let i = 0; i < outer.text.length; i++)
          expect(rawOffset(composed, i)).toBe(rawOffset(inner.segments, rawOffset(outer.segments, i)));
      }),
      { numRuns: 300 },
    );
  });

  it('is read in time that grows with its length, whatever it holds', () => {
    for (const unit of ['a-', '»', 'µ', "a'", 'dd^', 'ù', 'a(', '·-'])
      expect(convertLegacy(unit.repeat(200_000)).text.length).toBeGreaterThan(0);
  });
});
