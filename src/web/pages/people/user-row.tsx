import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { UserView } from '../../api/people.js';
import { useMessages } from '../language/language.js';

export const ROLES = ['reader', 'reviewer', 'administrator'] as const;

interface UserRowProps {
  readonly user: UserView;
  /** Nobody locks, demotes or resets their own account here. */
  readonly own: boolean;
  /** False where the server did not take it. */
  readonly onChange: (change: object) => Promise<boolean>;
}

/** An account, and what an administrator may do with it. */
export function UserRow({ user: { name, role, disabled }, own, onChange }: UserRowProps) {
  const say = useMessages();
  const [resetting, setResetting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setResetting(false);
    opener.current?.focus();
  };
  return (
    <>
      <tr>
        <th scope="row">
          {name} {disabled && <em>({say.people.disabled})</em>}
        </th>
        <td>
          <select
            aria-label={`${say.people.role} ${name}`}
            value={role}
            disabled={own}
            onChange={(event) => void onChange({ role: event.currentTarget.value })}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {say.people.roles[one]}
              </option>
            ))}
          </select>
        </td>
        <td>
          {!own && (
            <>
              <button type="button" class="quiet" onClick={() => void onChange({ disabled: !disabled })}>
                {disabled ? say.people.enable : say.people.disable}
                <span class="hidden"> {name}</span>
              </button>{' '}
              <button
                type="button"
                class="quiet"
                ref={opener}
                aria-expanded={resetting}
                onClick={() => setResetting(!resetting)}
              >
                {say.people.reset}
                <span class="hidden"> {name}</span>
              </button>
            </>
          )}
        </td>
      </tr>
      {resetting && (
        <tr>
          <td colSpan={3}>
            <PasswordForm
              name={name}
              onSet={async (password) => {
                if (await onChange({ password })) close();
              }}
              onCancel={close}
            />
          </td>
        </tr>
      )}
    </>
  );
}

interface PasswordFormProps {
  readonly name: string;
  readonly onSet: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}

function PasswordForm({ name, onSet, onCancel }: PasswordFormProps) {
  const say = useMessages();
  const input = useRef<HTMLInputElement>(null);
  // Before the next key comes.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="inline reset"
      onSubmit={(event) => {
        event.preventDefault();
        void onSet(input.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label>
        {say.people.newPassword(name)}
        <input
          ref={input}
          type="password"
          autocomplete="new-password"
          minLength={10}
          maxLength={1000}
          required
        />
      </label>
      <button type="submit">{say.people.set}</button>
      <button type="button" class="quiet" onClick={onCancel}>
        {say.people.cancel} <kbd>Esc</kbd>
      </button>
    </form>
  );
}
