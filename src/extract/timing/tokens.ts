import { readToken } from './time-readers.js';
import type { TimeToken } from './time-token.js';

/** Every word or sign with which a token can begin: elsewhere no reader need be tried. */
const BEGINNING =
  /(?<![\p{L}\p{N}])(?:\d|T(?=[\s\d])|Q(?=[\s.IV\d])|(?:ngày|tháng|quý|quí|qúy|năm|trước|chậm|muộn|đến|tới|hết|hạn|từ|hoàn|xong|định|nếu|khi|đột|theo|thường|làm|liên|hằng|hàng|mỗi|một|hai|ba|bốn|sáu|chín|trong|cả|suốt|toàn|các|cuối|và|hoặc)(?![\p{L}\p{N}]))|[-–,&+]/giu;

/** The tokens of a time phrase in order; what is none is passed over word by word. Linear in the length. */
export function timeTokens(text: string): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  let at = 0;
  for (;;) {
    BEGINNING.lastIndex = at;
    const beginning = BEGINNING.exec(text);
    if (beginning === null) return tokens;
    at = beginning.index;
    const token = readToken(text, at);
    if (token !== null) tokens.push(token);
    at = token?.span.end ?? at + 1;
  }
}
