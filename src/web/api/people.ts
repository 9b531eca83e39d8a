import { z } from 'zod';
import { USER_ROLES } from '../../store/people-store.js';

export const UserRoleSchema = z.enum(USER_ROLES);

/** Who is using the pages, and the token that every request that changes something has to carry. */
export const MeSchema = z.strictObject({
  name: z.string(),
  role: UserRoleSchema,
  csrf: z.string(),
  /** True where people log in; false for the one user of a local server. */
  accounts: z.boolean(),
  version: z.string(),
});
export type Me = z.infer<typeof MeSchema>;

/** How people come in; open to everybody. */
export const EntrySchema = z.strictObject({ accounts: z.boolean() });
export type Entry = z.infer<typeof EntrySchema>;

export const LoginRequestSchema = z.strictObject({
  name: z.string().min(1).max(100),
  password: z.string().min(1).max(1_000),
});
export type LoginRequest = z.infer<typeof LoginRequestSchema>;

export const UserViewSchema = z.strictObject({
  name: z.string(),
  role: UserRoleSchema,
  disabled: z.boolean(),
  createdAt: z.string(),
});
export type UserView = z.infer<typeof UserViewSchema>;

export const LogEntrySchema = z.strictObject({
  id: z.int(),
  at: z.string(),
  by: z.string(),
  what: z.string(),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
});
export type LogEntryView = z.infer<typeof LogEntrySchema>;

/** Every answer that isn't what was asked for. `message` is for people, in the language asked for. */
export const ErrorResponseSchema = z.looseObject({ error: z.string(), message: z.string() });
export type ErrorResponse = z.infer<typeof ErrorResponseSchema>;
