// A worker that does what the file says, so that every way of ending can be tried in a real process.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const recordOf = (file, text, sha256) => ({
  recordVersion: 1,
  source: { file, sha256, mediaType: 'text/plain', pages: null, method: 'text', pageReadings: [] },
  text,
  header: {
    parentAgency: null,
    issuingAgency: null,
    number: null,
    symbol: null,
    place: null,
    issuedOn: null,
    documentType: null,
    subject: null,
    planYear: null,
    signatory: null,
    recipients: [],
    places: {},
  },
  citations: [],
  standards: [],
  tasks: [],
  responsibilities: [],
  budget: { amounts: [], lines: [], fundingSources: [] },
  outline: [],
  abbreviations: [],
  dates: [],
  isPlan: true,
  warnings: [{ code: 'pid', message: String(process.pid), page: null, span: null }],
  findings: [],
});

const kept = [];
const acts = {
  hang: () => {
    for (;;);
  },
  silence: () => new Promise(() => setInterval(() => undefined, 1000)),
  memory: () => {
    for (;;) kept.push(Buffer.alloc(16 << 20, 1));
  },
  heap: () => {
    for (;;) kept.push(Array.from({ length: 1 << 16 }, (_, i) => ({ i })));
  },
  crash: () => {
    throw new RangeError('the file broke the reader');
  },
  abort: () => process.abort(),
  'crash once': (path) => {
    if (existsSync(`${path}.tried`)) return;
    writeFileSync(`${path}.tried`, '');
    process.exit(3);
  },
  child: (path) => {
    const child = spawn('sleep', ['1000']);
    writeFileSync(`${path}.pid`, String(child.pid));
    for (;;);
  },
  pages: async (_, say) => {
    for (let page = 1; page <= 10; page++) {
      say({ stage: 'recognizing', page, pages: 10 });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  },
  refuse: () => ({ kind: 'failed', reason: 'encrypted', detail: 'needs a password' }),
  'bad record': () => ({ kind: 'extracted', record: { text: 'no record' } }),
  slow: () => new Promise((resolve) => setTimeout(resolve, 300)),
};

process.on('disconnect', () => process.exit(0));
process.on('message', async (message) => {
  if (message.kind === 'stop') process.exit(0);
  const { id, job } = message;
  const bytes = readFileSync(job.path);
  const text = bytes.toString('utf8').trim();
  const say = (progress) => process.send({ kind: 'progress', id, progress });
  say({ stage: 'reading', page: 0, pages: 0 });
  const act = acts[text.split('\n')[0]];
  const result = await act?.(job.path, say);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const record = recordOf(job.file, text, sha256);
  process.send({ kind: 'done', id, result: result ?? { kind: 'extracted', record } });
});
process.send({ kind: 'ready' });
