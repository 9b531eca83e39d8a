import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dateText } from '../../../review/value-text.js';
import type { ListedDocumentView, OverviewView } from '../../api/documents.js';
import { instantText, useMessages } from '../language/language.js';
import { OutMenu } from '../out-menu.js';
import { hrefOf } from '../route.js';
import { useSession } from '../session.js';
import { Filters } from './filters.js';
import { filterOf, type ListFilter, withSettings } from './list-query.js';
import { SeverityCounts } from './tally.js';
import { hashesOf, useRows } from './use-rows.js';

const ROW_HEIGHT = 36;
/** Rows drawn above and below those in sight. */
const AHEAD = 10;
/** Rows that are drawn together when the list is scrolled on. */
const STEP = 5;
/** Documents that one download may hold. */
const MOST_OUT = 5_000;
const COLUMNS = ['file', 'unit', 'number', 'issuedOn', 'planYear', 'state', 'error', 'readAt'] as const;

/** All documents: sorted, filtered and searched, whatever their number. */
export function ListPage({ query }: { readonly query: URLSearchParams }) {
  const say = useMessages();
  const { api } = useSession();
  const [overview, setOverview] = useState<OverviewView | null>(null);
  /** The first row in sight and how many there are, as a whole: a step of less draws nothing anew. */
  const [seen, setSeen] = useState({ first: 0, rows: 24 });
  const [chosen, setChosen] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const asked = query.toString();
  const filter = filterOf(query);
  const from = Math.max(0, seen.first - AHEAD);
  const to = seen.first + seen.rows + AHEAD;
  const rows = useRows(api, filter, from, to);
  const { total } = rows;

  useEffect(() => {
    // Without it the choices are empty; what went wrong the list itself says.
    api.overview().then(setOverview, () => undefined);
  }, [api, say]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      const first = Math.floor(element.scrollTop / ROW_HEIGHT / STEP) * STEP;
      const rows = Math.ceil(element.clientHeight / ROW_HEIGHT) + STEP;
      setSeen((now) => (now.first === first && now.rows === rows ? now : { first, rows }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  useEffect(() => {
    setChosen(0);
    box.current?.scrollTo({ top: 0 });
  }, [asked]);

  const change = (settings: Readonly<Record<string, string | null>>): void => {
    location.replace(hrefOf('list', '', withSettings(query, settings)));
  };
  const move = useRef(false);
  useEffect(() => {
    if (!move.current) return;
    move.current = false;
    box.current?.querySelector<HTMLElement>('tr.chosen .name')?.focus({ preventScroll: true });
  });
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key];
    if (event.key === 'Enter' && event.target === event.currentTarget) {
      const sha256 = rows.at(chosen)?.sha256;
      if (sha256 != null) location.hash = hrefOf('document', sha256);
    } else if (step !== undefined && total !== null) {
      event.preventDefault();
      const next = Math.max(0, Math.min(total - 1, chosen + step));
      setChosen(next);
      move.current = true;
      const element = box.current;
      if (element === null) return;
      const [top, bottom] = [next * ROW_HEIGHT, (next + 2) * ROW_HEIGHT];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom - element.clientHeight;
    }
  };
  const shown = Array.from({ length: Math.max(0, Math.min(to, total ?? 0) - from) }, (_, i) => from + i);
  const lastChange = useRef(change);
  lastChange.current = change;
  // Hundreds of choices, which scrolling does not change.
  const filters = useMemo(
    () => (
      <Filters filter={filter} overview={overview} onChange={(settings) => lastChange.current(settings)} />
    ),
    [asked, overview, say],
  );
  const isFiltered = [...query.keys()].some((name) => name !== 'sort' && name !== 'order');
  return (
    <main class="list-page">
      <h1 class="hidden">{say.list.heading}</h1>
      {filters}
      <div class="list-line">
        <p class="soft" role="status">
          {total === null ? (rows.problem ?? say.loading) : say.list.count(total)}
        </p>
        {total !== null && total > 0 && (
          <OutMenu
            label={say.out.all(total)}
            documents={async () => {
              if (total > MOST_OUT) throw new Error(say.out.tooMany(MOST_OUT));
              return await hashesOf(api, filter, total);
            }}
          />
        )}
      </div>
      <div class="grid" ref={box} tabIndex={0} onKeyDown={onKey}>
        <table class="documents" aria-rowcount={total ?? -1} aria-label={say.list.heading}>
          <ListHead filter={filter} onSort={change} />
          <tbody>
            <Gap rows={from} />
            {shown.map((index) => (
              <ListRow key={index} index={index} row={rows.at(index)} chosen={index === chosen} />
            ))}
            <Gap rows={Math.max(0, (total ?? 0) - to)} />
          </tbody>
        </table>
        {total === 0 && <p class="soft empty">{isFiltered ? say.list.none : say.list.empty}</p>}
      </div>
    </main>
  );
}

/** Stands in for rows that are out of sight. */
const Gap = ({ rows }: { readonly rows: number }) =>
  rows === 0 ? null : <tr style={{ height: `${rows * ROW_HEIGHT}px` }} />;

interface ListHeadProps {
  readonly filter: ListFilter;
  readonly onSort: (change: Readonly<Record<string, string | null>>) => void;
}

function ListHead({ filter, onSort }: ListHeadProps) {
  const say = useMessages();
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => {
          const sorted = filter.sort === column;
          const next = sorted && filter.order === 'asc' ? 'desc' : 'asc';
          return (
            <th
              key={column}
              scope="col"
              class={column}
              aria-sort={sorted ? (filter.order === 'asc' ? 'ascending' : 'descending') : 'none'}
            >
              <button
                type="button"
                class="sort"
                title={say.list.sortBy(say.list.columns[column])}
                onClick={() => onSort({ sort: column, order: column === 'error' && !sorted ? 'desc' : next })}
              >
                {say.list.columns[column]}
                {sorted && <span aria-hidden="true">{filter.order === 'asc' ? ' ▲' : ' ▼'}</span>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface ListRowProps {
  readonly index: number;
  readonly row: ListedDocumentView | null;
  readonly chosen: boolean;
}

function ListRow({ index, row, chosen }: ListRowProps) {
  const say = useMessages();
  if (row === null)
    return (
      <tr class="waiting" aria-rowindex={index + 2}>
        <td colSpan={COLUMNS.length} />
      </tr>
    );
  const { sha256, file, failure } = row;
  return (
    <tr class={chosen ? 'chosen' : ''} aria-rowindex={index + 2}>
      <th scope="row" class="file" title={file}>
        {sha256 === null || failure !== null ? (
          <span class="name" tabIndex={chosen ? 0 : -1}>
            {file}
          </span>
        ) : (
          <a class="name" href={hrefOf('document', sha256)} tabIndex={chosen ? 0 : -1}>
            {file}
          </a>
        )}
      </th>
      <td class="unit" title={row.subject ?? undefined}>
        {failure === null ? row.unit : (say.failure[failure] ?? failure)}
      </td>
      <td class="number">{row.number}</td>
      <td class="issuedOn">{row.issuedOn === null ? '' : dateText(row.issuedOn)}</td>
      <td class="planYear">{row.planYear}</td>
      <td class={`state ${row.state}`} title={say.list.confirmed(row.confirmed + row.corrected)}>
        {say.state[row.state]}
      </td>
      <td class="error">{failure === null && <SeverityCounts findings={row.findings} />}</td>
      <td class="readAt">{instantText(row.readAt, say)}</td>
    </tr>
  );
}
