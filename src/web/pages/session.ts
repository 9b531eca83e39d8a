import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Me } from '../api/people.js';
import type { Api } from './api-client.js';

/** Who uses the pages, and the way to the server. */
export interface Session {
  readonly me: Me;
  readonly api: Api;
}

export const SessionContext = createContext<Session | null>(null);

/** Only below the page of somebody who is known. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('used outside a session');
  return session;
}

/** Whether this person may decide and hand in. */
export const mayDecide = ({ me }: Session): boolean => me.role !== 'reader';
