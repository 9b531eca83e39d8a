import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { residentMemory } from '../../src/run/resident-memory.js';

const BYTES = 200_000_000;
/** A program that holds memory, and one that starts it by way of a third. */
const HOLDS = `globalThis.kept = Buffer.alloc(${BYTES}, 1); console.log('ready'); setInterval(() => {}, 1000);`;
const starts = (code: string): string =>
  `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(code)}], { stdio: 'inherit' });`;

it.runIf(process.platform === 'linux')(
  'memory counts what a process has started, at any remove',
  async () => {
    const child = spawn(process.execPath, ['-e', starts(starts(HOLDS))], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { pid } = child;
    if (pid === undefined) throw new Error('no process was started');
    try {
      await once(child.stdout, 'data');
      expect(residentMemory(pid)).toBeGreaterThan(BYTES);
    } finally {
      process.kill(-pid, 'SIGKILL');
      await once(child, 'close');
    }
    expect(residentMemory(pid)).toBeNull();
  },
);
