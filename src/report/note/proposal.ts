import type { Finding } from '../../record/finding.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';

/** What a unit is asked to do about a finding. */
export function proposal({ ruleId, suggestion }: Finding, language: Language): string {
  const say = messages(language).note.proposal;
  const [family = ''] = ruleId.split('/');
  if (suggestion !== null) {
    if (ruleId === 'citation/not-in-force') return say.replaceBy(suggestion);
    // Which of the figures is the wrong one is for the unit to say.
    return family === 'budget' ? say.checkSumsTo(suggestion) : say.write(suggestion);
  }
  switch (ruleId) {
    case 'task/missing-unit':
      return say.addUnit;
    case 'task/missing-timing':
      return say.addTiming;
    case 'task/numbering':
      return say.renumber;
    case 'citation/not-in-force':
    case 'citation/not-yet-issued':
      return say.checkForce;
    case 'budget/over-ceiling':
      return say.explainAmount;
    case 'document/page-unreadable':
      return say.sendAgain;
  }
  if (ruleId.startsWith('format/missing')) return say.add;
  switch (family) {
    case 'budget':
      return say.checkSums;
    case 'timing':
      return say.checkTiming;
    case 'citation':
      return say.checkCitation;
    default:
      return say.mend;
  }
}
