import type { PlanRecord } from '../record/plan-record.js';

/** The province that a plan is from; null where it does not say. */
export type ProvinceOf = (record: PlanRecord) => string | null;
