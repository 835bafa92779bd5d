// Puts the page together.
import { get } from './api.js';
import * as articleList from './article-list.js';
import * as articleView from './article-view.js';
import { report, show } from './desk.js';
import { byId } from './dom.js';
import { redo, undo } from './edit.js';
import * as files from './files.js';
import * as filtersView from './filters-view.js';
import { t, translate } from './i18n.js';
import { load } from './keep.js';
import * as keyboard from './keyboard.js';
import { openNew } from './new-dialog.js';
import { prefer, prefs } from './prefs.js';
import { cancel, Progress } from './progress.js';
import { openSave } from './save-dialog.js';
import { hush } from './say.js';
import * as selection from './selection.js';
import * as speakersView from './speakers-view.js';
import { emit, on, state } from './state.js';
import * as table from './table.js';

function bar() {
  const a = state.current;
  byId('undo').disabled = !a?.corrections.length;
  byId('redo').disabled = !a?.undone.length;
  byId('export').disabled = !a;
}

const themes = ['', 'light', 'dark'];

function language() {
  translate();
  const other = byId('language');
  other.textContent = prefs.lang === 'ar' ? 'English' : 'العربية';
  other.lang = prefs.lang === 'ar' ? 'en' : 'ar';
  byId('theme').textContent = t('theme.' + (prefs.theme || 'system'));
}

function buttons() {
  const click = { new: openNew, 'welcome-new': openNew, undo, redo, export: openSave, 'progress-cancel': cancel };
  for (const [id, f] of Object.entries(click)) byId(id).addEventListener('click', () => f());
  byId('language').addEventListener('click', () => prefer('lang', prefs.lang === 'ar' ? 'en' : 'ar'));
  byId('theme').addEventListener('click', () => prefer('theme', themes[(themes.indexOf(prefs.theme) + 1) % themes.length]));
}

async function begin() {
  language();
  on('language theme', language);
  on('language', hush);
  on('article articles statements', bar);
  for (const part of [articleList, articleView, filtersView, table, selection, speakersView, files, keyboard]) part.start();
  buttons();
  // What is not kept anywhere is not lost by a slip.
  addEventListener('beforeunload', (event) => {
    if (!state.health?.store && state.articles.some((a) => a.corrections.length)) event.preventDefault();
  });
  const progress = new Progress(t('progress.loading'));
  try {
    [state.health, state.weights] = await Promise.all([get('/v1/health'), get('/v1/weights')]);
    if (state.health.store) await load((i, n) => progress.step(t('progress.loading'), i, n));
  } catch (error) {
    report(error);
  } finally {
    progress.end();
  }
  emit('articles');
  show(state.articles[0]);
  document.documentElement.dataset.ready = 'true';
}

begin();
