// What the page knows, and who is told when it changes.

export const state = {
  health: null, // what the server can do
  weights: null, // the tables of /v1/weights
  articles: [], // see article.js
  current: null, // the article that is shown
  selected: 0, // number of the statement that is selected, 0 for none
  open: false, // whether it shows its details
  filters: { search: '', speaker: '', type: '', class: '', sure: '', status: '', order: 'place' },
  view: 'desk', // or 'speakers'
};

const listeners = new Map();

// on calls f whenever one of the events happens: articles, article (another one
// is shown), statements (those of the shown one changed), selection, filters,
// view, language.
export function on(events, f) {
  for (const e of events.split(' ')) listeners.set(e, [...(listeners.get(e) ?? []), f]);
}

export function emit(event, detail) {
  for (const f of listeners.get(event) ?? []) f(detail);
}

export function select(id, { open = state.open, scroll = true, from = '' } = {}) {
  state.selected = id;
  state.open = open && id > 0;
  emit('selection', { scroll, from });
}

export function statement(id = state.selected) {
  return state.current?.statements.find((s) => s.id === id);
}
