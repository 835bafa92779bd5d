// The view by speaker across the articles on the desk. People are taken for the
// same where their names are spelled alike.
import { goTo } from './desk.js';
import { byId, el, joined } from './dom.js';
import { fold } from './fold.js';
import { t } from './i18n.js';
import { emit, on, state } from './state.js';

const most = 300; // quotes that are shown at once

let chosen = '', search = '', limit = most;

// bySpeaker gathers the statements of all articles.
function bySpeaker() {
  const people = new Map();
  for (const article of state.articles) {
    for (const s of article.statements) {
      if (s.rejected) continue;
      const key = fold(s.speaker.name);
      if (!people.has(key)) people.set(key, { key, name: s.speaker.name, role: '', quotes: [], articles: new Set() });
      const p = people.get(key);
      p.role ||= s.speaker.role;
      p.quotes.push({ article, s });
      p.articles.add(article);
    }
  }
  return [...people.values()].sort((a, b) => b.articles.size - a.articles.size || b.quotes.length - a.quotes.length || a.name.localeCompare(b.name, 'ar'));
}

function draw() {
  const box = byId('speakers');
  const showing = state.view === 'speakers';
  box.hidden = !showing;
  byId('selection').hidden = true;
  byId('desk').hidden = showing;
  byId('view').setAttribute('aria-pressed', String(showing));
  if (!showing) return;
  const people = bySpeaker();
  const found = people.filter((p) => p.key.includes(fold(search)));
  const person = people.find((p) => p.key === chosen) ?? found[0];
  const input = el('input', { type: 'search', id: 'speaker-search', value: search, placeholder: t('speakers.search'), 'aria-label': t('speakers.search') });
  input.addEventListener('input', () => {
    search = input.value;
    draw();
    byId('speaker-search').focus();
  });
  box.replaceChildren(
    el('nav', { class: 'speakers-list', 'aria-label': t('speakers.title') }, el('h2', {}, t('speakers.title')), input,
      el('ol', {}, ...found.slice(0, most).map((p) => el('li', {}, choice(p, p === person))))),
    el('section', { class: 'speakers-statements', tabIndex: 0, 'aria-label': t('speakers.statements') }, ...(person ? statements(person) : [el('p', { class: 'hint' }, t('speakers.none'))])));
}

function choice(p, current) {
  const pick = () => {
    chosen = p.key;
    limit = most;
    draw();
    document.querySelector('.speakers-list [aria-current="true"]')?.focus();
  };
  return el('button', { 'aria-current': String(current), on: { click: pick } },
    el('span', { dir: 'auto' }, p.name, p.role && el('span', { class: 'role' }, p.role)),
    el('span', { class: 'hint small' }, t('speakers.count', { n: p.quotes.length, articles: p.articles.size })));
}

function statements(p) {
  const out = [el('h2', { dir: 'auto' }, p.name)];
  let last = null;
  for (const { article, s } of p.quotes.slice(0, limit)) {
    if (article !== last) out.push(el('h3', { dir: 'auto' }, article.name));
    last = article;
    out.push(el('button', { class: 'quote', dir: 'rtl', on: { click: () => leave(article, s.id) } },
      el('span', { class: 'words', lang: 'ar' }, s.content.text),
      el('span', { class: 'facts' }, ...joined([t('type.' + s.type), s.cue.text, Math.round(100 * s.confidence) + '%']))));
  }
  if (p.quotes.length > limit) out.push(el('button', { on: { click: () => { limit += most; draw(); } } }, t('speakers.more', { n: p.quotes.length - limit })));
  return out;
}

function leave(article, id) {
  show('desk');
  goTo(article, id);
}

export function show(view) {
  state.view = view;
  emit('view');
}

export const toggle = () => show(state.view === 'desk' ? 'speakers' : 'desk');

export function start() {
  on('view language', draw);
  let waiting = 0; // articles may come one after another
  on('articles', () => {
    if (state.view === 'speakers') waiting ||= setTimeout(() => { waiting = 0; draw(); }, 500);
  });
  byId('view').addEventListener('click', toggle);
}
