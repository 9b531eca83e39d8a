const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML does not allow in text at all, halves of a surrogate pair among them. */
const NOT_ALLOWED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Surrogate}]/gu;

const MADE = Symbol('html');

/** Markup that is safe to write: made only by `html` and `trusted`. */
export interface Html {
  readonly [MADE]: string;
}

/** What may stand in an `html` template. Null, undefined and false write nothing. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

function isHtml(value: object): value is Html {
  return MADE in value;
}

function write(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  if (isHtml(value)) return value[MADE];
  return value.map(write).join('');
}

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(NOT_ALLOWED, '\uFFFD').replace(/[&<>"']/gu, (char) => ESCAPES[char] ?? char);
}

/**
 * Template tag: the literal parts are markup, every value in between is escaped unless it is itself `Html`.
 * Attributes must be quoted in the template. Never put a value into a script, a style or an event attribute.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, index) => {
    text += write(value) + (parts[index + 1] ?? '');
  });
  return { [MADE]: text };
}

/** The program's own style sheet or script, written as it is. Never for text of a document. */
export function trusted(text: string): Html {
  return { [MADE]: text };
}

/** The markup as a string. */
export function htmlText(markup: Html): string {
  return markup[MADE];
}
