/** The lists of a record whose items a person can review one by one. */
export const PARTS = ['citations', 'standards', 'tasks', 'amounts', 'lines'] as const;
export type Part = (typeof PARTS)[number];
