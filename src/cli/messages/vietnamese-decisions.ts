/** What the program says of suppressions, baselines, lists of units and comparisons, in Vietnamese; the shape that every language has to fill. */
export const vietnameseDecisions = {
  compare: {
    about: 'So sánh kế hoạch với bản trước hoặc với kế hoạch năm trước của cùng đơn vị',
    older: 'bản cũ: tệp kế hoạch, tệp bản ghi JSON, hoặc phần đầu mã SHA-256',
    newer: 'bản mới, như trên',
    format: 'định dạng',
    out: 'ghi vào tệp này thay vì ra màn hình',
    examples: [
      'rasoat compare ke-hoach-2025.docx ke-hoach-2026.docx',
      'rasoat compare 3fa9c1 8be042 --format html --out so-sanh.html',
      'rasoat compare cu/records/kh.docx.json moi/records/kh.docx.json --format json',
    ],
    badFormat: (format: string) => `--format của compare là text, json hoặc html, không phải “${format}”.`,
    noRecord: (file: string, where: string) => `“${file}” không phải bản ghi của Rasoat (${where}).`,
  },
  ignore: {
    about: 'Bỏ qua một phát hiện có lý do: từ lần sau không tính nữa, vẫn hiện riêng trong báo cáo',
    finding: 'mã phát hiện hoặc phần đầu của mã, như in trong báo cáo',
    reason: 'lý do (bắt buộc)',
    by: 'ai quyết định',
    until: 'ngày cuối cùng còn hiệu lực (YYYY-MM-DD)',
    file: 'tệp ghi vào',
    examples: [
      'rasoat ignore 3fa9c1d2e8 --reason "Đã có công văn đính chính số 12/SKHCN"',
      'rasoat ignore 3fa9c1d2e8 --reason "Chờ ban hành lại" --by "Nguyễn Văn A" --until 2026-12-31',
    ],
    noReason: 'Cần nêu lý do: --reason "…". Bỏ qua mà không có lý do thì không có hiệu lực.',
    badFinding: (finding: string) =>
      `“${finding}” không phải mã phát hiện: cần ít nhất 8 chữ số, chữ cái từ a đến f như in trong báo cáo.`,
    badUntil: (until: string) => `--until cần một ngày có thật dạng YYYY-MM-DD, không phải “${until}”.`,
    notFound: (finding: string) =>
      `Không có phát hiện nào có mã bắt đầu bằng “${finding}” trong cơ sở dữ liệu. Hãy chạy rasoat audit trước.`,
    ambiguous: (finding: string) => `“${finding}” là phần đầu của nhiều mã; hãy ghi dài hơn:`,
    already: (finding: string, place: string) => `Phát hiện ${finding} đã được bỏ qua: ${place}.`,
    done: (finding: string, file: string) => `Đã ghi vào ${file}: bỏ qua phát hiện ${finding}`,
    again: 'Lần rà soát sau sẽ không tính phát hiện này.',
    header:
      ' Các phát hiện được bỏ qua có lý do. Ghi bằng: rasoat ignore MÃ --reason "…"\n Khóa: finding, reason (bắt buộc); by, when, until, file, rule, quote (không bắt buộc).',
  },
  suppressionFile: {
    yaml: (detail: string) => `YAML không hợp lệ: ${detail}`,
    unknownKey: (key: string) => `không có khóa nào tên “${key}”`,
    keys: (keys: string) => `Các khóa có thể dùng: ${keys}`,
    missing: (key: string) => `thiếu “${key}”`,
    value: (key: string) => `giá trị của “${key}” không hợp lệ`,
    form: 'tệp phải gồm khóa “suppressions” và danh sách các mục',
    right: {
      finding: 'mã phát hiện trong ngoặc kép, ít nhất 8 ký tự, như in trong báo cáo',
      reason: 'một câu nêu lý do',
      by: 'tên người quyết định',
      when: 'một ngày có thật dạng YYYY-MM-DD',
      until: 'một ngày có thật dạng YYYY-MM-DD',
      file: 'tên tệp của kế hoạch',
      rule: 'mã quy tắc',
      quote: 'nguyên văn, trong ngoặc kép',
      suppressions: 'danh sách các mục, mỗi mục bắt đầu bằng “- finding:”',
    },
  },
  expectFile: {
    problem: {
      empty: 'danh sách không có đơn vị nào',
      'not-utf8': 'không phải văn bản UTF-8; hãy lưu lại dưới dạng “CSV UTF-8”',
      'open-quote': 'dấu ngoặc kép mở ở đây không được đóng',
      'behind-quote': 'sau dấu ngoặc kép đóng chỉ có thể là dấu ngăn cách hoặc hết dòng',
      'no-name': 'ô tên đơn vị để trống',
    },
    noColumn: (heads: string) =>
      `dòng đầu phải có cột “Đơn vị” (hoặc “unit”); đang có: ${heads}. Có thể thêm “Cơ quan chủ quản”, “Tên khác”.`,
    columns: (found: number, expected: number) => `dòng này có ${found} ô, dòng đầu có ${expected} ô`,
    twice: (name: string, line: number) => `“${name}” đã có ở dòng ${line}`,
  },
  baselineFile: {
    notFound: (name: string) =>
      `--baseline: không có tệp, thư mục hay lần chạy nào là “${name}”. Mã lần chạy nằm trong run.json (runId).`,
    manyRuns: (name: string, runs: string) => `--baseline: “${name}” ứng với nhiều lần chạy: ${runs}.`,
    bad: (place: string, detail: string) =>
      `--baseline: ${place} không phải findings.jsonl của Rasoat (${detail}).`,
  },
};
