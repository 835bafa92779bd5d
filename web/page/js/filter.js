// Which statements are shown, and in which order.
import { fold } from './fold.js';
import { state } from './state.js';

const folded = new WeakMap();

function haystack(s) {
  if (!folded.has(s)) folded.set(s, fold(`${s.content.text} ${s.speaker.name}`));
  return folded.get(s);
}

const tests = {
  search: (s, want) => haystack(s).includes(want),
  speaker: (s, want) => s.speaker.id === want,
  type: (s, want) => s.type === want,
  class: (s, want) => s.cue.class === want,
  sure: (s, want) => (want === 'doubtful' ? s.confidence < 0.7 : s.confidence >= Number(want)),
  status: (s, want) => ({
    hand: s.hand.length > 0 && !s.rejected, rejected: s.rejected, open: s.hand.length === 0,
  })[want],
};

const orders = {
  place: () => 0,
  sure: (a, b) => a.confidence - b.confidence,
  speaker: (a, b) => a.speaker.name.localeCompare(b.speaker.name, 'ar'),
};

// shown returns the statements of an article that the filters let through.
export function shown(article, filters = state.filters) {
  const active = Object.entries(tests)
    .map(([key, test]) => [test, key === 'search' ? fold(filters.search) : filters[key]])
    .filter(([, want]) => want);
  const list = article.statements.filter((s) => active.every(([test, want]) => test(s, want)));
  return filters.order === 'place' ? list : list.toSorted(orders[filters.order]);
}

export function filtering() {
  return Object.entries(state.filters).some(([key, value]) => key !== 'order' && value);
}
