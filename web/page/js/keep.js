// Keeping articles on a server that was started with --store. Calls for one
// article follow each other, so that none overtakes another.
import { kept } from './api.js';
import { Article } from './article.js';
import { emit, state } from './state.js';
import { say } from './say.js';
import { t } from './i18n.js';

const queues = new Map();

function after(article, work) {
  const next = (queues.get(article.key) ?? Promise.resolve()).then(work).catch((error) => failed(article, error));
  queues.set(article.key, next);
  return next;
}

export function keep(article) {
  if (!state.health.store) return;
  after(article, async () => {
    article.etag = await kept.put(article.key, { ...article.found, corrections: article.corrections });
  });
}

export function keepCorrections(article) {
  if (!state.health.store) return;
  const now = article.corrections.slice();
  after(article, async () => {
    article.etag = await kept.correct(article.key, now, article.etag);
  });
}

export function forget(article) {
  if (state.health.store) after(article, () => kept.delete(article.key));
}

// load brings the articles that are kept onto the desk.
export async function load(progress) {
  const list = await kept.list();
  for (const [i, { key }] of list.entries()) {
    progress(i, list.length);
    state.articles.push(await fetchKept(key));
  }
}

async function fetchKept(key) {
  const { article: { corrections, ...found }, etag } = await kept.get(key);
  return new Article(found, { key, corrections, etag });
}

// failed says what could not be kept. Where another tab has changed the article,
// what is kept is shown.
async function failed(article, error) {
  if (error.status !== 412) {
    say(t('keep.failed', { why: error.message }), true);
    return;
  }
  const fresh = await fetchKept(article.key);
  state.articles = state.articles.map((a) => (a.key === article.key ? fresh : a));
  if (state.current?.key === article.key) {
    state.current = fresh;
    emit('article');
  }
  say(t('keep.changed'), true);
}
