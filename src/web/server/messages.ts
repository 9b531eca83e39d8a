import type { Language } from '../../report/language.js';
import type { WebErrorCode } from './web-error.js';

const ERRORS: Readonly<Record<Language, Readonly<Record<WebErrorCode, string>>>> = {
  vi: {
    'bad-request': 'Yêu cầu không hợp lệ.',
    'not-logged-in': 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết.',
    'wrong-link': 'Đường dẫn không đúng hoặc đã cũ. Hãy mở đường dẫn mà chương trình in ra khi khởi động.',
    'wrong-password': 'Tên hoặc mật khẩu không đúng.',
    forbidden: 'Tài khoản của bạn không có quyền làm việc này.',
    'foreign-request': 'Yêu cầu không đến từ trang này nên bị từ chối.',
    'not-found': 'Không tìm thấy.',
    'name-taken': 'Đã có tài khoản tên này.',
    'own-account': 'Không tự khóa hay hạ quyền tài khoản của chính mình.',
    'no-picture': 'Không hiển thị được trang.',
    conflict: 'Người khác vừa quyết định về cùng nội dung này.',
    'too-large': 'Tệp hoặc yêu cầu quá lớn.',
    'too-many': 'Quá nhiều tệp trong một lần nộp.',
    unsupported: 'Loại tệp này không nhận được.',
    blocked: 'Nhập sai quá nhiều lần. Hãy thử lại sau 15 phút.',
    failed: 'Máy chủ gặp lỗi. Lỗi đã được ghi lại.',
  },
  en: {
    'bad-request': 'The request is not valid.',
    'not-logged-in': 'You are not logged in, or your session has ended.',
    'wrong-link': 'The link is wrong or old. Open the link that the program printed when it started.',
    'wrong-password': 'Wrong name or password.',
    forbidden: 'Your account may not do this.',
    'foreign-request': 'The request did not come from these pages and was refused.',
    'not-found': 'Not found.',
    'name-taken': 'There is an account of this name already.',
    'own-account': 'Nobody locks or demotes their own account.',
    'no-picture': 'The page cannot be shown.',
    conflict: 'Somebody else has just decided about the same thing.',
    'too-large': 'The file or request is too large.',
    'too-many': 'Too many files at once.',
    unsupported: 'This kind of file is not accepted.',
    blocked: 'Too many wrong attempts. Try again in 15 minutes.',
    failed: 'The server met an error. It was written down.',
  },
};

const GONE: Readonly<Record<Language, string>> = {
  vi: 'Tệp gốc không còn ở chỗ cũ hoặc đã bị sửa sau khi đọc, nên không hiển thị được trang.',
  en: 'The original file is no longer where it was, or was changed since, so its pages cannot be shown.',
};

/** Why the pages of a file can't be shown. */
export const originalGone = (language: Language): string => GONE[language];

/** An error's sentence for people. */
export const errorMessage = (code: WebErrorCode, language: Language): string => ERRORS[language][code];
