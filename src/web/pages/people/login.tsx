import { useEffect, useRef, useState } from 'preact/hooks';
import { type Api, ApiError } from '../api-client.js';
import { useMessages } from '../language/language.js';

interface LoginProps {
  readonly api: Api;
  readonly onEntered: () => void;
  readonly onLanguage: () => void;
}

/** Where people come in; who works alone is told of the printed link. */
export function Login({ api, onEntered, onLanguage }: LoginProps) {
  const say = useMessages();
  return (
    <main class="narrow">
      <h1>{say.product}</h1>
      <Entrance api={api} onEntered={onEntered} />
      <button type="button" class="quiet" onClick={onLanguage} lang={say.code === 'vi' ? 'en' : 'vi'}>
        {say.other}
      </button>
    </main>
  );
}

/** Comes over a page whose session has ended, so that nothing on it is lost. */
export function Again({ api, onEntered }: Pick<LoginProps, 'api' | 'onEntered'>) {
  const say = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={say.login.again} onCancel={(event) => event.preventDefault()}>
      <p role="alert">{say.login.again}</p>
      <Entrance api={api} onEntered={onEntered} />
    </dialog>
  );
}

/** The form of a server with accounts, the hint of one without. */
function Entrance({ api, onEntered }: Pick<LoginProps, 'api' | 'onEntered'>) {
  const say = useMessages();
  const [accounts, setAccounts] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    api.entry().then(
      (entry) => setAccounts(entry.accounts),
      () => setProblem(say.offline),
    );
  }, [api, say]);
  const enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    try {
      await api.login(String(data.get('name')), String(data.get('password')));
      onEntered();
    } catch (error) {
      setProblem(
        error instanceof ApiError ? (error.status === 0 ? say.offline : error.message) : String(error),
      );
    }
  };
  if (accounts !== true)
    return (
      <>
        {accounts === false && <p class="stack">{say.login.link}</p>}
        {problem !== null && <p role="alert">{problem}</p>}
        {accounts === false && (
          <button type="button" onClick={onEntered}>
            {say.retry}
          </button>
        )}
      </>
    );
  return (
    <form class="stack" onSubmit={(event) => void enter(event)}>
      <h2>{say.login.heading}</h2>
      <label>
        {say.login.name}
        <input name="name" autocomplete="username" required />
      </label>
      <label>
        {say.login.password}
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      {problem !== null && <p role="alert">{problem}</p>}
      <button type="submit">{say.login.enter}</button>
    </form>
  );
}
