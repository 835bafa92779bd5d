// Articles on the desk: bringing them on, showing one, putting it away.
import * as api from './api.js';
import { Article } from './article.js';
import { forget, keep } from './keep.js';
import { Progress } from './progress.js';
import { emit, select, state } from './state.js';
import { say } from './say.js';
import { t } from './i18n.js';

export function show(article) {
  state.current = article ?? null;
  state.selected = 0;
  state.open = false;
  emit('article');
}

function place(found) {
  const article = new Article(found);
  state.articles.push(article);
  emit('articles');
  keep(article);
  return article;
}

// bring finds the statements of an article {text} or {html} and shows it.
// It returns whether that went well.
export async function bring(article) {
  const progress = new Progress(t('progress.reading', { name: article.title || '' }));
  try {
    const placed = place(await api.extract({ ...article, id: article.id || freeName('a') }, progress.signal));
    show(placed);
    say(t('did.found', { n: placed.statements.length }));
    return true;
  } catch (error) {
    report(error);
    return false;
  } finally {
    progress.end();
  }
}

// bringFiles reads files and finds the statements of every article in them.
export async function bringFiles(files) {
  const progress = new Progress('');
  const failures = [];
  let first = null, n = 0;
  try {
    for (const [i, file] of [...files].entries()) {
      progress.step(t('progress.file', { name: file.name, n }), i, files.length);
      if (file.size > state.health.upload) {
        failures.push(t('failed.large', { name: file.name, mb: state.health.upload >> 20 }));
        continue;
      }
      try {
        for await (const line of api.read(file, progress.signal)) {
          if (line.error) {
            failures.push(line.where + ': ' + line.error);
            continue;
          }
          progress.step(t('progress.file', { name: line.where, n }), i, files.length);
          const placed = place(await api.extract(asked(line.document), progress.signal));
          n++;
          if (!first) show(first = placed);
        }
      } catch (error) {
        if (error.name === 'AbortError') throw error;
        failures.push(file.name + ': ' + error.message);
      }
    }
    say([t('did.files', { n }), ...failures].join('\n'), failures.length > 0);
  } catch (error) {
    report(error);
  } finally {
    progress.end();
  }
}

// asked is a document in the form that extract takes.
function asked(document) {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== ''));
}

function freeName(prefix) {
  for (let n = state.articles.length + 1; ; n++) {
    if (!state.articles.some((a) => a.document.id === prefix + n)) return prefix + n;
  }
}

// remove puts an article away for good.
export function remove(article) {
  const i = state.articles.indexOf(article);
  state.articles.splice(i, 1);
  forget(article);
  emit('articles');
  if (state.current === article) show(state.articles[Math.min(i, state.articles.length - 1)]);
}

// step shows the next article of the list, or with -1 the one before.
export function step(by) {
  const n = state.articles.length;
  if (n) show(state.articles[(state.articles.indexOf(state.current) + by + n) % n]);
}

// goTo shows a statement wherever its article is.
export function goTo(article, id) {
  if (state.current !== article) show(article);
  select(id, { open: true });
}

export function report(error) {
  if (error.name === 'AbortError') {
    say(t('progress.cancelled'));
    return;
  }
  const key = 'failed.' + error.status;
  const why = error.errors?.map((e) => `${e.location ?? ''} ${e.message ?? ''}`.trim()).join('; ');
  say([t([0, 413, 422, 429].includes(error.status) ? key : 'failed.other'), error.message, why].filter(Boolean).join(' — '), true);
}
