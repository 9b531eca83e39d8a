import { useEffect, useRef } from 'preact/hooks';
import type { OverviewView } from '../../api/documents.js';
import { instantText, useMessages } from '../language/language.js';
import type { ListFilter } from './list-query.js';

interface FiltersProps {
  readonly filter: ListFilter;
  readonly overview: OverviewView | null;
  readonly onChange: (change: Readonly<Record<string, string | null>>) => void;
}

const TYPED_MS = 180;
const STATES = ['to-review', 'in-review', 'done', 'failed'] as const;
const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** The search and the choices above the list. */
export function Filters({ filter, overview, onChange }: FiltersProps) {
  const say = useMessages();
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const change = useRef(onChange);
  change.current = onChange;
  const text = filter.text ?? '';
  useEffect(() => {
    // Set from elsewhere, not by what is being typed here.
    const input = search.current;
    if (input !== null && input !== document.activeElement) input.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const choice = (
    name: string,
    label: string,
    value: string | undefined,
    options: readonly (readonly [string, string])[],
  ) => (
    <label>
      {label}
      <select value={value ?? ''} onChange={(event) => onChange({ [name]: event.currentTarget.value })}>
        <option value="">{say.list.any}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const isFiltered = Object.entries(filter).some(
    ([name, value]) => name !== 'sort' && name !== 'order' && value !== undefined,
  );
  return (
    <search class="filters">
      <label class="wide">
        <span>
          {say.list.search} <span class="soft">({say.list.searchHint})</span>
        </span>
        <input
          ref={search}
          type="search"
          onInput={(event) => {
            const typed = event.currentTarget.value;
            clearTimeout(timer.current);
            timer.current = setTimeout(() => change.current({ text: typed }), TYPED_MS);
          }}
        />
      </label>
      {choice(
        'unit',
        say.list.unit,
        filter.unit,
        (overview?.units ?? []).map((unit) => [unit, unit]),
      )}
      {choice(
        'planYear',
        say.list.year,
        filter.planYear?.toString(),
        (overview?.years ?? []).map((year) => [String(year), String(year)]),
      )}
      {choice(
        'state',
        say.list.state,
        filter.state,
        STATES.map((state) => [state, say.state[state]]),
      )}
      {choice(
        'severity',
        say.list.severity,
        filter.severity,
        SEVERITIES.map((one) => [one, say.severity[one]]),
      )}
      {choice(
        'rule',
        say.list.rule,
        filter.rule,
        (overview?.byRule ?? []).map(({ name, title }) => [name, title]),
      )}
      {choice(
        'run',
        say.list.batch,
        filter.run,
        (overview?.runs ?? []).map(({ id, startedAt }) => [id, instantText(startedAt, say)]),
      )}
      {filter.deadline !== undefined && (
        <button type="button" class="quiet" onClick={() => onChange({ deadline: null })}>
          {say.list.deadline(filter.deadline)} ✕
        </button>
      )}
      {isFiltered && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            clearTimeout(timer.current);
            if (search.current !== null) search.current.value = '';
            onChange({
              text: null,
              unit: null,
              planYear: null,
              state: null,
              severity: null,
              rule: null,
              run: null,
              deadline: null,
            });
          }}
        >
          {say.list.clear}
        </button>
      )}
    </search>
  );
}
