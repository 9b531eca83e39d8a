import { loadRuleFiles, type RuleCase, type RuleFile } from '../check/cases/rule-file.js';
import type { OwnRule } from '../check/own/own-rule.js';
import { loadRegisters, type Registers } from '../check/registers/load-registers.js';
import type { Finding } from '../record/finding.js';
import type { Language } from '../report/language.js';
import { messages } from '../report/messages/messages.js';
import { findingsOfCase } from './rule-cases.js';

const TEXTS = {
  vi: {
    title: 'Sổ tay quy tắc',
    intro:
      'Mỗi quy tắc nói gì, dựa vào đâu, khi nào báo, khi nào không, chỗ hay nhầm và chỗ chưa nhận ra. Sổ này được viết ra từ chính tệp của các quy tắc; các ví dụ là kết quả chạy thật.',
    heads: ['Mã', 'Mức nặng nhất', 'Nội dung'],
    severity: 'Mức nặng nhất',
    kind: 'Loại',
    source: 'Căn cứ',
    fires: 'Báo',
    silent: 'Không báo',
    modes: 'Chỗ hay nhầm',
    gaps: 'Chưa nhận ra',
    own: 'Quy tắc riêng của đơn vị',
    off: 'đang tắt',
    capped: (severity: string) => `ở đây không quá mức ${severity}`,
    kinds: {
      register: 'đối chiếu danh mục',
      grammar: 'quy tắc số, ký hiệu',
      agreement: 'các phần của kế hoạch với nhau',
      calendar: 'lịch',
      table: 'bảng nhiệm vụ',
      arithmetic: 'phép tính',
      ceiling: 'mức chi tối đa',
      names: 'tên đơn vị',
      form: 'thể thức',
      spelling: 'chữ viết',
      reading: 'việc đọc tài liệu',
      set: 'các kế hoạch với nhau',
      'forbidden-phrase': 'cụm từ không được có',
      'required-phrase': 'cụm từ phải có',
      'required-basis': 'căn cứ phải có',
    },
  },
  en: {
    title: 'Rule manual',
    intro:
      'What each rule says, what it rests on, when it speaks and when not, what leads it astray and what it does not see. Written from the rules’ own files; the examples are what the rules really say.',
    heads: ['Id', 'Gravest', 'Says'],
    severity: 'Gravest severity',
    kind: 'Kind',
    source: 'Source',
    fires: 'Speaks',
    silent: 'Keeps silent',
    modes: 'Known to go wrong',
    gaps: 'Does not see',
    own: 'Rules of your own',
    off: 'off here',
    capped: (severity: string) => `at most a ${severity} here`,
    kinds: {
      register: 'against the registers',
      grammar: 'rules of numbers',
      agreement: 'the plan against itself',
      calendar: 'calendar',
      table: 'task tables',
      arithmetic: 'arithmetic',
      ceiling: 'spending ceilings',
      names: 'names of units',
      form: 'form',
      spelling: 'spelling',
      reading: 'reading',
      set: 'plans side by side',
      'forbidden-phrase': 'words that must not stand',
      'required-phrase': 'words that must stand',
      'required-basis': 'a basis that must be named',
    },
  },
} as const;

/** The manual of all rules of a folder laid over the program's own, as Markdown. Throws RegisterError. */
export async function ruleManual(dir: string, language: Language): Promise<string> {
  const say = TEXTS[language];
  const registers = loadRegisters(dir);
  const rules = loadRuleFiles(dir);
  const severities = messages(language).severity;
  const parts = [
    `# ${say.title}`,
    say.intro,
    [
      `| ${say.heads.join(' | ')} |`,
      '| --- | --- | --- |',
      ...rules.map(
        ({ id, severity, title }) =>
          `| [${id}](#${anchor(id)}) | ${severities[severity]} | ${title[language]} |`,
      ),
    ].join('\n'),
  ];
  for (const rule of rules) parts.push(await chapter(rule, registers, language));
  if (registers.ownRules.length > 0)
    parts.push(`# ${say.own}`, ...registers.ownRules.map((rule) => ownChapter(rule, language)));
  return `${parts.join('\n\n')}\n`;
}

const anchor = (id: string): string => id.replaceAll('/', '');

async function chapter(rule: RuleFile, registers: Registers, language: Language): Promise<string> {
  const say = TEXTS[language];
  const severities = messages(language).severity;
  const tuned = registers.severities[rule.id];
  const here = tuned === undefined ? '' : ` (${tuned === 'off' ? say.off : say.capped(severities[tuned])})`;
  const fires: string[] = [];
  const silent: string[] = [];
  for (const one of rule.cases) {
    const found = await findingsOfCase(rule, one, registers);
    if (typeof found === 'string') continue;
    if (one.fires.length > 0) fires.push(...found.slice(0, 2).map((finding) => spoken(finding, language)));
    else silent.push(`- ${quoted(wordsOf(one))}`);
  }
  return [
    `## ${rule.id}`,
    `**${rule.title[language]}.** ${rule.explanation[language]}`,
    [
      `- ${say.severity}: ${severities[rule.severity]}${here}`,
      `- ${say.kind}: ${say.kinds[rule.kind]}`,
      `- ${say.source}: ${rule.source}`,
    ].join('\n'),
    section(say.fires, [...new Set(fires)]),
    section(say.silent, [...new Set(silent)]),
    section(
      say.modes,
      rule.failureModes.map((mode) => `- ${mode[language]}`),
    ),
    section(
      say.gaps,
      rule.knownGaps.map((gap) => `- ${gap[language]}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function ownChapter(rule: OwnRule, language: Language): string {
  const say = TEXTS[language];
  return [
    `## ${rule.id}`,
    `**${rule.title[language]}.** ${rule.message[language]}`,
    [
      `- ${say.severity}: ${messages(language).severity[rule.severity]}`,
      `- ${say.kind}: ${say.kinds[rule.kind]}`,
      `- ${say.source}: ${rule.source}`,
    ].join('\n'),
  ].join('\n\n');
}

const section = (head: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`**${head}**`, '', ...lines].join('\n');

const LONGEST = 200;

/** The text on one line, cut, safe inside a Markdown list. */
function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return `“${cut.replace(/([\\`*_[\]<>|])/gu, '\\$1')}”`;
}

function spoken(finding: Finding, language: Language): string {
  const message = language === 'en' ? finding.english.message : finding.message;
  const safe = message.replace(/([\\`*_[\]<>|])/gu, '\\$1');
  return finding.raw === '' ? `- ${safe}` : `- ${quoted(finding.raw)}: ${safe}`;
}

/** The words that a case is about. */
function wordsOf({ text, record }: RuleCase): string {
  if (text !== undefined) return text.replace(/^[\s\S]*?KẾ HOẠCH\n[^\n]*\n/u, '');
  if (record?.text !== undefined) return record.text;
  const parts = [record?.citations, record?.standards, record?.amounts].flatMap((list) =>
    (list ?? []).map((m) => m.raw),
  );
  const rows = [...(record?.tasks ?? []), ...(record?.lines ?? [])].map((row) =>
    [row.number, row.content, ...('timings' in row ? (row.timings ?? []).map((t) => t.raw) : [])]
      .filter((x) => x != null)
      .join(' '),
  );
  const words = [...parts, ...rows].join('; ');
  return words === '' ? JSON.stringify(record?.header ?? {}) : words;
}
