// The table of statements. Rows are added as they are needed.
import { byId, el } from './dom.js';
import { detail } from './detail.js';
import { filtering, shown } from './filter.js';
import { t } from './i18n.js';
import { on, select, state } from './state.js';

const step = 150; // rows that are added at a time

let list = [];
let rows = new Map(); // row element by number of the statement
let from = 0, to = 0; // the part of the list that has rows
let body, above, below;
const sentinel = new IntersectionObserver((entries) => {
  for (const e of entries) if (e.isIntersecting) (e.target === above ? growUp : grow)();
}, { rootMargin: '800px' });

function draw() {
  const box = byId('table');
  const article = state.current;
  sentinel.disconnect();
  list = article ? shown(article) : [];
  rows = new Map();
  byId('count').textContent = article ? t(filtering() ? 'count.some' : 'count.all', { n: list.length, all: article.statements.length }) : '';
  byId('add').disabled = !article;
  if (!article || list.length === 0) {
    from = to = 0;
    box.replaceChildren(el('p', { class: 'nothing' }, t(!article ? 'table.none' : filtering() ? 'table.filtered' : 'table.empty')));
    return;
  }
  body = el('tbody', { role: 'rowgroup' });
  above = el('div', { class: 'more' });
  below = el('div', { class: 'more' });
  const columns = ['number', 'speaker', 'type', 'sure', 'words'].map((c) => el('th', { role: 'columnheader', scope: 'col' }, t('column.' + c)));
  box.replaceChildren(above,
    el('table', { class: 'list', role: 'table', 'aria-label': t('statements.title'), 'aria-rowcount': list.length },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...columns)), body),
    below);
  around(list.findIndex((s) => s.id === state.selected));
  sentinel.observe(above);
  sentinel.observe(below);
  showSelected({ scroll: false });
}

// around makes rows for the part of the list with place i, or its beginning.
function around(i) {
  rows.clear();
  body.replaceChildren();
  from = to = i < step ? 0 : i - (step >> 1);
  grow();
}

function grow() {
  const end = Math.min(to + step, list.length);
  body.append(...make(to, end));
  to = end;
  below.hidden = to === list.length;
  above.hidden = from === 0;
}

function growUp() {
  const start = Math.max(0, from - step);
  body.prepend(...make(start, from));
  from = start;
  above.hidden = from === 0;
}

function make(start, end) {
  return list.slice(start, end).map((s, i) => {
    const row = rowOf(s, start + i + 1);
    rows.set(s.id, row);
    return row;
  });
}

function rowOf(s, place) {
  const colour = state.current.colourOf(s);
  const cell = (cls, ...content) => el('td', { class: cls, role: 'cell' }, ...content);
  const words = el('button', {
    class: 'words', lang: 'ar', tabIndex: -1, 'aria-expanded': 'false', data: { id: s.id },
    on: { click: (event) => { event.stopPropagation(); choose(s.id); } },
  }, s.content.text);
  return el('tr', { class: `row ${colour}${s.rejected ? ' rejected' : ''}`, role: 'row', 'aria-rowindex': place, id: 'row-' + s.id, data: { id: s.id }, on: { click: () => choose(s.id) } },
    cell('number', String(s.id)),
    cell('who', s.speaker.name, s.speaker.role && el('span', { class: 'role' }, ' · ' + s.speaker.role)),
    cell('type', t('type.' + s.type)),
    cell(s.confidence < 0.7 ? 'sure doubtful' : 'sure', percent(s)),
    cell('what', words, s.hand.length > 0 && el('span', { class: 'by-hand' }, s.hand.map((op) => t('hand.' + op)).join(' · '))));
}

const percent = (s) => Math.round(100 * s.confidence) + '%';

// choose selects a statement; the selected one is opened or closed.
export function choose(id) {
  select(id, { open: id === state.selected ? !state.open : true, from: 'table' });
}

const firstRow = () => rows.get(list[from]?.id);

let current = null; // the row that is marked

function showSelected({ scroll = true, from = '' } = {}) {
  byId('open-detail')?.remove();
  current?.removeAttribute('aria-current');
  current?.classList.remove('open');
  const old = current?.querySelector('.words');
  if (old) {
    old.tabIndex = -1;
    old.setAttribute('aria-expanded', 'false');
    old.removeAttribute('aria-controls');
  }
  const at = list.findIndex((s) => s.id === state.selected);
  if (at >= 0 && (at < from || at >= to)) around(at);
  const row = rows.get(state.selected);
  current = row ?? null;
  if (!row) {
    const first = firstRow()?.querySelector('.words');
    if (first) first.tabIndex = 0;
    return;
  }
  row.setAttribute('aria-current', 'true');
  const words = row.querySelector('.words');
  words.tabIndex = 0;
  if (state.open) {
    row.classList.add('open');
    words.setAttribute('aria-expanded', 'true');
    words.setAttribute('aria-controls', 'open-detail');
    row.after(el('tr', { id: 'open-detail', class: 'detail ' + state.current.colourOf(list[at]), role: 'row' },
      el('td', { colspan: 5, role: 'cell' }, detail(list[at]))));
  }
  if (scroll && from !== 'table') row.scrollIntoView({ block: 'nearest' });
}

// move selects the next statement of the table, or with -1 the one before.
export function move(by) {
  if (list.length === 0) return;
  const at = list.findIndex((s) => s.id === state.selected);
  const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
  select(list[to].id);
  focusRow();
}

export function focusRow() {
  (rows.get(state.selected) ?? firstRow())?.querySelector('.words')?.focus({ preventScroll: true });
}

// redraw keeps the keyboard where it was.
function redraw() {
  const held = document.activeElement?.closest('#table') && document.activeElement;
  const control = held && held.dataset.control;
  const box = byId('table');
  const top = box.scrollTop;
  draw();
  box.scrollTop = top;
  if (!held) return;
  const again = control && document.querySelector(`#open-detail [data-control="${control}"]`);
  if (again) again.focus({ preventScroll: true });
  else focusRow();
}

export function start() {
  on('article', draw);
  on('statements filters language', redraw);
  on('selection', showSelected);
  byId('table').addEventListener('keydown', (event) => {
    if (!event.target.classList.contains('words')) return;
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!by) return;
    event.preventDefault();
    move(by);
  });
  draw();
}
