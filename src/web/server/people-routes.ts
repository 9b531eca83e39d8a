import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { PASSWORD_SET, type User } from '../../store/people-store.js';
import { UserRoleSchema, type UserView } from '../api/people.js';
import type { AppContext, AppEnv } from './app-context.js';
import { atLeast } from './guard.js';
import { hashPassword, SHORTEST_PASSWORD } from './passwords.js';
import { jsonOf, queryOf } from './request.js';
import { WebError } from './web-error.js';

const NewUserSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: UserRoleSchema,
  password: z.string().min(SHORTEST_PASSWORD).max(1_000),
});
const UserChangeSchema = z.strictObject({
  role: UserRoleSchema.optional(),
  disabled: z.boolean().optional(),
  password: z.string().min(SHORTEST_PASSWORD).max(1_000).optional(),
});
const LogQuerySchema = z.strictObject({ before: z.coerce.number().int().positive().optional() });
const LOG_LINES = 200;

const viewOf = ({ name, role, disabled, createdAt }: User): UserView => ({ name, role, disabled, createdAt });

/** Accounts and the log, for administrators. */
export function peopleRoutes({ store: { people }, authority }: AppContext): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.use(atLeast('administrator'));
  routes.use(bodyLimit({ maxSize: 10_000 }));

  routes.get('/users', async (c) => c.json((await people.users()).map(viewOf)));

  routes.post('/users', async (c) => {
    if (!authority.accounts) throw new WebError('forbidden', 'this server has no accounts');
    const { name, role, password } = await jsonOf(c, NewUserSchema);
    const user = { name: name.normalize('NFC'), role, passwordHash: await hashPassword(password) };
    if (!(await people.addUser(user))) throw new WebError('name-taken');
    await people.log({ by: c.var.person.name, what: 'user-add', subject: user.name, detail: role });
    return c.body(null, 201);
  });

  routes.patch('/users/:name', async (c) => {
    const name = c.req.param('name');
    const { role, disabled, password } = await jsonOf(c, UserChangeSchema);
    if (name === c.var.person.name && (disabled === true || (role !== undefined && role !== 'administrator')))
      throw new WebError('own-account');
    const changed = await people.changeUser(name, {
      ...(role === undefined ? {} : { role }),
      ...(disabled === undefined ? {} : { disabled }),
      ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
    });
    if (!changed) throw new WebError('not-found');
    const by = c.var.person.name;
    const log = (what: string, detail: string | null) => people.log({ by, what, subject: name, detail });
    if (role !== undefined) await log('user-change', role);
    if (disabled !== undefined) await log(disabled ? 'user-lock' : 'user-unlock', null);
    if (password !== undefined) await log(PASSWORD_SET, null);
    return c.body(null, 204);
  });

  routes.get('/log', async (c) => {
    const { before } = queryOf(c, LogQuerySchema);
    return c.json(await people.readLog(LOG_LINES, before));
  });
  return routes;
}
