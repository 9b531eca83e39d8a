import type { LogEntryView } from '../../api/people.js';
import { instantText, useMessages } from '../language/language.js';
import type { Messages } from '../language/vietnamese.js';
import { hrefOf } from '../route.js';

const HASH = /^[0-9a-f]{64}$/u;

/** A log line's detail in the reader's words; what they have none for stays as it was written. */
function detailText({ what, detail }: LogEntryView, say: Messages): string {
  if (detail === null) return '';
  const { roles, details } = say.people;
  if (what === 'user-add' || what === 'user-change')
    return (roles as Readonly<Record<string, string>>)[detail] ?? detail;
  if (what === 'upload') return details.upload(detail);
  if (what === 'decide')
    return /^\d+$/u.test(detail)
      ? details.decide(detail)
      : ((say.history.action as Readonly<Record<string, string>>)[detail] ?? detail);
  const [format, count] = detail.split(' ');
  if (what === 'export' && format !== undefined && count !== undefined)
    return details.export((say.out.formats as Readonly<Record<string, string>>)[format] ?? format, count);
  return detail;
}

/** Who did what and when, the newest first. */
export function LogTable({ log }: { readonly log: readonly LogEntryView[] }) {
  const say = useMessages();
  const { at, by, what, subject, detail, done } = say.people;
  return (
    <table>
      <thead>
        <tr>
          {[at, by, what, subject, detail].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {log.map((entry) => (
          <tr key={entry.id}>
            <td>{instantText(entry.at, say)}</td>
            <td>{entry.by}</td>
            <td>{done[entry.what] ?? entry.what}</td>
            <td class="hash" title={entry.subject ?? undefined}>
              {entry.subject !== null && HASH.test(entry.subject) ? (
                <a href={hrefOf('document', entry.subject)}>{entry.subject.slice(0, 12)}</a>
              ) : (
                entry.subject
              )}
            </td>
            <td>{detailText(entry, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
