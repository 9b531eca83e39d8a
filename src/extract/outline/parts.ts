import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import { bodyParagraphs } from '../passage.js';
import { capitalShare } from './capital-share.js';
import { closesBody } from './closing.js';
import { type Heading, headingOf } from './headings.js';
import { withoutIncomingStamp } from './incoming-stamp.js';
import { withMisreadNumerals } from './misread-numerals.js';

/** The parts of a plan that every other extractor asks for. Offsets count in the document's text. */
export interface PlanParts {
  readonly paragraphs: readonly Paragraph[];
  /** Index in `paragraphs` of the type line ("KẾ HOẠCH"); -1 where there is none. */
  readonly typeLine: number;
  /** Where the first section begins; the preamble lies before it. */
  readonly preambleEnd: number;
  /** Where the plan proper ends and its appendices begin; the text's length where there are none. */
  readonly mainEnd: number;
  readonly headings: readonly Heading[];
  /** Index in `paragraphs` of "Nơi nhận:"; -1 where there is none. */
  readonly recipientsLine: number;
  /** Paragraphs that head an appendix. */
  readonly appendices: readonly Paragraph[];
}

const TYPE_LINE =
  /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|QUYẾT ĐỊNH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|CÔNG VĂN|NGHỊ QUYẾT|QUY CHẾ|BIÊN BẢN)(?![\p{L}\p{N}])/u;
const RECIPIENTS = /^\s*Nơi\s+nhận\s*:?/iu;
const APPENDIX =
  /^\s*(?:Phụ\s*lục|PHỤ\s*LỤC)(?:\s+(?:số\s+)?(?:[IVXLC]+|\d{1,2}|[A-Z]))?\s*[.:–-]?\s*(?:$|\(|\p{Lu})/u;

/** Whether a paragraph is the head of an appendix rather than a sentence that names one. */
export function isAppendixHead(text: string): boolean {
  const line = text.slice(0, 90);
  return (
    APPENDIX.test(line) && !/^\s*Phụ\s*lục[^.\n]{0,30}\s(?:kèm|đính|này|ban hành)/iu.test(line.slice(0, 60))
  );
}

/** Finds the parts. Works on any document; what is absent is -1, empty, or the text's end. */
export function partsOf(document: SourceDocument): PlanParts {
  const paragraphs = withoutIncomingStamp(document, bodyParagraphs(document));
  const textOf = (p: Paragraph): string => document.text.slice(p.span.start, p.span.end);
  const typeLine = paragraphs.findIndex(
    (p) => TYPE_LINE.test(textOf(p).trim()) && (capitalShare(textOf(p)) > 0.8 || textOf(p).length < 24),
  );
  const recipientsLine = paragraphs.findIndex((p, i) => i > typeLine && RECIPIENTS.test(textOf(p)));
  const closing = paragraphs.findIndex((p, i) => i > typeLine && closesBody(textOf(p)));
  const afterBody = Math.max(closing, -1);
  const appendices = paragraphs.filter(
    (p, i) => i > Math.max(typeLine, 0) && isAppendixHead(textOf(p)) && (i > afterBody || afterBody < 0),
  );
  const mainEnd =
    appendices.find((p) => p.span.start > (paragraphs[Math.max(typeLine, 0)]?.span.end ?? 0))?.span.start ??
    document.text.length;
  const headings = withMisreadNumerals(
    document,
    paragraphs.slice(typeLine + 1),
    paragraphs.flatMap((p, i) => (i > typeLine ? (headingOf(document, p) ?? []) : [])),
  );
  const first =
    headings.find((h) => h.number !== null && (h.level === 0 || h.level === 1)) ??
    headings.find((h) => h.number !== null && h.level === 2);
  // without a numbered section the preamble ends with the sentence that announces the contents
  const announced = paragraphs.find(
    (p, i) => i > typeLine && /(?:như|nội dung)\s+(?:chính\s+)?sau\s*(?:đây)?\s*:\s*$/u.test(textOf(p)),
  );
  const beginning =
    first?.paragraph.span.start ??
    announced?.span.end ??
    headings[0]?.paragraph.span.start ??
    document.text.length;
  return { paragraphs, typeLine, preambleEnd: beginning, mainEnd, headings, recipientsLine, appendices };
}
