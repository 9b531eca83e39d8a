import { checkSet } from '../src/check/check-set.js';
import { loadRegisters } from '../src/check/registers/load-registers.js';
import { line, seconds, title } from './measure.js';
import { findingsIn } from './rules/judge.js';
import { cleanRecords, manyRecords } from './rules/many-records.js';
import { cleanSpecimens, plantedSpecimens, type Specimen } from './rules/plant.js';
import { precisionOf, recallOf, type ScoredSet, scoreRules } from './rules/score-rules.js';

/** In how many plans each mistake is planted. */
const PLANS_EACH = Number(process.env.PLANS ?? 3);

async function scored(specimens: readonly Specimen[], form: 'txt' | 'docx'): Promise<ScoredSet> {
  const results: (readonly [Specimen, Awaited<ReturnType<typeof findingsIn>>])[] = [];
  for (const specimen of specimens) results.push([specimen, await findingsIn(specimen, form)]);
  return scoreRules(results);
}

function table({ rules, notes }: ScoredSet): void {
  console.log(
    `  ${'rule'.padEnd(28)}${'right'.padStart(6)}${'wrong'.padStart(7)}${'missed'.padStart(8)}${'precision'.padStart(11)}${'recall'.padStart(9)}`,
  );
  for (const [id, score] of rules)
    console.log(
      `  ${id.padEnd(28)}${String(score.right).padStart(6)}${String(score.wrong).padStart(7)}${String(score.missed).padStart(8)}${precisionOf(score).toFixed(3).padStart(11)}${recallOf(score).toFixed(3).padStart(9)}`,
    );
  for (const note of notes) console.log(`  ${note}`);
}

async function rules(): Promise<void> {
  const clean = cleanSpecimens();
  const planted = plantedSpecimens(PLANS_EACH);
  title(`Rules: ${clean.length} clean plans and ${planted.length} with planted mistakes, as text`);
  table(await scored([...clean, ...planted], 'txt'));
  const few = plantedSpecimens(1);
  title(`The same as DOCX: ${clean.length} clean plans and ${few.length} with planted mistakes`);
  table(await scored([...clean, ...few], 'docx'));
}

async function sets(): Promise<void> {
  title('Records checked against each other');
  const models = await cleanRecords();
  const registers = loadRegisters();
  for (const count of [2500, 5000, 10_000]) {
    const records = manyRecords(models, count);
    let findings = 0;
    const time = await seconds(() => {
      findings = [...checkSet(records, registers).values()].reduce((sum, found) => sum + found.length, 0);
    });
    const memory = process.memoryUsage().rss / 1e6;
    line(`${count} records`, `${time.toFixed(2)} s, ${findings} findings, ${memory.toFixed(0)} MB in use`);
  }
  line('peak of this process', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

if (process.argv[2] !== 'sets') await rules();
if (process.argv[2] !== 'rules') await sets();
