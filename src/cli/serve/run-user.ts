import { resolve } from 'node:path';
import { openStore } from '../../store/open-store.js';
import { PASSWORD_SET, type PeopleStore, USER_ROLES, type UserRole } from '../../store/people-store.js';
import { hashPassword, SHORTEST_PASSWORD } from '../../web/server/passwords.js';
import type { CommandContext } from '../command-context.js';
import { CliError, EXIT, type ExitStatus } from '../exit.js';
import { foreseen } from '../foreseen.js';
import { printable } from '../terminal/printable.js';
import { readPassword } from './read-password.js';

export type UserTask = 'add' | 'list' | 'password' | 'lock' | 'unlock';

/** Who is written into the log for what is done in the terminal. */
const BY = 'rasoat user';

/** `rasoat user …`: makes, lists and changes accounts. Throws CliError. */
export async function runUser(
  task: UserTask,
  given: string,
  flags: { readonly db: string; readonly role: string },
  context: CommandContext,
): Promise<ExitStatus> {
  const { io, say } = context;
  const role = USER_ROLES.find((one) => one === flags.role);
  if (role === undefined) throw new CliError(say.user.badRole(flags.role), EXIT.usage);
  const name = given.normalize('NFC').trim();
  await foreseen(flags.db, say, async () => {
    const store = await openStore(resolve(io.cwd, flags.db), { create: task === 'add' });
    try {
      if (task === 'list') await list(store.people, context);
      else await change(store.people, task, { name, role }, context);
    } finally {
      await store.close();
    }
  });
  return EXIT.clean;
}

async function list(people: PeopleStore, { io, say }: CommandContext): Promise<void> {
  const users = await people.users();
  if (users.length === 0) io.err.write(`${say.user.none}\n`);
  for (const { name, role, disabled } of users)
    io.out.write(`${printable(name)}\t${role}${disabled ? `\t${say.user.locked}` : ''}\n`);
}

async function change(
  people: PeopleStore,
  task: Exclude<UserTask, 'list'>,
  { name, role }: { readonly name: string; readonly role: UserRole },
  { io, say }: CommandContext,
): Promise<void> {
  const known = (await people.findUser(name)) !== null;
  if (known && task === 'add') throw new CliError(say.user.taken(name), EXIT.usage);
  if (!known && task !== 'add') throw new CliError(say.user.unknown(name), EXIT.usage);
  if (task === 'add') {
    await people.addUser({ name, role, passwordHash: await newPassword(say) });
    io.out.write(`${say.user.added(printable(name))}\n`);
  } else {
    const changes =
      task === 'password' ? { passwordHash: await newPassword(say) } : { disabled: task === 'lock' };
    await people.changeUser(name, changes);
    io.out.write(`${say.user.changed(printable(name))}\n`);
  }
  await people.log({
    by: BY,
    what: task === 'password' ? PASSWORD_SET : `user-${task}`,
    subject: name,
    detail: task === 'add' ? role : null,
  });
}

async function newPassword(say: CommandContext['say']): Promise<string> {
  const password = await readPassword(say.user.password);
  if (password.length < SHORTEST_PASSWORD) throw new CliError(say.user.short(SHORTEST_PASSWORD), EXIT.usage);
  if (process.stdin.isTTY === true && (await readPassword(say.user.again)) !== password)
    throw new CliError(say.user.differ, EXIT.usage);
  return await hashPassword(password);
}
