export { readBlocks } from './block-table.js';
export { flowHead, lettersAt } from './flow-head.js';
