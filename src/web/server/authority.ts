import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import PQueue from 'p-queue';
import { PASSWORD_SET, type PeopleStore, type UserRole } from '../../store/people-store.js';
import { hashPassword, isPassword } from './passwords.js';

/** Somebody whose request it is. */
export interface Person {
  readonly name: string;
  readonly role: UserRole;
  /** What a request that changes something has to carry. */
  readonly csrf: string;
}

export type LoginOutcome =
  | { readonly kind: 'in'; readonly session: string }
  | { readonly kind: 'wrong' }
  /** Too many attempts; for how many minutes. */
  | { readonly kind: 'blocked'; readonly minutes: number };

/** Says who somebody is. Sessions are random tokens that only the person's browser holds. */
export interface Authority {
  /** Whether people log in with a name and a password. */
  readonly accounts: boolean;
  personOf(session: string): Promise<Person | null>;
  /** `address` is where the attempt comes from. */
  login(name: string, password: string, address: string): Promise<LoginOutcome>;
  /** A session for who holds the printed link; null for a wrong token and where people log in. */
  enter(linkToken: string): string | null;
  logout(session: string): Promise<void>;
}

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const sameToken = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));

/**
 * One person without a password, known by the link that the program printed when it started. `linkToken` lets in as
 * long as the program runs: the person opens the link again after closing the browser, or in another one. `onceToken`
 * goes to the browser that the program starts itself, whose address other users of the machine can see: it lets in
 * once. Sessions end with the program.
 */
export function linkAuthority(name: string, linkToken: string, onceToken?: string): Authority {
  const sessions = new Map<string, Person>();
  let once = onceToken ?? null;
  return {
    accounts: false,
    async personOf(session) {
      return sessions.get(hashOf(session)) ?? null;
    },
    async login() {
      return { kind: 'wrong' };
    },
    enter(token) {
      const isOnce = once !== null && sameToken(token, once);
      if (!isOnce && !sameToken(token, linkToken)) return null;
      if (isOnce) once = null;
      const session = newToken();
      sessions.set(hashOf(session), { name, role: 'administrator', csrf: newToken() });
      return session;
    },
    async logout(session) {
      sessions.delete(hashOf(session));
    },
  };
}

const IDLE_MS = 8 * 3_600_000;
const LONGEST_MS = 24 * 3_600_000;
const ATTEMPTS_WITHIN_MS = 15 * 60_000;
const ATTEMPTS_A_NAME = 5;
const ATTEMPTS_AN_ADDRESS = 20;
/** Attempts that may wait for their turn. */
const ATTEMPTS_WAITING = 50;

/** Accounts of the database: sessions end after 8 idle hours or a day; five wrong passwords block for 15 minutes. */
export function accountAuthority(people: PeopleStore): Authority {
  // Checked where there is no such account, so that an answer takes as long.
  const nobody = hashPassword(newToken());
  // One after the other: each counts the failures before it, and hashing takes 128 MB.
  const turn = new PQueue({ concurrency: 1 });
  const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
  return {
    accounts: true,
    async personOf(session) {
      const limits = { idleSince: ago(IDLE_MS), begunSince: ago(LONGEST_MS) };
      const found = await people.useSession(hashOf(session), limits);
      const user = found === null ? null : await people.findUser(found.user);
      if (found === null || user === null || user.disabled) return null;
      return { name: user.name, role: user.role, csrf: found.csrf };
    },
    login: (name, password, address) =>
      turn.size >= ATTEMPTS_WAITING
        ? Promise.resolve({ kind: 'blocked', minutes: 1 })
        : turn.add(() => attempt(name, password, address)),
    enter: () => null,
    logout: (session) => people.endSession(hashOf(session)),
  };

  async function attempt(name: string, password: string, address: string): Promise<LoginOutcome> {
    const since = ago(ATTEMPTS_WITHIN_MS);
    // A new password from an administrator ends the block: the guesses were at another one.
    const passwordSet = (await people.lastLog(PASSWORD_SET, name)) ?? since;
    const [byName, byAddress] = await Promise.all([
      people.countLog('login-failed', name, passwordSet > since ? passwordSet : since),
      people.countLog('login-failed-from', address, since),
    ]);
    if (byName >= ATTEMPTS_A_NAME || byAddress >= ATTEMPTS_AN_ADDRESS)
      return { kind: 'blocked', minutes: ATTEMPTS_WITHIN_MS / 60_000 };
    const user = await people.findUser(name);
    const right = await isPassword(password, user?.passwordHash ?? (await nobody));
    if (user === null || user.disabled || !right) {
      await people.log({ by: name, what: 'login-failed', subject: name, detail: address });
      await people.log({ by: name, what: 'login-failed-from', subject: address, detail: null });
      return { kind: 'wrong' };
    }
    const session = newToken();
    await people.addSession({ tokenHash: hashOf(session), user: user.name, csrf: newToken() });
    await people.log({ by: user.name, what: 'login', subject: user.name, detail: address });
    return { kind: 'in', session };
  }
}
