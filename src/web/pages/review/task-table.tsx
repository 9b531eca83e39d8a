import { useState } from 'preact/hooks';
import type { Action } from '../../../review/decision.js';
import type { TaskDraft } from '../../../review/field-value.js';
import { valueText } from '../../../review/value-text.js';
import type { DocumentView, FieldView, TaskRow } from '../../api/review.js';
import { useMessages } from '../language/language.js';
import { FieldEditor } from './field-editor.js';
import { planYearOf } from './field-row.js';

/** The columns of the table, which are the fields of a task in their order. */
export const TASK_COLUMNS = ['number', 'content', 'assignments', 'timings', 'outputs'] as const;
type Column = (typeof TASK_COLUMNS)[number];

interface TaskTableProps {
  readonly view: DocumentView;
  readonly chosen: string | null;
  readonly editing: { readonly typed: string | null } | null;
  readonly mayDecide: boolean;
  readonly onChoose: (key: string) => void;
  readonly onEdit: () => void;
  readonly onCancel: () => void;
  readonly decide: (...actions: readonly Action[]) => Promise<boolean>;
}

const EMPTY: TaskDraft = { number: null, content: '…', assignments: [], timings: [], outputs: [] };

/** The tasks as a table in which cells can be corrected, and rows added, split, joined and removed. */
export function TaskTable(props: TaskTableProps) {
  const { view, chosen, editing, mayDecide, decide } = props;
  const say = useMessages();
  /** The row whose content is being split, and where. */
  const [splitting, setSplitting] = useState<{ readonly id: string; readonly at: number | null } | null>(
    null,
  );
  const fields = new Map(
    view.fields.filter(({ part }) => part === 'tasks').map((field) => [field.key, field]),
  );
  const fieldOf = (id: string, column: Column): FieldView | undefined => fields.get(`tasks/${id}/${column}`);
  const draftOf = (id: string): TaskDraft => {
    const draft: Record<string, unknown> = {};
    for (const column of TASK_COLUMNS) draft[column] = fieldOf(id, column)?.value ?? EMPTY[column];
    return draft as TaskDraft;
  };
  const split = (id: string, at: number): void => {
    const draft = draftOf(id);
    const [first, second] = [draft.content.slice(0, at).trim(), draft.content.slice(at).trim()];
    setSplitting(null);
    if (first === '' || second === '') return;
    void decide({
      kind: 'split-task',
      item: id,
      first: { ...draft, content: first },
      second: { ...draft, number: null, content: second },
    });
  };
  const join = ({ id }: TaskRow, next: TaskRow): void => {
    const [one, two] = [draftOf(id), draftOf(next.id)];
    void decide({
      kind: 'join-tasks',
      item: id,
      other: next.id,
      task: {
        number: one.number ?? two.number,
        content: `${one.content} ${two.content}`,
        assignments: [...one.assignments, ...two.assignments],
        timings: [...one.timings, ...two.timings],
        outputs: [...one.outputs, ...two.outputs],
      },
    });
  };
  const add = (after: string | null): void => void decide({ kind: 'add-task', after, task: EMPTY });
  if (view.tasks.length === 0)
    return (
      <p class="soft">
        {say.tasks.none}{' '}
        {mayDecide && (
          <button type="button" class="quiet" onClick={() => add(null)}>
            {say.tasks.addFirst}
          </button>
        )}
      </p>
    );
  return (
    <table class="task-table">
      <thead>
        <tr>
          {TASK_COLUMNS.map((column) => (
            <th scope="col" key={column} class={column}>
              {say.field[`tasks/${column}`]}
            </th>
          ))}
        </tr>
      </thead>
      {view.tasks.map((row, i) => {
        const next = view.tasks[i + 1];
        const inRow = chosen?.startsWith(`tasks/${row.id}/`) === true;
        const heading = row.section !== view.tasks[i - 1]?.section ? row.section : null;
        return (
          <tbody key={row.id} class={inRow ? 'chosen' : ''}>
            {heading !== null && (
              <tr class="section">
                <th scope="rowgroup" colSpan={TASK_COLUMNS.length}>
                  {heading}
                </th>
              </tr>
            )}
            <tr>
              {TASK_COLUMNS.map((column) => {
                const key = `tasks/${row.id}/${column}`;
                const field = fieldOf(row.id, column);
                const value = field?.value ?? null;
                const isChosen = chosen === key;
                return (
                  <td
                    key={column}
                    data-key={key}
                    class={`${column} ${isChosen ? 'chosen' : ''} ${field?.review?.state ?? ''} ${
                      field !== undefined && field.review === null && field.confidence < view.threshold
                        ? 'unsure'
                        : ''
                    }`}
                    tabIndex={isChosen ? 0 : -1}
                    onClick={() => props.onChoose(key)}
                    onDblClick={() => mayDecide && props.onEdit()}
                  >
                    {isChosen && editing !== null ? (
                      <FieldEditor
                        field={column}
                        label={say.field[`tasks/${column}`] ?? column}
                        value={value}
                        typed={editing.typed}
                        planYear={planYearOf(view)}
                        onCancel={props.onCancel}
                        onSave={async (saved) => {
                          const address = { part: 'tasks', item: row.id, field: column } as const;
                          const taken = await decide({ kind: 'correct', address, value: saved });
                          if (taken) props.onCancel();
                          return taken;
                        }}
                      />
                    ) : (
                      valueText(column, value)
                    )}
                  </td>
                );
              })}
            </tr>
            {inRow && mayDecide && editing === null && (
              <tr class="row-tools">
                <td colSpan={TASK_COLUMNS.length}>
                  {splitting?.id === row.id ? (
                    <div class="editor">
                      <p class="soft small">{say.tasks.splitHint}</p>
                      <textarea
                        aria-label={say.tasks.splitHint}
                        readOnly
                        rows={4}
                        value={draftOf(row.id).content}
                        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
                        onSelect={(event) =>
                          setSplitting({ id: row.id, at: event.currentTarget.selectionStart })
                        }
                      />
                      {splitting.at !== null && splitting.at > 0 && (
                        <p class="small">
                          {say.tasks.secondPart}: {draftOf(row.id).content.slice(splitting.at)}
                        </p>
                      )}
                      <button
                        type="button"
                        disabled={splitting.at === null}
                        onClick={() => split(row.id, splitting.at ?? 0)}
                      >
                        {say.tasks.split}
                      </button>{' '}
                      <button type="button" class="quiet" onClick={() => setSplitting(null)}>
                        {say.review.cancel}
                      </button>
                    </div>
                  ) : (
                    <>
                      <button type="button" class="quiet" onClick={() => add(row.id)}>
                        {say.tasks.add}
                      </button>
                      <button
                        type="button"
                        class="quiet"
                        onClick={() => setSplitting({ id: row.id, at: null })}
                      >
                        {say.tasks.split}
                      </button>
                      {next !== undefined && (
                        <button type="button" class="quiet" onClick={() => join(row, next)}>
                          {say.tasks.join}
                        </button>
                      )}
                      <button
                        type="button"
                        class="quiet"
                        onClick={() => void decide({ kind: 'remove-task', item: row.id })}
                      >
                        {say.tasks.remove}
                      </button>
                      {row.added && <em class="soft"> {say.tasks.added}</em>}
                    </>
                  )}
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}
