// The form with the filters.
import { byId, el, options } from './dom.js';
import { filtering } from './filter.js';
import { t } from './i18n.js';
import { emit, on, state } from './state.js';

const empty = { ...state.filters };
const fields = {};

function field(name, classes, input) {
  input.id = 'filter-' + name;
  fields[name] = input;
  input.addEventListener(input.tagName === 'SELECT' ? 'change' : 'input', () => set(name, input.value));
  return el('label', { class: classes, for: input.id }, el('span', { data: { t: 'filter.' + name } }, t('filter.' + name)), input);
}

function set(name, value) {
  state.filters[name] = value;
  emit('filters');
}

export function clear() {
  Object.assign(state.filters, empty);
  for (const [name, input] of Object.entries(fields)) input.value = state.filters[name];
  emit('filters');
}

// choices fills the lists with what the article has.
function choices() {
  const all = ['', t('filter.all')];
  const count = new Map();
  const classes = new Set();
  for (const s of state.current?.statements ?? []) {
    count.set(s.speaker.id, { name: s.speaker.name, n: (count.get(s.speaker.id)?.n ?? 0) + 1 });
    if (s.cue.class) classes.add(s.cue.class);
  }
  const speakers = [...count].sort(([, a], [, b]) => b.n - a.n).slice(0, 500);
  options(fields.speaker, [all, ...speakers.map(([id, { name, n }]) => [id, `${name} (${n})`])], state.filters.speaker);
  options(fields.type, [all, ...['direct', 'mixed', 'indirect'].map((v) => [v, t('type.' + v)])], state.filters.type);
  options(fields.class, [all, ...[...classes].sort().map((v) => [v, t('class.' + v)])], state.filters.class);
  options(fields.sure, [all, ...['0.9', '0.7', 'doubtful'].map((v) => [v, t('sure.' + v)])], state.filters.sure);
  options(fields.status, [all, ...['open', 'hand', 'rejected'].map((v) => [v, t('status.' + v)])], state.filters.status);
  options(fields.order, ['place', 'sure', 'speaker'].map((v) => [v, t('order.' + v)]), state.filters.order);
  let changed = false;
  for (const [name, input] of Object.entries(fields)) {
    if (state.filters[name] === input.value) continue;
    state.filters[name] = input.value;
    changed = true;
  }
  if (changed) emit('filters');
}

export function start() {
  const form = byId('filters');
  const select = () => el('select');
  const reset = el('button', { type: 'button', id: 'filters-clear', data: { t: 'filter.clear' }, on: { click: clear } }, t('filter.clear'));
  const search = el('input', { type: 'search', autocomplete: 'off' });
  form.append(
    field('search', '', search), reset,
    el('details', {}, el('summary', { id: 'filters-more', data: { t: 'filters.more' } }, t('filters.more')),
      el('div', { class: 'fields' },
        field('speaker', 'half', select()), field('class', 'half', select()),
        field('type', '', select()), field('sure', '', select()), field('status', '', select()),
        field('order', 'whole', select()))));
  form.addEventListener('submit', (event) => event.preventDefault());
  on('filters article', () => { reset.hidden = !filtering(); });
  on('article statements language', choices);
  choices();
  reset.hidden = true;
}
