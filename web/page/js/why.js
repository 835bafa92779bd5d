// Why a statement was found: its rules, and the decisions that were weighed.
import { el } from './dom.js';
import { t } from './i18n.js';
import { state } from './state.js';

const most = 8; // features that are shown of a decision

export function why(s) {
  const reasons = state.current.reasons.get(s.id);
  if (s.added || !reasons) return s.added ? el('p', { class: 'hint small' }, t('why.added')) : null;
  return el('details', {},
    el('summary', { data: { control: 'why' } }, t('why.heading')),
    el('p', {}, t('why.rules')), el('ul', { class: 'features' }, ...s.rules.map((r) => el('li', {}, r))),
    ...reasons.weighed.flatMap((w) => decision(w.decision, w.p, w.features)),
    ...decision('confidence', found(s).confidence, reasons.features));
}

// found is the statement as it was found, before a person changed it.
const found = (s) => state.current.found.statements.find((r) => r.id === s.id);

function decision(name, p, features) {
  const weights = state.weights?.[name] ?? {};
  const heavy = features
    .filter((f) => weights[f])
    .sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a]))
    .slice(0, most);
  return [
    el('p', {}, t('why.' + name, { p: Math.round(100 * p) + '%' })),
    el('ul', { class: 'features' }, ...heavy.map((f) => el('li', { class: weights[f] > 0 ? 'for' : 'against' },
      `${f} ${weights[f] > 0 ? '+' : '−'}${Math.abs(weights[f]).toFixed(2)}`))),
  ];
}
