import { isIP } from 'node:net';

/** Whether an address can only be reached from this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Where a request says it goes to. Null where that is no host. */
function hostnameOf(header: string): string | null {
  try {
    return new URL(`http://${header}`).hostname.replace(/^\[|\]$/gu, '');
  } catch {
    return null;
  }
}

/**
 * Whether a Host header may name this server. A page of the network whose name was turned to this machine's address
 * carries its own name there. On loopback only loopback names do; elsewhere IP addresses and `names` do.
 */
export function isOwnHost(header: string | undefined, bound: string, names: readonly string[]): boolean {
  const hostname = header === undefined ? null : hostnameOf(header);
  if (hostname === null) return false;
  if (isLoopback(hostname) || names.includes(hostname.toLowerCase())) return true;
  return !isLoopback(bound) && isIP(hostname) !== 0;
}

/** Whether an Origin header is that of the pages that this server itself serves under `host`. */
export function isOwnOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === new URL(`http://${host}`).host;
  } catch {
    return false;
  }
}
