import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LogEntryView, UserView } from '../../api/people.js';
import { ApiError } from '../api-client.js';
import { instantText, useMessages } from '../language/language.js';
import { useSession } from '../session.js';

const ROLES = ['reader', 'reviewer', 'administrator'] as const;

/** Accounts and the log. */
export function PeoplePage() {
  const say = useMessages();
  const { api, me } = useSession();
  const [users, setUsers] = useState<readonly UserView[]>([]);
  const [log, setLog] = useState<readonly LogEntryView[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async () => {
    setUsers(await api.users());
    setLog(await api.log());
  }, [api]);
  useEffect(() => void load(), [load]);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      setProblem(null);
      await load();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
  };
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    void attempt(async () => {
      await api.addUser({
        name: String(data.get('name')),
        role: String(data.get('role')),
        password: String(data.get('password')),
      });
      form.reset();
    });
  };
  if (!me.accounts) return <main class="page">{say.people.noAccounts}</main>;
  return (
    <main class="page">
      <h1>{say.people.heading}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.people.name}</th>
            <th scope="col">{say.people.role}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {users.map(({ name, role, disabled }) => (
            <tr key={name}>
              <th scope="row">
                {name} {disabled && <em>({say.people.disabled})</em>}
              </th>
              <td>
                <select
                  aria-label={`${say.people.role} ${name}`}
                  value={role}
                  disabled={name === me.name}
                  onChange={(event) => {
                    const chosen = event.currentTarget.value;
                    void attempt(() => api.changeUser(name, { role: chosen }));
                  }}
                >
                  {ROLES.map((one) => (
                    <option key={one} value={one}>
                      {say.people.roles[one]}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                {name !== me.name && (
                  <button
                    type="button"
                    class="quiet"
                    onClick={() => void attempt(() => api.changeUser(name, { disabled: !disabled }))}
                  >
                    {disabled ? say.people.enable : say.people.disable}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form class="inline" onSubmit={add}>
        <label>
          {say.people.name}
          <input name="name" required maxLength={100} />
        </label>
        <label>
          {say.people.role}
          <select name="role" defaultValue="reviewer">
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {say.people.roles[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say.people.password}
          <input name="password" type="password" autocomplete="new-password" minLength={10} required />
        </label>
        <button type="submit">{say.people.add}</button>
      </form>
      {problem !== null && <p role="alert">{problem}</p>}
      <h2>{say.people.log}</h2>
      <table>
        <thead>
          <tr>
            {[say.people.at, say.people.by, say.people.what, say.people.subject, say.people.detail].map(
              (name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {log.map(({ id, at, by, what, subject, detail }) => (
            <tr key={id}>
              <td>{instantText(at, say)}</td>
              <td>{by}</td>
              <td>{what}</td>
              <td class="hash">{subject}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
