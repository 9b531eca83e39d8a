import { useEffect, useState } from 'preact/hooks';
import type { OverviewView } from '../../api/documents.js';
import { instantText, useMessages } from '../language/language.js';
import { hrefOf } from '../route.js';
import { useSession } from '../session.js';

const SEVERITIES = ['error', 'warning', 'notice'] as const;
const STATES = ['to-review', 'in-review', 'done', 'failed'] as const;
const MOST_BARS = 25;

type Tally = OverviewView['byUnit'][number];

/** The whole database in pictures; each of them is a table too, and leads to the documents behind it. */
export function OverviewPage() {
  const say = useMessages();
  const { api } = useSession();
  const [overview, setOverview] = useState<OverviewView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    api
      .overview()
      .then(setOverview, (error: unknown) =>
        setProblem(error instanceof Error ? error.message : String(error)),
      );
  }, [api, say]);
  if (overview === null)
    return (
      <main class="page">
        <p role={problem === null ? 'status' : 'alert'}>{problem ?? say.loading}</p>
      </main>
    );
  const { states, byUnit, byRule, deadlines, runs } = overview;
  return (
    <main class="page">
      <h1>{say.overview.heading}</h1>
      <dl class="figures">
        {STATES.map((state) => (
          <div key={state} class={state === 'failed' && states.failed > 0 ? 'alarm' : ''}>
            <dt>{say.state[state]}</dt>
            <dd>
              <a href={hrefOf('list', '', new URLSearchParams({ state }))}>{states[state]}</a>
            </dd>
          </div>
        ))}
      </dl>
      <p class="legend small soft" aria-hidden="true">
        {SEVERITIES.map((severity) => (
          <span key={severity}>
            <span class={`bar-part ${severity}`} />
            {say.severity[severity]}
          </span>
        ))}
      </p>
      <div class="halves">
        <div>
          <Bars heading={say.overview.byUnit} tallies={byUnit} setting="unit" />
          <Deadlines deadlines={deadlines} />
        </div>
        <Bars heading={say.overview.byRule} tallies={byRule} setting="rule" />
      </div>
      <Runs runs={runs} />
    </main>
  );
}

interface BarsProps {
  readonly heading: string;
  readonly tallies: readonly Tally[];
  /** What of the list a bar leads to. */
  readonly setting: 'unit' | 'rule';
}

function Bars({ heading, tallies, setting }: BarsProps) {
  const say = useMessages();
  const sum = ({ findings }: Tally): number => findings.error + findings.warning + findings.notice;
  const most = Math.max(1, ...tallies.map(sum));
  return (
    <section>
      <h2>{heading}</h2>
      {tallies.length === 0 && <p class="soft">{say.overview.nothing}</p>}
      <table class="bars">
        <thead class="hidden">
          <tr>
            <th scope="col">{say.overview.name}</th>
            <th scope="col">{SEVERITIES.map((one) => say.severity[one]).join(', ')}</th>
            <th scope="col">{say.overview.total}</th>
          </tr>
        </thead>
        <tbody>
          {tallies.slice(0, MOST_BARS).map((tally) => (
            <tr key={tally.name}>
              <th scope="row">
                <a href={hrefOf('list', '', new URLSearchParams({ [setting]: tally.name }))}>{tally.title}</a>
              </th>
              <td>
                <span class="bar-track">
                  {SEVERITIES.map((severity) => (
                    <span
                      key={severity}
                      class={`bar-part ${severity}`}
                      title={`${say.severity[severity]}: ${tally.findings[severity]}`}
                      style={{ width: `${(100 * tally.findings[severity]) / most}%` }}
                    />
                  ))}
                </span>
                <span class="hidden">
                  {SEVERITIES.map((one) => `${say.severity[one]} ${tally.findings[one]}`).join(', ')}
                </span>
              </td>
              <td class="figure">{sum(tally)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Deadlines({ deadlines }: Pick<OverviewView, 'deadlines'>) {
  const say = useMessages();
  const years = [...new Set(deadlines.map(({ month }) => month.slice(0, 4)))].sort().reverse();
  const most = Math.max(1, ...deadlines.map(({ tasks }) => tasks));
  const byMonth = new Map(deadlines.map((one) => [one.month, one.tasks]));
  const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
  return (
    <section>
      <h2>{say.overview.deadlines}</h2>
      {years.length === 0 && <p class="soft">{say.overview.nothing}</p>}
      {years.length > 0 && (
        <table class="calendar">
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden">{say.overview.month}</span>
              </th>
              {months.map((month) => (
                <th scope="col" key={month}>
                  {Number(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {months.map((month) => {
                  const tasks = byMonth.get(`${year}-${month}`) ?? 0;
                  const shade = tasks === 0 ? 0 : 1 + Math.round((3 * tasks) / most);
                  return (
                    <td key={month} class={`shade${shade}`} title={say.overview.deadlinesOf(tasks)}>
                      {tasks === 0 ? (
                        ''
                      ) : (
                        <a
                          href={hrefOf('list', '', new URLSearchParams({ deadline: `${year}-${month}` }))}
                          aria-label={`${month}/${year}: ${say.overview.deadlinesOf(tasks)}`}
                        >
                          {tasks}
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The batches, each leading to its documents. */
function Runs({ runs }: Pick<OverviewView, 'runs'>) {
  const say = useMessages();
  const columns = [say.overview.begun, say.overview.state, say.overview.read, say.overview.unchanged];
  return (
    <section>
      <h2>{say.overview.batches}</h2>
      {runs.length === 0 && <p class="soft">{say.overview.nothing}</p>}
      {runs.length > 0 && (
        <table>
          <thead>
            <tr>
              {[...columns, say.state.failed].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.slice(0, MOST_BARS).map(({ id, startedAt, state, checked, unchanged, failed }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={hrefOf('list', '', new URLSearchParams({ run: id }))}>
                    {instantText(startedAt, say)}
                  </a>
                </th>
                <td>{say.overview.runs[state]}</td>
                {[checked, unchanged, failed].map((count, i) => (
                  <td key={columns[i + 2] ?? 'failed'}>{count ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
