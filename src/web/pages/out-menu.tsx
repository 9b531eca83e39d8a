import { useState } from 'preact/hooks';
import { OUT_FORMATS, type OutFormat } from '../api/out.js';
import { useMessages } from './language/language.js';
import { useSession } from './session.js';

interface OutMenuProps {
  /** What it is about, for people. */
  readonly label: string;
  /** The hashes of the documents to take out, looked up when a format was chosen. */
  readonly documents: () => Promise<readonly string[]>;
}

/** A choice of reports that are written for a selection and saved by the browser. */
export function OutMenu({ label, documents }: OutMenuProps) {
  const say = useMessages();
  const { api } = useSession();
  const [state, setState] = useState<'idle' | 'working'>('idle');
  const [format, setFormat] = useState<OutFormat>(OUT_FORMATS[0]);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    setState('working');
    setProblem(null);
    try {
      const { name, file } = await api.out({ format, documents: [...(await documents())] });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setState('idle');
    }
  };
  return (
    <span class="out">
      <select
        aria-label={`${say.out.heading}: ${label}`}
        value={format}
        onChange={(event) => {
          const chosen = OUT_FORMATS.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) setFormat(chosen);
        }}
      >
        {OUT_FORMATS.map((one) => (
          <option key={one} value={one}>
            {say.out.formats[one]}
          </option>
        ))}
      </select>
      <button type="button" class="quiet" disabled={state === 'working'} onClick={() => void take()}>
        {state === 'working' ? say.out.working : say.out.heading}
      </button>
      {problem !== null && <span role="alert">{problem}</span>}
    </span>
  );
}
