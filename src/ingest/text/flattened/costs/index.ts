export { type CostTable, readCosts } from './cost-table.js';
export { beginsCostTitle } from './cost-titles.js';
export { digitsLeft, isUnitNote } from './cost-words.js';
