/** What an account may do: read; also decide and hand in; also manage people. */
export const USER_ROLES = ['reader', 'reviewer', 'administrator'] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** An account. `passwordHash` is what `hashPassword` gave. */
export interface User {
  readonly name: string;
  readonly role: UserRole;
  readonly passwordHash: string;
  readonly disabled: boolean;
  /** ISO 8601 instant. */
  readonly createdAt: string;
}

/** A person who is logged in. Only the hash of the session's token is kept. */
export interface Session {
  readonly tokenHash: string;
  readonly user: string;
  readonly csrf: string;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** A line of the log of who did what; lines are only ever added. */
export interface LogEntry {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  /** What was done: "login", "login-failed", "upload", "decide", "export", "user-add" … */
  readonly what: string;
  /** To what: a document's hash, an account's name; null where it was to nothing. */
  readonly subject: string | null;
  readonly detail: string | null;
}

/** What the log calls a new password that somebody else set for an account. */
export const PASSWORD_SET = 'user-password';

/** Accounts, sessions and the log. Methods throw StoreError. */
export interface PeopleStore {
  /** False where the name is taken. */
  addUser(user: Pick<User, 'name' | 'role' | 'passwordHash'>): Promise<boolean>;
  findUser(name: string): Promise<User | null>;
  users(): Promise<readonly User[]>;
  /** Changes an account and ends its sessions; false where there is none. */
  changeUser(
    name: string,
    change: Partial<Pick<User, 'role' | 'passwordHash' | 'disabled'>>,
  ): Promise<boolean>;

  addSession(session: Pick<Session, 'tokenHash' | 'user' | 'csrf'>): Promise<void>;
  /** The session, if it was used after `idleSince` and began after `begunSince`; it counts as used now. */
  useSession(
    tokenHash: string,
    limits: { readonly idleSince: string; readonly begunSince: string },
  ): Promise<Session | null>;
  endSession(tokenHash: string): Promise<void>;

  log(entry: Pick<LogEntry, 'by' | 'what' | 'subject' | 'detail'>): Promise<void>;
  /** The newest first; `before` is the id to go on from. */
  readLog(limit: number, before?: number): Promise<readonly LogEntry[]>;
  /** How often this was done to this subject since `at`. */
  countLog(what: string, subject: string, since: string): Promise<number>;
  /** When this was last done to this subject; null where it never was. */
  lastLog(what: string, subject: string): Promise<string | null>;
}
