import { fieldKey } from '../../../review/field-address.js';
import type { FieldValue } from '../../../review/field-value.js';
import { valueText } from '../../../review/value-text.js';
import type { DocumentView, FieldView } from '../../api/review.js';
import { pictureUrl } from '../api-client.js';
import { instantText, useMessages } from '../language/language.js';
import { FieldEditor } from './field-editor.js';
import { CutOut } from './page-picture.js';

interface FieldRowProps {
  readonly view: DocumentView;
  readonly field: FieldView;
  readonly chosen: boolean;
  /** What is being typed; null where the field isn't being edited, "" where it is from its value on. */
  readonly editing: { readonly typed: string | null } | null;
  readonly mayDecide: boolean;
  /** Shows the place on the page enlarged. */
  readonly withCutOut: boolean;
  readonly onChoose: () => void;
  readonly onAccept: () => void;
  readonly onEdit: () => void;
  readonly onSuggestion: () => void;
  /** False where it was not taken; what was typed stays then. */
  readonly onSave: (value: FieldValue) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Boxes round one place of one page; what lies on other pages is not shown. */
function regionOf({ location }: FieldView): { page: number; box: [number, number, number, number] } | null {
  const [first] = location;
  if (first === undefined) return null;
  const boxes = location.filter(({ page }) => page === first.page).map(({ bbox }) => bbox);
  const [x0, y0, x1] = [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
  ];
  const y1 = Math.max(...boxes.map((box) => box[3]));
  return { page: first.page, box: [x0, y0, x1, Math.min(y1, y0 + 220)] };
}

/** A field beside the page: its value, how sure it is, and what can be done about it. */
export function FieldRow(props: FieldRowProps) {
  const { view, field, chosen, editing, mayDecide, withCutOut } = props;
  const say = useMessages();
  const label = say.field[`${field.part}/${field.field}`] ?? field.field;
  const unsure = field.review === null && field.confidence < view.threshold;
  const region = withCutOut && chosen && view.picturesMissing === null ? regionOf(field) : null;
  const text = valueText(field.field, field.value);
  return (
    <article
      class={`field ${chosen ? 'chosen' : ''} ${unsure ? 'unsure' : ''} ${field.review?.state ?? ''}`}
      data-key={field.key}
      aria-label={label}
      tabIndex={chosen ? 0 : -1}
      onClick={props.onChoose}
    >
      <div class="field-head">
        <span class="label">{label}</span>
        {field.review === null && field.confidence < 1 && (
          <span class={unsure ? 'bad small' : 'soft small'}>
            {say.review.sure(Math.floor(field.confidence * 100))}
          </span>
        )}
        {field.review !== null && (
          <span class="good small">
            {field.review.state === 'confirmed'
              ? say.review.confirmedBy(field.review.by)
              : say.review.correctedBy(field.review.by, valueText(field.field, field.review.machine))}
          </span>
        )}
      </div>
      {region !== null && <CutOut src={pictureUrl(view.sha256, region.page, region.box, 2)} />}
      {editing === null ? (
        <p class="value">{text === '' ? <span class="soft">{say.review.empty}</span> : text}</p>
      ) : (
        <FieldEditor
          field={field.field}
          label={label}
          value={field.value}
          typed={editing.typed}
          planYear={planYearOf(view)}
          onSave={props.onSave}
          onCancel={props.onCancel}
        />
      )}
      {chosen && editing === null && (
        <>
          <FieldHistory view={view} field={field} />
          {field.raw !== null && field.raw !== '' && field.raw !== text && (
            <p class="soft small raw">
              {say.review.asRead}: {field.raw}
            </p>
          )}
          {mayDecide && (
            <p class="field-tools">
              <button type="button" onClick={props.onAccept}>
                {say.review.accept} <kbd>Enter</kbd>
              </button>{' '}
              <button type="button" class="quiet" onClick={props.onEdit}>
                {say.review.edit} <kbd>F2</kbd>
              </button>
              {field.suggestion !== null && (
                <button type="button" class="quiet suggestion" onClick={props.onSuggestion}>
                  {say.review.suggestion}: {field.suggestion} <kbd>Alt+1</kbd>
                </button>
              )}
            </p>
          )}
        </>
      )}
    </article>
  );
}

/** What persons decided about the field, the newest first; nothing where it is one decision, which its head tells. */
function FieldHistory({ view, field }: Pick<FieldRowProps, 'view' | 'field'>) {
  const say = useMessages();
  const past = view.history.filter(
    ({ action }) => 'address' in action && fieldKey(action.address) === field.key,
  );
  if (past.length < 2) return null;
  return (
    <ol class="soft small past" reversed>
      {past.toReversed().map(({ id, by, at, action, holds }) => (
        <li key={id} class={holds ? '' : 'undone'}>
          {instantText(at, say)} {by} {say.history.action[action.kind]}
          {action.kind === 'correct' && `: ${valueText(field.field, action.value) || say.review.empty}`}
          {!holds && ` (${say.history.undone})`}
        </li>
      ))}
    </ol>
  );
}

/** The year that a time without one is in. */
export function planYearOf({ fields }: DocumentView): number | null {
  const year = fields.find(({ key }) => key === 'header/planYear')?.value;
  return typeof year === 'number' ? year : null;
}
