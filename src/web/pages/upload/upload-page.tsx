import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Batch, BatchFile, UploadLimits } from '../../api/batches.js';
import { ApiError } from '../api-client.js';
import { useMessages } from '../language/language.js';
import { hrefOf } from '../route.js';
import { useSession } from '../session.js';
import { type ChosenFile, isKnownType, meantFiles, namesOf } from './chosen-files.js';
import { chosenFiles, droppedFiles } from './dropped-files.js';

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'auditing'; readonly batch: Batch };

/** Where files are handed in, and their way through the audit is seen. */
export function UploadPage() {
  const say = useMessages();
  const { api } = useSession();
  const [limits, setLimits] = useState<UploadLimits | null>(null);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  const watch = useCallback(
    (batch: Batch): void => {
      setStep({ kind: 'auditing', batch });
      stop.current();
      stop.current = api.watchBatch(batch.id, (next) => setStep({ kind: 'auditing', batch: next }));
    },
    [api],
  );
  useEffect(() => {
    const here = { still: true };
    const look = async (): Promise<void> => {
      setLimits(await api.uploadLimits());
      // One that was sent off before goes on, whether or not anybody looks.
      const [newest] = await api.batches();
      const isOnItsWay = newest?.state === 'queued' || newest?.state === 'running';
      if (here.still && isOnItsWay) watch(newest);
    };
    look().catch((error: unknown) => setProblems([error instanceof Error ? error.message : String(error)]));
    return () => {
      here.still = false;
      stop.current();
    };
  }, [api, watch]);
  useEffect(() => {
    if (step.kind !== 'sending') return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [step.kind]);

  const take = (more: readonly ChosenFile[]): void => {
    const found: string[] = [];
    const right = meantFiles(more, files).filter(({ file }) => {
      if (!isKnownType(file)) {
        found.push(say.upload.unknownType(file.name));
        return false;
      }
      if (limits === null || file.size <= limits.bytesPerFile) return true;
      found.push(say.upload.tooLarge(file.name));
      return false;
    });
    const all = [...files, ...right];
    if (limits !== null && all.length > limits.files) found.push(say.upload.tooMany(limits.files));
    setProblems(found);
    setFiles(all.slice(0, limits?.files ?? all.length));
  };
  const start = async (): Promise<void> => {
    try {
      setStep({ kind: 'sending', sent: 0 });
      const { id } = await api.beginBatch();
      const names = namesOf(files);
      for (const [i, { file }] of files.entries()) {
        await api.addFile(id, names[i] ?? file.name, file);
        setStep({ kind: 'sending', sent: i + 1 });
      }
      watch(await api.startBatch(id));
    } catch (error) {
      setProblems([error instanceof ApiError ? error.message : String(error)]);
      setStep({ kind: 'choosing' });
    }
  };
  if (step.kind === 'auditing')
    return (
      <BatchProgress
        batch={step.batch}
        onAgain={() => {
          setFiles([]);
          setStep({ kind: 'choosing' });
        }}
      />
    );
  return (
    <main class="page">
      <h1>{say.upload.heading}</h1>
      <section
        class={`drop ${over ? 'over' : ''}`}
        aria-label={say.upload.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(take);
        }}
      >
        <p class="large">{say.upload.drop}</p>
        <p>
          {say.upload.or} <FileButton label={say.upload.chooseFiles} onFiles={take} />{' '}
          <FileButton label={say.upload.chooseFolder} folder onFiles={take} />
        </p>
        <p class="soft">
          {say.upload.kinds}. {limits !== null && say.upload.limits(limits.files, limits.bytesPerFile / 1e6)}
        </p>
      </section>
      {problems.map((problem) => (
        <p role="alert" key={problem}>
          {problem}
        </p>
      ))}
      {files.length > 0 && (
        <p>
          <button type="button" disabled={step.kind === 'sending'} onClick={() => void start()}>
            {step.kind === 'sending'
              ? `${say.upload.sending} ${say.upload.progress(step.sent, files.length)}`
              : say.upload.start(files.length)}
          </button>
        </p>
      )}
      <ul class="files">
        {files.map(({ file, path }, i) => (
          <li key={`${path} ${file.size} ${file.lastModified}`}>
            <bdi>{path}</bdi> <span class="soft">{Math.ceil(file.size / 1000).toLocaleString()} kB</span>
            {step.kind === 'choosing' && (
              <button
                type="button"
                class="quiet"
                onClick={() => setFiles(files.filter((_, j) => j !== i))}
                aria-label={`${say.upload.remove} ${path}`}
              >
                {say.upload.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly folder?: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

function FileButton({ label, folder = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (folder) input.current?.setAttribute('webkitdirectory', '');
  }, [folder]);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          onFiles(chosenFiles(event.currentTarget.files ?? []));
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function BatchProgress({ batch, onAgain }: { readonly batch: Batch; readonly onAgain: () => void }) {
  const say = useMessages();
  const done = batch.files.filter(({ state }) => state === 'done' || state === 'failed').length;
  const ended = batch.state === 'finished' || batch.state === 'failed';
  return (
    <main class="page">
      <h1>{say.upload.heading}</h1>
      <p role="status">
        {say.upload.progress(done, batch.files.length)}
        {batch.state === 'queued' && `, ${say.upload.queued}`}
      </p>
      {!ended && <p class="soft">{say.upload.goesOn}</p>}
      <progress value={done} max={batch.files.length} aria-label={say.upload.heading} />
      {batch.error !== null && <p role="alert">{say.upload.batchFailed}</p>}
      {ended && (
        <p>
          {batch.run !== null && (
            <a class="button" href={hrefOf('list', '', new URLSearchParams({ run: batch.run }))}>
              {say.upload.show}
            </a>
          )}{' '}
          <button type="button" class="quiet" onClick={onAgain}>
            {say.upload.again}
          </button>
        </p>
      )}
      <table>
        <tbody>
          {batch.files.map((file) => (
            <tr key={file.id} class={file.state}>
              <th scope="row">
                <bdi>
                  {file.sha256 === null ? (
                    file.name
                  ) : (
                    <a href={hrefOf('document', file.sha256)}>{file.name}</a>
                  )}
                </bdi>
              </th>
              <td>
                <FileState file={file} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

function FileState({ file }: { readonly file: BatchFile }) {
  const say = useMessages();
  const { state, stage, page, pages, failure } = file;
  switch (state) {
    case 'waiting':
      return <span class="soft">{say.upload.waiting}</span>;
    case 'reading':
      return (
        <span>
          {stage === null ? say.upload.unknownState : say.upload.stage[stage]}
          {pages > 0 && `, ${say.upload.page(page, pages)}`}
        </span>
      );
    case 'done':
      return <span class="good">{say.upload.done}</span>;
    case 'failed':
      return (
        <span class="bad">
          {say.upload.failed}
          {failure !== null && `: ${say.failure[failure] ?? failure}`}
        </span>
      );
  }
}
