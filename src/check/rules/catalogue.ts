import type { Rule } from '../rule.js';
import { overCeiling } from './budget-ceiling.js';
import { sumMismatch } from './budget-sum.js';
import { textMismatch } from './budget-text.js';
import { wordsMismatch } from './budget-words.js';
import { noSuchArticle } from './citation-article.js';
import { dateMismatch } from './citation-date.js';
import { notInForce, notYetIssued } from './citation-force.js';
import { inconsistentCitation } from './citation-inconsistent.js';
import { issuerMismatch } from './citation-issuer.js';
import { malformedNumber } from './citation-number.js';
import { titleMismatch } from './citation-title.js';
import { notAPlan, pageUnreadable } from './document.js';
import { dateStyle, missingDate, missingNumber, missingPart } from './format.js';
import { missingAppendix } from './format-appendix.js';
import { partOrder } from './format-order.js';
import { malformedStandard } from './standard-malformed.js';
import { outdatedVersion, unknownVersion } from './standard-version.js';
import { missingTiming, missingUnit } from './task-cells.js';
import { taskNumbering } from './task-numbering.js';
import { undefinedAbbreviation } from './text-abbreviation.js';
import { misspelling } from './text-misspelling.js';
import { repeatedWord } from './text-repeated.js';
import { beforeIssue, invalidDate, outsidePlanYear } from './timing.js';
import { contradictingTimes } from './timing-contradiction.js';
import { abolishedUnit } from './unit-abolished.js';
import { unitWithoutDuties } from './unit-duties.js';
import { misspelledUnit } from './unit-misspelled.js';

/** Every rule, in the order in which they are listed. */
export const RULES: readonly Rule[] = [
  notAPlan,
  pageUnreadable,
  outdatedVersion,
  unknownVersion,
  malformedStandard,
  dateMismatch,
  issuerMismatch,
  titleMismatch,
  notInForce,
  notYetIssued,
  malformedNumber,
  inconsistentCitation,
  noSuchArticle,
  invalidDate,
  beforeIssue,
  outsidePlanYear,
  contradictingTimes,
  missingUnit,
  missingTiming,
  taskNumbering,
  sumMismatch,
  textMismatch,
  wordsMismatch,
  overCeiling,
  misspelledUnit,
  abolishedUnit,
  unitWithoutDuties,
  missingNumber,
  missingDate,
  missingPart,
  dateStyle,
  missingAppendix,
  partOrder,
  repeatedWord,
  misspelling,
  undefinedAbbreviation,
];
