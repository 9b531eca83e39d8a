import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Action } from '../../../review/decision.js';
import { addressOf } from '../../../review/field-address.js';
import type { DocumentView, FieldView } from '../../api/review.js';
import { useMessages } from '../language/language.js';
import { hrefOf } from '../route.js';
import { mayDecide as canDecide, useSession } from '../session.js';
import { DeskFoot } from './desk-foot.js';
import { DeskTabs } from './desk-tabs.js';
import { FieldRow } from './field-row.js';
import { Findings } from './findings.js';
import { History } from './history.js';
import { KeyHelp } from './key-help.js';
import { KnownDocumentNote } from './known-document.js';
import { PageView } from './page-view.js';
import { TASK_COLUMNS, TaskTable } from './task-table.js';
import { TextView } from './text-view.js';
import { lastTaken, lastUndone } from './undo.js';
import { type Base, type OpenDocument, useDocument } from './use-document.js';
import { useReviewKeys } from './use-review-keys.js';
import {
  byItem,
  fieldsOf,
  keyOf,
  pointedOf,
  rankedFindings,
  smallestField,
  TAB_OF,
  TABS,
  type Tab,
  unsureFields,
} from './view-model.js';

/** A document beside its record, where a person settles what the machine is unsure of. */
export function ReviewPage({ sha256 }: { readonly sha256: string }) {
  const say = useMessages();
  const open = useDocument(sha256);
  if (open.view === null)
    return (
      <main class="page">
        <p role={open.notice === null ? 'status' : 'alert'}>{open.notice ?? say.loading}</p>
        <a href={hrefOf('list')}>{say.review.back}</a>
      </main>
    );
  return <Desk open={open} view={open.view} />;
}

interface DeskProps {
  readonly open: OpenDocument;
  readonly view: DocumentView;
}

