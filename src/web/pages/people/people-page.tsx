import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LogEntryView, UserView } from '../../api/people.js';
import { ApiError } from '../api-client.js';
import { useMessages } from '../language/language.js';
import { useSession } from '../session.js';
import { LogTable } from './log-table.js';
import { ROLES, UserRow } from './user-row.js';

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
  const [told, setTold] = useState<string | null>(null);
  /** False where it failed; `success` is told where it did not. */
  const attempt = async (work: () => Promise<void>, success: string | null = null): Promise<boolean> => {
    try {
      await work();
      setProblem(null);
      setTold(success);
      await load();
      return true;
    } catch (error) {
      setTold(null);
      setProblem(error instanceof ApiError ? error.message : String(error));
      return false;
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
          {users.map((user) => (
            <UserRow
              key={user.name}
              user={user}
              own={user.name === me.name}
              onChange={(change) =>
                attempt(
                  () => api.changeUser(user.name, change),
                  'password' in change ? say.people.wasSet(user.name) : null,
                )
              }
            />
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
          <select name="role">
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
      <p role="status">{told}</p>
      <h2>{say.people.log}</h2>
      <LogTable log={log} />
    </main>
  );
}
