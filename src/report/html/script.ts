/**
 * The report's own script: makes the filter over plans and findings work. Nothing depends on it; without it, or where
 * scripts are forbidden, the whole report stands there as it is and the filter stays hidden. Words are looked for
 * at the beginnings of words, without regard to case and diacritics, quoted ones as a phrase: a plan is shown where it
 * holds them all, and of its findings those that hold them all, or every one where the words stand elsewhere in it.
 */
export const SCRIPT = `
(() => {
  const form = document.getElementById('filter');
  if (!form) return;
  const nothing = document.getElementById('nothing');
  const count = form.querySelector('output');
  const words = form.elements.words;
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const choices = [...form.querySelectorAll('select')];
  const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
  const wordsOf = (text) => ' ' + fold(text).replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
  const number = new Intl.NumberFormat(document.documentElement.lang === 'vi' ? 'vi-VN' : 'en-GB');
  const later = (make) => { let made; return () => (made ??= make()); };
  const plans = [...document.querySelectorAll('.plan')].map((section) => ({
    section,
    unit: section.dataset.unit,
    row: document.querySelector('tr[data-plan="' + section.id + '"]'),
    text: later(() => wordsOf(section.textContent)),
    findings: [...section.querySelectorAll('.findings > li[data-severity]')].map((item) => ({
      item,
      severity: item.dataset.severity,
      rule: item.dataset.rule,
      state: item.dataset.state,
      text: later(() => wordsOf(item.textContent)),
    })),
  }));
  const all = plans.reduce((sum, plan) => sum + plan.findings.length, 0);
  const highlight = (needles, shown) => {
    if (!('highlights' in CSS)) return;
    CSS.highlights.delete('found');
    if (needles.length === 0) return;
    const ranges = [];
    for (const { section } of shown) {
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
        const text = fold(node.data);
        // A text whose folding changed its length has no places to be shown.
        if (text.length !== node.data.length) continue;
        for (const needle of needles)
          for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
            if (at > 0 && /[\\p{L}\\p{N}]/u.test(text[at - 1])) continue;
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + needle.length);
            ranges.push(range);
          }
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  };
  const apply = () => {
    // What stands in double quotes is one phrase.
    const needles = (words.value.match(/"[^"]*"?|[^\\s"]+/gu) ?? []).map((part) => wordsOf(part).trim()).filter(Boolean);
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const by = Object.fromEntries(choices.map((choice) => [choice.dataset.by, choice.value]));
    const narrowed = severities.size < boxes.length || by.rule || by.state;
    const shown = [];
    let findings = 0;
    for (const plan of plans) {
      const fits = (finding) =>
        severities.has(finding.severity) &&
        (!by.rule || finding.rule === by.rule) &&
        (!by.state || finding.state === by.state);
      const holds = (text) => needles.every((needle) => text.includes(' ' + needle));
      const fitting = plan.findings.filter(fits);
      const holding = needles.length > 0 ? fitting.filter((finding) => holds(finding.text())) : fitting;
      const kept = new Set(holding.length > 0 ? holding : fitting);
      const keep =
        (!by.unit || plan.unit === by.unit) &&
        (needles.length === 0 || holds(plan.text())) &&
        (!narrowed || kept.size > 0);
      for (const finding of plan.findings) finding.item.hidden = !kept.has(finding);
      plan.section.hidden = !keep;
      if (plan.row) plan.row.hidden = !keep;
      if (keep) { shown.push(plan); findings += kept.size; }
    }
    nothing.hidden = shown.length > 0;
    count.textContent =
      number.format(shown.length) + ' / ' + number.format(plans.length) + ' ' + form.dataset.hits + ', ' +
      number.format(findings) + ' / ' + number.format(all) + ' ' + form.dataset.findings;
    highlight(needles, shown);
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); };
  form.addEventListener('input', soon);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(); });
  // Folded parts are printed open: a closed one would hide its figures from paper.
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details:not([open])')) { part.open = true; part.dataset.folded = ''; }
  });
  addEventListener('afterprint', () => {
    for (const part of document.querySelectorAll('details[data-folded]')) { part.open = false; delete part.dataset.folded; }
  });
  form.hidden = false;
  apply();
})();
`;
