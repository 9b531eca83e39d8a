import { createHash } from 'node:crypto';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Mention } from '../../record/primitives.js';
import type { PartialRecord } from './partial-record.js';

type Given = { readonly raw?: string | undefined } & Partial<Omit<Mention, 'raw'>>;

/** Puts words into a text, or finds them there: each list of mentions in its own order. */
class Text {
  #text: string;
  readonly #grows: boolean;
  #cursor = 0;

  constructor(text: string | undefined) {
    this.#text = text ?? '';
    this.#grows = text === undefined;
  }

  get text(): string {
    return this.#text;
  }

  /** The next mentions are looked for from the start again. */
  rewind(): void {
    this.#cursor = 0;
  }

  mention(given: Given, fallback: string): Mention {
    const raw = given.raw ?? fallback;
    let start = this.#text.indexOf(raw, this.#cursor);
    if (start < 0 && this.#grows) {
      if (this.#text !== '') this.#text += '\n';
      start = this.#text.length;
      this.#text += raw;
    }
    if (start < 0) throw new RangeError(`the case's text does not hold "${raw}"`);
    this.#cursor = start + 1;
    return {
      raw,
      span: given.span ?? { start, end: start + raw.length },
      location: given.location ?? [],
      confidence: given.confidence ?? 1,
    };
  }
}

/**
 * A whole record from a part of one. What is not given is as in a plan of 15 January 2026 without a fault. Throws a
 * RangeError where a mention's words are not in the text that was given.
 */
export function buildRecord(part: PartialRecord): PlanRecord {
  const text = new Text(part.text);
  const place = <T extends Given, R>(
    list: readonly T[] | undefined,
    fallback: (given: T) => string,
    rest: (given: T, at: Mention) => R,
  ): (Mention & R)[] => {
    text.rewind();
    return (list ?? []).map((given) => {
      const at = text.mention(given, fallback(given));
      return { ...rest(given, at), ...at };
    });
  };
  const tasks = tasksOf(part, text);
  const citations = place(
    part.citations,
    (c) => c.raw,
    (c, at) => ({
      type: c.type ?? null,
      number: c.number ?? null,
      short: c.short ?? false,
      issuer: c.issuer ?? null,
      issuedOn: c.issuedOn ?? null,
      title: c.title ?? c.titleRaw ?? null,
      locators: c.locators ?? [],
      role: c.role ?? ('basis' as const),
      parts: c.titleRaw === undefined ? {} : { title: within(at, c.titleRaw) },
      within: c.within ?? null,
    }),
  );
  const standards = place(
    part.standards,
    (s) => s.raw,
    (s) => ({
      designation: s.designation,
      version: s.version ?? null,
      inTitleOf: s.inTitleOf ?? null,
    }),
  );
  const timing = timingOf(text);
  text.rewind();
  const dates = (part.dates ?? []).map(timing);
  const responsibilities = place(
    part.responsibilities,
    (r) => r.unit,
    (r) => ({
      unit: r.unit,
      duties: r.duties ?? [],
    }),
  );
  const amounts = place(
    part.amounts,
    (a) => a.raw,
    (a) => ({
      value: a.value,
      per: a.per ?? [],
      inWords: a.inWords ?? null,
    }),
  );
  const lines = place(
    part.lines,
    (l) => [l.number, l.content, l.amount].filter((x) => x != null).join('\t'),
    (l) => ({
      number: l.number ?? null,
      content: l.content,
      unit: l.unit ?? null,
      quantity: l.quantity ?? null,
      unitPrice: l.unitPrice ?? null,
      amount: l.amount ?? null,
      level: l.level ?? ('item' as const),
      table: l.table ?? 0,
    }),
  );
  const outline = place(
    part.outline,
    (o) => o.raw,
    (o) => ({
      kind: o.kind,
      number: o.number ?? null,
      title: o.title ?? '',
    }),
  );
  const abbreviations = place(
    part.abbreviations,
    (a) => `${a.long} (${a.short})`,
    (a) => ({
      short: a.short,
      long: a.long,
    }),
  );
  text.rewind();
  const places = Object.fromEntries(
    Object.entries(part.header?.places ?? {}).map(([name, raw]) => [name, text.mention({ raw }, raw)]),
  );
  return {
    recordVersion: 1,
    source: {
      file: 'case.txt',
      sha256: createHash('sha256').update(JSON.stringify(part)).digest('hex'),
      mediaType: 'text/plain',
      pages: null,
      method: 'text',
      pageReadings: [],
      ...part.source,
    },
    text: text.text,
    header: { ...SOUND_HEADER, ...part.header, places },
    citations,
    standards,
    tasks,
    responsibilities,
    budget: { amounts, lines, fundingSources: [] },
    outline: part.outline === undefined ? soundOutline() : outline,
    abbreviations,
    dates,
    isPlan: part.isPlan ?? true,
    warnings: [],
    findings: [],
  };
}

const SOUND_HEADER: Omit<PlanRecord['header'], 'places'> = {
  parentAgency: 'UBND TỈNH AN GIANG',
  issuingAgency: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
  number: '12/KH-SKHCN',
  symbol: 'KH-SKHCN',
  place: 'An Giang',
  issuedOn: '2026-01-15',
  documentType: 'KẾ HOẠCH',
  subject: 'Duy trì hệ thống quản lý chất lượng năm 2026',
  planYear: 2026,
  signatory: { onBehalf: null, position: 'GIÁM ĐỐC', name: 'Nguyễn Văn A' },
  recipients: ['Như trên', 'Lưu: VT'],
};

const soundOutline = (): PlanRecord['outline'] =>
  (['national-title', 'motto', 'closing', 'recipients', 'signature'] as const).map((kind) => ({
    kind,
    number: null,
    title: '',
    raw: '',
    span: { start: 0, end: 0 },
    location: [],
    confidence: 1,
  }));

function within(outer: Mention, raw: string): Mention {
  const at = outer.raw.indexOf(raw);
  if (at < 0) throw new RangeError(`"${outer.raw}" does not hold "${raw}"`);
  const start = outer.span.start + at;
  return { ...outer, raw, span: { start, end: start + raw.length } };
}

type TimingGiven = NonNullable<PartialRecord['dates']>[number];

const timingOf =
  (text: Text) =>
  (given: TimingGiven): PlanRecord['dates'][number] => ({
    label: given.label ?? null,
    start: given.start ?? null,
    end: given.end ?? null,
    frequency: given.frequency ?? null,
    times: given.times ?? null,
    conditional: given.conditional ?? false,
    invalid: given.invalid ?? null,
    ...text.mention(given, given.raw),
  });

function tasksOf(part: PartialRecord, text: Text): PlanRecord['tasks'] {
  return (part.tasks ?? []).map((given) => {
    const row = [
      given.number ?? '',
      given.content,
      ...(given.assignments ?? []).map((a) => a.raw ?? a.unit),
      ...(given.timings ?? []).map((t) => t.raw),
      ...(given.outputs ?? []),
    ].join('\t');
    const at = text.mention(given, row);
    const inRow = (raw: string): Mention => (at.raw.includes(raw) ? within(at, raw) : { ...at, raw });
    return {
      number: given.number ?? null,
      content: given.content,
      assignments: (given.assignments ?? []).map((a) => ({
        unit: a.unit,
        role: a.role ?? ('implement' as const),
        resolved: a.resolved ?? null,
        ...inRow(a.raw ?? a.unit),
      })),
      timings: (given.timings ?? []).map((t) => ({
        label: t.label ?? null,
        start: t.start ?? null,
        end: t.end ?? null,
        frequency: t.frequency ?? null,
        times: t.times ?? null,
        conditional: t.conditional ?? false,
        invalid: t.invalid ?? null,
        ...inRow(t.raw),
        confidence: t.confidence ?? at.confidence,
      })),
      outputs: given.outputs ?? [],
      section: given.section ?? null,
      origin: given.origin ?? ('table' as const),
      table: given.table ?? 0,
      columns: given.columns ?? { unit: true, timing: true, output: true },
      ...at,
    };
  });
}
