import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html, htmlText, trusted } from '../../src/report/html/escape.js';

describe('the html template', () => {
  test('passes no markup of a value, whatever the value', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '\u0000', '\uD800', 'đ') }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const written = htmlText(html`<p title="${value}">${[value, null, false]}</p>`);
        const inside = written.slice('<p title="'.length, -'</p>'.length);
        expect(inside.split('">')).toHaveLength(2);
        expect(inside.replace('">', '')).not.toMatch(/[<>"'\u0000\p{Surrogate}]/u);
      }),
    );
  });

  test('gives the same text back to a reader of HTML', () => {
    expect(htmlText(html`${`a < b & "c" > 'd'`}`)).toBe('a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;');
  });

  test('keeps markup made by itself and joins lists', () => {
    const rows = ['a', '<b>'].map((cell) => html`<td>${cell}</td>`);
    expect(htmlText(html`<tr>${rows}${0}${undefined}</tr>`)).toBe('<tr><td>a</td><td>&lt;b&gt;</td>0</tr>');
    expect(htmlText(html`${trusted('<hr>')}`)).toBe('<hr>');
  });

  test('takes no object that only looks like markup', () => {
    const forged = JSON.parse('{"Symbol(html)":"<script>"}');
    expect(() => htmlText(html`${forged}`)).toThrow(TypeError);
  });
});
