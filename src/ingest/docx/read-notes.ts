import type { ReadNote } from '../../document/source-document.js';
import type { DecodedPlace } from '../legacy/convert-legacy.js';
import { decodedMessage } from '../legacy/decoded-message.js';
import type { Met } from './story.js';

/** Less text than this beside a picture: the picture may be the document. */
const SCANTY_TEXT = 200;

const note = (code: string, message: string): ReadNote => ({ code, message, page: null, span: null });

/** What a reader of the record should know about a DOCX that was read. */
export function notesOf(
  met: Readonly<Met>,
  decoded: readonly DecodedPlace[],
  comments: number,
  textLength: number,
): readonly ReadNote[] {
  const notes: ReadNote[] = [];
  if (met.insertions + met.deletions > 0)
    notes.push(
      note(
        'tracked-changes',
        `Văn bản còn thay đổi chưa duyệt (${met.insertions} chỗ thêm, ${met.deletions} chỗ xóa); nội dung được đọc như đã chấp nhận mọi thay đổi.`,
      ),
    );
  if (comments > 0)
    notes.push(note('comments', `Văn bản có ${comments} ghi chú bên lề; ghi chú không được đọc.`));
  if (met.hiddenRuns > 0)
    notes.push(note('hidden-text', `Văn bản có ${met.hiddenRuns} đoạn chữ ẩn; chữ ẩn không được đọc.`));
  if (decoded.length > 0) notes.push(note('legacy-encoding', decodedMessage(decoded)));
  if (met.foreignParts > 0)
    notes.push(note('unread-part', `Văn bản nhúng ${met.foreignParts} phần ở định dạng khác chưa được đọc.`));
  if (met.pictures > 0 && textLength < SCANTY_TEXT)
    notes.push(
      note(
        'pictures',
        `Văn bản gần như chỉ có hình ảnh (${met.pictures} hình); chữ trong hình không được đọc.`,
      ),
    );
  return notes;
}
