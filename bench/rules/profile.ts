/** Everything in which the generated plans differ. Names of persons and numbers of local papers are made up. */
export interface Profile {
  readonly name: string;
  readonly family: Family;
  /** Upper case, as a head has them. */
  readonly parent: string;
  readonly agency: string;
  /** How the agency calls itself: "Sở Nội vụ". */
  readonly self: string;
  /** Short in running text: "Sở", "Chi cục". */
  readonly short: string;
  readonly number: string;
  readonly place: string;
  /** ISO day of issue. */
  readonly day: string;
  /** The year that the plan is for. */
  readonly year: number;
  /** Who leads, and who else there is. */
  readonly lead: string;
  readonly units: readonly [string, string, string];
  /** Lines above the name. */
  readonly signs: readonly string[];
  readonly signer: string;
  /** "05/3/2014" or "05 tháng 3 năm 2014". */
  readonly dates: 'figures' | 'words';
  /** A local decision that several plans of the province cite. */
  readonly local: {
    readonly number: string;
    readonly day: string;
    readonly issuer: string;
    readonly title: string;
  };
  /** In thousands of đồng: sums of the plan's own spending rows. */
  readonly costs: readonly [number, number, number];
}

/** The layouts: table and budget; appendices; prose with deadlines; ticked quarters and groups; short bases. */
export type Family = 'table' | 'appendix' | 'prose' | 'groups' | 'office';

/** "2026-03-05" as "05/3/2026" or "05 tháng 3 năm 2026": months 3 to 9 bear no zero. */
export function dated(day: string, form: Profile['dates']): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const shortMonth = Number(month) < 3 ? month : String(Number(month));
  return form === 'figures' ? `${date}/${shortMonth}/${year}` : `${date} tháng ${shortMonth} năm ${year}`;
}

/** 15000000 -> "15.000.000". */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/gu, '.');
