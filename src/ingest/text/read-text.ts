import type { ReadNote } from '../../document/source-document.js';
import { convertLegacy } from '../legacy/convert-legacy.js';
import { decodedMessage } from '../legacy/decoded-message.js';
import { composeSegments } from '../legacy/legacy-text.js';
import type { ReadContext, ReadInput, ReadOutcome } from '../read-outcome.js';
import { blocksOf } from './blocks.js';
import { decodeText } from './decode.js';
import { writeDrafts } from './write.js';

const DOUBTFUL: ReadNote = {
  code: 'text/encoding',
  message: 'Tệp văn bản không ở dạng UTF-8 hợp lệ; một số ký tự có thể bị đọc sai.',
  page: null,
  span: null,
};

/**
 * Reads plain text, Markdown and tab-separated text (UTF-8, UTF-16, Windows-1258; TCVN3, VNI and VIQR by their
 * content). The document has no pages and no words; its `segments` lead from the text to the decoded file (after a byte
 * order mark), for old encodings as Latin-1 shows it. Empty, binary and too large files are
 * failures; nothing is thrown.
 */
export async function readText(input: ReadInput, context: ReadContext): Promise<ReadOutcome> {
  if (input.bytes.length > context.limits.maxFileBytes)
    return { kind: 'failed', reason: 'too-large', detail: `The file has ${input.bytes.length} bytes.` };
  const decoded = decodeText(input.bytes);
  if (decoded.kind === 'binary')
    return { kind: 'failed', reason: 'unsupported', detail: 'The file holds binary data, not text.' };
  const unicode = convertLegacy(decoded.text);
  const { drafts, markdown } = blocksOf(unicode.text);
  const { text, blocks, segments } = writeDrafts(unicode.text, drafts);
  if (text === '') return { kind: 'failed', reason: 'empty', detail: 'The file holds no text.' };
  context.onPage(1, 1);
  const notes: ReadNote[] = decoded.doubtful ? [DOUBTFUL] : [];
  if (unicode.decoded.length > 0)
    notes.push({ code: 'legacy-encoding', message: decodedMessage(unicode.decoded), page: null, span: null });
  return {
    kind: 'read',
    document: {
      file: input.file,
      sha256: input.sha256,
      mediaType: markdown ? 'text/markdown' : 'text/plain',
      method: 'text',
      text,
      pages: [],
      words: [],
      blocks,
      segments: unicode.decoded.length === 0 ? segments : composeSegments(segments, unicode.segments),
      notes,
    },
  };
}
