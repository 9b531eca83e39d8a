import type { AuditResult, ExpectedUnit } from '../../record/audit-result.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { numberCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/** One row a unit of the list, with what it handed in. Null where no list was given. */
export function expectedSheet({ expected }: AuditResult, language: Language): SheetContent | null {
  if (expected === undefined) return null;
  const say = messages(language);
  const stateOf = ({ plans, twice }: ExpectedUnit): 'missing' | 'twice' | 'once' =>
    plans.length === 0 ? 'missing' : twice ? 'twice' : 'once';
  const columns: readonly SheetColumn<ExpectedUnit>[] = [
    { head: say.expected.unit, width: 44, cell: (unit) => textCell(unit.name) },
    { head: say.expected.parent, width: 34, cell: (unit) => textCell(unit.parent) },
    { head: say.expected.state, width: 20, cell: (unit) => textCell(say.expected.states[stateOf(unit)]) },
    { head: say.column.count, width: 10, cell: (unit) => numberCell(unit.plans.length) },
    {
      head: say.expected.plans,
      width: 60,
      cell: (unit) =>
        textCell(
          unit.plans.map(({ file, near }) => (near ? `${file} (${say.expected.near})` : file)).join('; '),
        ),
    },
  ];
  return sheetOf(say.sheet.expected, columns, expected.units);
}