function Desk({ open, view }: DeskProps) {
  const { notice, decide, decideOn } = open;
  const say = useMessages();
  const session = useSession();
  const mayDecide = canDecide(session);
  const [queue] = useState(() => unsureFields(view).map(({ key }) => key));
  const [tab, setTab] = useState<Tab>(
    queue.length > 0 ? 'queue' : view.findings.length > 0 ? 'findings' : 'header',
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ readonly typed: string | null; readonly base: Base } | null>(null);
  const [help, setHelp] = useState(false);
  const panel = useRef<HTMLDivElement>(null);

  const fields = useMemo(() => fieldsOf(view, tab, queue), [view, tab, queue]);
  const keys = useMemo(
    () =>
      tab === 'findings'
        ? rankedFindings(view).map(({ fingerprint }) => `finding/${fingerprint}`)
        : fields.map(({ key }) => key),
    [tab, fields, view],
  );
  const pointed = useMemo(() => pointedOf(view, chosen), [view, chosen]);
  const left = unsureFields(view).length;
  const orphans = view.history.filter(({ orphan }) => orphan).length;

  const choose = (key: string | null): void => {
    setChosen(key);
    setEditing(null);
  };
  const go = (to: Tab, key: string | null = null): void => {
    setTab(to);
    choose(key);
  };
  useEffect(() => {
    const first = keys.find((key) => !/^(?:tasks|lines)\/.*\/number$/u.test(key)) ?? keys[0];
    if (chosen === null && first !== undefined) setChosen(first);
  }, [chosen, keys]);
  const elementOf = (key: string | null): HTMLElement | null =>
    panel.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key ?? '')}"]`) ?? null;
  useEffect(() => elementOf(chosen)?.scrollIntoView({ block: 'nearest' }), [chosen]);
  useLayoutEffect(() => {
    // The focus goes with what is chosen, and comes back to it where a button went that had it.
    const element = elementOf(chosen);
    if (element === null || editing !== null || element.contains(document.activeElement)) return;
    const within = document.getElementById('tab-panel')?.contains(document.activeElement) === true;
    if (within || document.activeElement === document.body) element.focus({ preventScroll: true });
  }, [chosen, editing, view]);

  const step = (by: number): void => {
    const at = chosen === null ? -1 : keys.indexOf(chosen);
    const isRow = Math.abs(by) > 1;
    if (isRow && keys[at + by] === undefined) return;
    choose(keys[Math.max(0, Math.min(keys.length - 1, at + by))] ?? null);
  };
  const edit = (typed: string | null): void => setEditing({ typed, base: open.base() });
  const decideNow: OpenDocument['decide'] =
    editing === null ? decide : (...actions) => decideOn(editing.base, ...actions);
  const settle = async (action: Action): Promise<boolean> => {
    const taken = await decideNow(action);
    if (taken) step(1);
    return taken;
  };
  const show = (key: string): void => {
    const address = addressOf(key);
    if (keys.includes(key)) choose(key);
    else if (key.startsWith('finding/')) go('findings', key);
    else if (address !== null) go(TAB_OF[address.part], key);
  };
  const turn = async (ids: readonly number[], work: () => Promise<void>): Promise<void> => {
    await work();
    const decision = view.history.find(({ id }) => id === ids[0]);
    const key = ids.length === 1 && decision !== undefined ? keyOf(decision.action) : null;
    if (key !== null) show(key);
  };
  const undo = (): void => void turn(lastTaken(view.history, session.me.name), open.undo);
  const redo = (): void => {
    const undone = new Set(lastUndone(view.history, session.me.name));
    const ids = view.history.flatMap(({ id, action }) =>
      undone.has(id) && action.kind === 'undo' ? [action.decision] : [],
    );
    void turn(ids, open.redo);
  };
  const accept = (): void => {
    const fingerprint = chosen?.startsWith('finding/') === true ? chosen.slice('finding/'.length) : null;
    if (fingerprint !== null) void settle({ kind: 'accept-finding', fingerprint });
    const address = chosen === null ? null : addressOf(chosen);
    if (address !== null) void settle({ kind: 'confirm', address });
  };
  const takeSuggestion = ({ key, suggestion }: FieldView): void => {
    const address = addressOf(key);
    if (address !== null && suggestion !== null) void settle({ kind: 'correct', address, value: suggestion });
  };
  useReviewKeys({
    active: editing === null && !help,
    mayDecide,
    // Down a column of the table, along its row to the side.
    onStep: (by, across) => step(tab === 'tasks' && !across ? by * TASK_COLUMNS.length : by),
    onAccept: accept,
    onEdit: (typed) => {
      if (chosen !== null && addressOf(chosen) !== null) edit(typed);
    },
    onSuggestion: () => {
      const field = view.fields.find(({ key }) => key === chosen);
      if (field != null) takeSuggestion(field);
    },
    onUndo: undo,
    onRedo: redo,
    onTab: (number) => {
      const to = TABS[number - 1];
      if (to !== undefined) go(to);
    },
    onHelp: () => setHelp((shown) => !shown),
    onFindingTool: (word) =>
      panel.current?.querySelector<HTMLButtonElement>(`.finding.chosen [data-tool="${word}"]`)?.click(),
  });
  const pointAt = (isThere: (field: FieldView) => boolean): void => {
    const smallest = smallestField(view, isThere);
    if (smallest === null) return;
    if (keys.includes(smallest.key)) choose(smallest.key);
    else go(TAB_OF[smallest.part], smallest.key);
  };
  const row = (field: FieldView) => (
    <FieldRow
      key={field.key}
      view={view}
      field={field}
      chosen={chosen === field.key}
      editing={chosen === field.key ? editing : null}
      mayDecide={mayDecide}
      withCutOut={tab === 'queue' || tab === 'header'}
      onChoose={() => chosen !== field.key && choose(field.key)}
      onAccept={accept}
      onEdit={() => edit(null)}
      onSuggestion={() => takeSuggestion(field)}
      onCancel={() => setEditing(null)}
      onSave={async (value) => {
        const address = addressOf(field.key);
        return address !== null && (await settle({ kind: 'correct', address, value }));
      }}
    />
  );
  return (
    <main class="desk">
      {view.pages.length > 0 && view.picturesMissing === null ? (
        <PageView
          view={view}
          pointed={pointed}
          onPoint={(page, x, y) =>
            pointAt(({ location }) =>
              location.some(
                ({ page: on, bbox: [x0, y0, x1, y1] }) =>
                  on === page && x >= x0 && x <= x1 && y >= y0 && y <= y1,
              ),
            )
          }
        />
      ) : (
        <TextView
          text={view.text}
          pointed={pointed}
          onPoint={(offset) =>
            pointAt(({ span }) => span !== null && offset >= span.start && offset < span.end)
          }
        />
      )}
      <section class="record" ref={panel}>
        <div class="record-head">
          <a href={hrefOf('list')}>‹ {say.review.back}</a> <h1 title={view.file}>{view.file}</h1>
          <span class={`state ${view.state}`}>{say.state[view.state]}</span>
        </div>
        {view.picturesMissing !== null && <p class="small bad">{view.picturesMissing}</p>}
        {orphans > 0 && tab !== 'history' && (
          <p class="notice-line">
            {say.review.orphans(orphans)}{' '}
            <button type="button" class="link" onClick={() => go('history')}>
              {say.review.tabs.history}
            </button>
          </p>
        )}
        <DeskTabs view={view} tab={tab} onTab={(to) => go(to)} />
        {notice !== null && (
          <p role="alert" class="notice-line">
            {notice}
          </p>
        )}
        <div class="record-body" id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
          {tab === 'queue' && (
            <p class="soft" role="status">
              {left === 0 ? say.review.queueDone : say.review.queueLead(left)}
            </p>
          )}
          {(tab === 'queue' || tab === 'header') && fields.map(row)}
          {(tab === 'citations' || tab === 'budget') &&
            byItem(fields).map((group) => {
              const [first] = group;
              const known = view.known.find(({ item }) => item === first?.item);
              return (
                <article class="item" key={first?.key}>
                  {group.map(row)}
                  {known !== undefined && <KnownDocumentNote known={known} />}
                </article>
              );
            })}
          {tab === 'tasks' && (
            <TaskTable
              view={view}
              chosen={chosen}
              editing={editing}
              mayDecide={mayDecide}
              onChoose={(key) => chosen !== key && choose(key)}
              onEdit={() => edit(null)}
              onCancel={() => setEditing(null)}
              decide={decideNow}
            />
          )}
          {tab === 'findings' && (
            <Findings view={view} chosen={chosen} mayDecide={mayDecide} onChoose={choose} open={open} />
          )}
          {tab === 'history' && <History view={view} mayDecide={mayDecide} onChoose={show} decide={decide} />}
        </div>
        <DeskFoot
          view={view}
          mayDecide={mayDecide}
          decide={decide}
          onUndo={undo}
          onHelp={() => setHelp(true)}
        />
      </section>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </main>
  );
}
