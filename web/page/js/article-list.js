// The list of the articles on the desk.
import { remove, show } from './desk.js';
import { byId, el } from './dom.js';
import { t } from './i18n.js';
import { on, state } from './state.js';

function item(article) {
  const shown = article === state.current;
  const { outlet, date } = article.document;
  const kept = article.statements.filter((s) => !s.rejected).length;
  const facts = [t('articles.count', { n: kept }), article.corrections.length ? t('articles.corrected', { n: article.corrections.length }) : '', outlet, date];
  return el('li', { class: 'article-item' },
    el('button', { class: 'open', 'aria-current': String(shown), data: { key: article.key }, on: { click: () => show(article) } },
      el('span', { class: 'name', dir: 'auto' }, article.name),
      el('span', { class: 'facts' }, facts.filter(Boolean).join(' · '))),
    el('button', { class: 'close', 'aria-label': t('articles.remove', { name: article.name }), title: t('articles.remove', { name: '' }), on: { click: () => ask(article) } }, '×'));
}

function ask(article) {
  if (article.corrections.length === 0 || globalThis.confirm(t('articles.ask', { name: article.name, n: article.corrections.length }))) remove(article);
}

function draw() {
  const focused = document.activeElement?.dataset?.key;
  byId('article-list').replaceChildren(...state.articles.map(item));
  byId('articles-empty').hidden = state.articles.length > 0;
  if (focused) document.querySelector(`#article-list [data-key="${focused}"]`)?.focus();
  byId('privacy').textContent = state.health ? t(state.health.store ? 'privacy.store' : 'privacy.none') : '';
}

// soon draws once for many articles that come one after another.
let waiting = 0;
function soon() {
  waiting ||= setTimeout(() => {
    waiting = 0;
    draw();
  }, 60);
}

export function start() {
  on('articles', soon);
  on('article language', draw);
  draw();
}
