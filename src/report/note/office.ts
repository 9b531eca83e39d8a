/** Who writes the notes; what is null is left as dots to be filled in by hand. */
export interface Office {
  /** Cơ quan chủ quản: "UBND tỉnh An Giang". */
  readonly parent: string | null;
  /** Cơ quan ban hành: "Sở Khoa học và Công nghệ". */
  readonly name: string | null;
  /** Địa danh: "An Giang". */
  readonly place: string | null;
  /** Chức vụ người ký, lines parted by "\n": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC". */
  readonly signerTitle: string | null;
  readonly signer: string | null;
}

/** An office of which nothing is known. */
export const NO_OFFICE: Office = { parent: null, name: null, place: null, signerTitle: null, signer: null };

const DOTS = '…………………';

const isCapitals = (name: string): boolean => name === name.toLocaleUpperCase('vi');

/**
 * The fields of every form that say who writes and when. `day` is an ISO 8601 instant; the date is Viet Nam's.
 * `signerTitle` and `self` stand where the office does not say: who signs, and how it calls itself in a sentence.
 */
export function officeValues(office: Office, day: string, signerTitle: string, self: string) {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'Asia/Ho_Chi_Minh',
    })
      .formatToParts(new Date(day))
      .map(({ type, value }) => [type, value]),
  );
  const month = parts.get('month') ?? '';
  return {
    co_quan_chu_quan: office.parent?.toLocaleUpperCase('vi') ?? DOTS,
    co_quan: office.name?.toLocaleUpperCase('vi') ?? DOTS,
    // A name given in capitals does not tell how it is written in a sentence.
    co_quan_rut_gon: office.name === null || isCapitals(office.name) ? self : office.name,
    dia_danh: office.place ?? DOTS,
    ngay: parts.get('day') ?? '',
    // Nghị định 30/2020/NĐ-CP: a zero before months 1 and 2 alone.
    thang: Number(month) <= 2 ? month : String(Number(month)),
    nam: parts.get('year') ?? '',
    chuc_vu_ky: office.signerTitle ?? signerTitle,
    nguoi_ky: office.signer ?? '',
  };
}
