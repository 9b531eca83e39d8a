import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/**
 * Goes on only where `program` runs with `args`. Where it is missing the test fails if RASOAT_REQUIRE_PROGRAMS is set
 * (as in CI); elsewhere it is left out, and says so.
 */
export function needsProgram(
  context: TestContext,
  program: string,
  args: readonly string[] = ['--version'],
): void {
  const found = spawnSync(program, args, { stdio: 'ignore' });
  if (found.error === undefined && found.status === 0) return;
  const message = `NOT TESTED: "${context.task.name}" needs the program ${program}, which is not here.`;
  if (process.env.RASOAT_REQUIRE_PROGRAMS) throw new Error(message);
  console.warn(message);
  context.skip();
}
