import type { vietnameseDecisions } from './vietnamese-decisions.js';

/** What the program says of suppressions, baselines, lists of units and comparisons, in English. */
export const englishDecisions: typeof vietnameseDecisions = {
  compare: {
    about: 'Compare a plan with its former version or with last year’s plan of the same unit',
    older: 'the older one: a plan’s file, a record file (JSON), or the beginning of its SHA-256',
    newer: 'the newer one, likewise',
    format: 'form of the output',
    out: 'write into this file instead',
    examples: [
      'rasoat compare plan-2025.docx plan-2026.docx',
      'rasoat compare 3fa9c1 8be042 --format html --out compared.html',
      'rasoat compare old/records/plan.docx.json new/records/plan.docx.json --format json',
    ],
    badFormat: (format) => `--format of compare is text, json or html, not “${format}”.`,
    noRecord: (file, where) => `“${file}” is no record of Rasoat (${where}).`,
  },
  ignore: {
    about: 'Let a finding be, with a reason: from then on it is not counted and stands apart in the reports',
    finding: 'the fingerprint of a finding, or its beginning as the reports print it',
    reason: 'why (required)',
    by: 'who decided so',
    until: 'the last day on which it holds (YYYY-MM-DD)',
    file: 'the file to write into',
    examples: [
      'rasoat ignore 3fa9c1d2e8 --reason "Corrected by official letter 12/SKHCN"',
      'rasoat ignore 3fa9c1d2e8 --reason "To be issued anew" --by "Nguyen Van A" --until 2026-12-31',
    ],
    noReason: 'A reason is needed: --reason "…". Without one, a suppression has no effect.',
    badFinding: (finding) =>
      `“${finding}” is no fingerprint: at least 8 digits and letters from a to f are needed, as the reports print them.`,
    badUntil: (until) => `--until needs a day of the calendar as YYYY-MM-DD, not “${until}”.`,
    notFound: (finding) => `No finding in the database begins with “${finding}”. Run rasoat audit first.`,
    ambiguous: (finding) => `“${finding}” begins several fingerprints; write more of it:`,
    already: (finding, place) => `Finding ${finding} is let be already: ${place}.`,
    done: (finding, file) => `Written into ${file}: let finding ${finding} be`,
    again: 'The next audit does not count this finding.',
    header:
      ' Findings to let be, with reasons. Written by: rasoat ignore FINDING --reason "…"\n Keys: finding, reason (required); by, when, until, file, rule, quote (optional).',
  },
  suppressionFile: {
    yaml: (detail) => `no valid YAML: ${detail}`,
    unknownKey: (key) => `there is no key “${key}”`,
    keys: (keys) => `Keys: ${keys}`,
    missing: (key) => `“${key}” is missing`,
    value: (key) => `the value of “${key}” is not valid`,
    form: 'the file must have the key “suppressions” with a list of entries',
    right: {
      finding: 'a fingerprint in quotes, at least 8 characters, as the reports print it',
      reason: 'a sentence that says why',
      by: 'the name of who decided',
      when: 'a day of the calendar as YYYY-MM-DD',
      until: 'a day of the calendar as YYYY-MM-DD',
      file: 'the name of the plan’s file',
      rule: 'the id of a rule',
      quote: 'the words, in quotes',
      suppressions: 'a list of entries, each beginning with “- finding:”',
    },
  },
  expectFile: {
    problem: {
      empty: 'the list has no unit',
      'not-utf8': 'this is no UTF-8 text; save the list as “CSV UTF-8”',
      'open-quote': 'the quotation mark opened here is never closed',
      'behind-quote': 'behind a closing quotation mark only a separator or the end of the line can stand',
      'no-name': 'the unit has no name',
    },
    noColumn: (heads) =>
      `the first line must have a column “Đơn vị” or “unit”; it has: ${heads}. “parent” and “aliases” may be added.`,
    columns: (found, expected) => `this line has ${found} cells, the first line has ${expected}`,
    twice: (name, line) => `“${name}” stands on line ${line} already`,
  },
  baselineFile: {
    notFound: (name) =>
      `--baseline: there is no file, folder or run “${name}”. The id of a run stands in run.json (runId).`,
    manyRuns: (name, runs) => `--baseline: “${name}” fits several runs: ${runs}.`,
    bad: (place, detail) => `--baseline: ${place} is no findings.jsonl of Rasoat (${detail}).`,
  },
};
