import { type ListRequest, ListRequestSchema } from '../../api/documents.js';

export type ListFilter = Omit<ListRequest, 'offset' | 'limit'>;

/** What the address asks the list for; settings that are none of the list's are passed over. */
export function filterOf(query: URLSearchParams): ListFilter {
  const schema = ListRequestSchema.omit({ offset: true, limit: true }).strip();
  const settings = [...query].filter(([, value]) => value !== '');
  const right = settings.filter(([name, value]) => schema.safeParse({ [name]: value }).success);
  return schema.parse(Object.fromEntries(right));
}

/** The address's settings with some changed; null takes one away. */
export function withSettings(
  query: URLSearchParams,
  change: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change))
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  return next;
}
