// Correcting: every change goes through here, so that it can be undone and kept.
import { keepCorrections } from './keep.js';
import { emit, select, state, statement } from './state.js';
import { nextNumber } from './corrections.js';
import { say } from './say.js';
import { t } from './i18n.js';

// correct adds a correction to the article that is shown.
export function correct(correction) {
  const a = state.current;
  a.corrections.push(correction);
  a.undone = [];
  changed(a);
  say(t('did.' + correction.op, { n: correction.statement }));
}

export function undo() {
  const a = state.current;
  if (!a?.corrections.length) return;
  const c = a.corrections.pop();
  a.undone.push(c);
  changed(a);
  if (!statement()) select(0);
  else if (c.op !== 'add') select(c.statement);
  say(t('did.undo', { what: t('did.' + c.op, { n: c.statement }) }));
}

export function redo() {
  const a = state.current;
  if (!a?.undone.length) return;
  const c = a.undone.pop();
  a.corrections.push(c);
  changed(a);
  select(c.statement);
  say(t('did.redo', { what: t('did.' + c.op, { n: c.statement }) }));
}

function changed(article) {
  article.update();
  emit('statements');
  emit('articles');
  keepCorrections(article);
}

export function toggleRejected(s = statement()) {
  if (s) correct({ op: s.rejected ? 'restore' : 'reject', statement: s.id });
}

export function confirm(s = statement()) {
  if (s && !s.hand.includes('confirm')) correct({ op: 'confirm', statement: s.id });
}

// setExtent makes a stretch of the article the words of a statement.
export function setExtent(s, content) {
  if (content.start < content.end) correct({ op: 'extent', statement: s.id, content });
}

// moveEdge takes a word in at an edge of a statement, or lets one go.
export function moveEdge(s, edge, outward) {
  const { text, offsets } = state.current;
  const start = offsets.unit(s.content.start), end = offsets.unit(s.content.end);
  let from = start, to = end;
  if (edge === 'start') from = outward ? wordBefore(text, start) : wordAfter(text, start, 'start');
  else to = outward ? wordAfter(text, end, 'end') : wordEndBefore(text, end);
  if (from >= to || (from === start && to === end)) return;
  setExtent(s, { start: offsets.point(from), end: offsets.point(to) });
}

const space = /\s/;

function wordBefore(text, i) {
  while (i > 0 && space.test(text[i - 1])) i--;
  while (i > 0 && !space.test(text[i - 1])) i--;
  return i;
}

function wordAfter(text, i, edge) {
  if (edge === 'start') {
    while (i < text.length && !space.test(text[i])) i++;
    while (i < text.length && space.test(text[i])) i++;
    return i;
  }
  while (i < text.length && space.test(text[i])) i++;
  while (i < text.length && !space.test(text[i])) i++;
  return i;
}

function wordEndBefore(text, i) {
  while (i > 0 && !space.test(text[i - 1])) i--;
  while (i > 0 && space.test(text[i - 1])) i--;
  return i;
}

// add adds a missed statement and selects it.
export function add({ content, cue, speaker, type }) {
  const n = nextNumber(state.current);
  correct({ op: 'add', statement: n, content, ...(cue ? { cue } : {}), speaker, type });
  select(n, { open: true });
}

// speakerNamed finds the entity of the article with a name, or makes a new one.
export function speakerNamed(name, kind) {
  const known = state.current.entities.find((e) => e.name === name);
  if (known) return { id: known.id, name: known.name, kind: kind || known.kind, role: known.role, gender: known.gender };
  const numbers = state.current.entities.map((e) => Number(/^h(\d+)$/.exec(e.id)?.[1] ?? 0));
  const id = 'h' + (numbers.reduce((a, b) => Math.max(a, b), 0) + 1);
  return { id, name, kind: kind || 'person', role: '', gender: '' };
}
