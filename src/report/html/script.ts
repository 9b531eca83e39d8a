/**
 * The report's own script: builds a filter over the plans. Nothing depends on it; without it, or where scripts are
 * forbidden, the whole report stands there as it is. Texts come from the `data-*` attributes of the filter's place.
 */
export const SCRIPT = `
(() => {
  const place = document.getElementById('filter');
  if (!place) return;
  const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const plans = [...document.querySelectorAll('.plan')].map((section) => ({
    section,
    row: document.querySelector('tr[data-plan="' + section.id + '"]'),
    text: fold(section.textContent),
    findings: [...section.querySelectorAll('.findings > li')],
  }));
  const search = make('input', { type: 'search', placeholder: place.dataset.search });
  search.setAttribute('aria-label', place.dataset.search);
  const boxes = ['error', 'warning', 'notice'].map((severity) => ({
    severity,
    box: make('input', { type: 'checkbox', checked: true }),
  }));
  const count = make('output', { className: 'soft' });
  const apply = () => {
    const words = fold(search.value).split(/\\s+/u).filter(Boolean);
    const wanted = new Set(boxes.filter(({ box }) => box.checked).map(({ severity }) => severity));
    let shown = 0;
    for (const plan of plans) {
      let left = 0;
      for (const finding of plan.findings) {
        finding.hidden = !wanted.has(finding.dataset.severity);
        if (!finding.hidden) left += 1;
      }
      const keep = words.every((word) => plan.text.includes(word)) && (wanted.size === 3 || left > 0);
      plan.section.hidden = !keep;
      if (plan.row) plan.row.hidden = !keep;
      if (keep) shown += 1;
    }
    count.textContent = shown + ' / ' + plans.length + ' ' + place.dataset.hits;
  };
  place.append(
    search,
    ...boxes.map(({ severity, box }) =>
      make('label', {}, box, ' ', make('span', { className: 'severity ' + severity, textContent: place.dataset[severity] }))),
    count,
  );
  place.hidden = false;
  place.addEventListener('input', apply);
  apply();
})();
`;
