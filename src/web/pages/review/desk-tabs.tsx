import type { DocumentView } from '../../api/review.js';
import { useMessages } from '../language/language.js';
import { TABS, type Tab, unsureFields } from './view-model.js';

interface DeskTabsProps {
  readonly view: DocumentView;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

/** The parts of the record, with how much is left to settle; arrow keys go from one to the next. */
export function DeskTabs({ view, tab, onTab }: DeskTabsProps) {
  const say = useMessages();
  const left = unsureFields(view).length;
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? undefined : TABS[TABS.indexOf(tab) + step];
    if (to === undefined) return;
    event.preventDefault();
    onTab(to);
    document.getElementById(`tab-${to}`)?.focus();
  };
  return (
    <div role="tablist" class="tabs" aria-label={view.file} onKeyDown={onKey}>
      {TABS.map((one, i) => (
        <button
          type="button"
          role="tab"
          key={one}
          id={`tab-${one}`}
          aria-selected={tab === one}
          aria-controls="tab-panel"
          tabIndex={tab === one ? 0 : -1}
          title={`${i + 1}`}
          onClick={() => onTab(one)}
        >
          {say.review.tabs[one]}
          {one === 'queue' && left > 0 && <span class="count bad">{left}</span>}
          {one === 'findings' && view.findings.length > 0 && (
            <span class="count">{view.findings.length}</span>
          )}
        </button>
      ))}
    </div>
  );
}
