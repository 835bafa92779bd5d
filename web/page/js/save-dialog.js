// The dialog that takes statements away as a file.
import * as api from './api.js';
import { record } from './corrections.js';
import { report } from './desk.js';
import { labelled, openDialog } from './dialog.js';
import { byId, el, options } from './dom.js';
import { filtering, shown } from './filter.js';
import { has, t } from './i18n.js';
import { say } from './say.js';
import { state } from './state.js';

const endings = { markdown: 'md' };
const order = ['csv', 'xlsx', 'html', 'jsonl', 'json', 'tsv', 'markdown', 'parquet', 'jsonld'];

export function openSave() {
  if (!state.current || byId('save-dialog')) return;
  const formats = [...state.health.formats].sort((a, b) => (order.indexOf(a) + 99) % 99 - (order.indexOf(b) + 99) % 99);
  const choices = [...formats, 'gold', 'gold-articles'].map((name, i) =>
    el('label', { class: 'check' }, el('input', { type: 'radio', name: 'format', value: name, checked: i === 0 }), el('span', {}, has('format.' + name) ? t('format.' + name) : name)));
  const scope = el('select', { name: 'scope' });
  options(scope, [['one', t('save.one')], ['all', t('save.all', { n: state.articles.length })]], 'one');
  const some = el('input', { type: 'checkbox', name: 'some' });
  openDialog({
    id: 'save-dialog', title: t('save.heading'), action: t('save.go'),
    content: [
      el('fieldset', {}, el('legend', {}, t('save.format')), el('div', { class: 'choices' }, ...choices)),
      labelled(t('save.scope'), scope),
      filtering() && el('label', { class: 'check' }, some, el('span', {}, t('save.some'))),
      el('p', { class: 'hint small' }, t('save.hint')),
    ].filter(Boolean),
    submit: (form) => save(new FormData(form).get('format'), scope.value === 'all' ? state.articles : [state.current], some.checked),
  });
}

async function save(format, articles, some) {
  const gold = format.startsWith('gold');
  const path = gold ? `/v1/gold?part=${format === 'gold' ? 'annotation' : 'articles'}` : '/v1/export?format=' + format;
  const name = articles.length === 1 ? articles[0].document.id : 'articles';
  const ending = format === 'gold' ? 'gold.jsonl' : gold ? 'gold.docs.jsonl' : endings[format] ?? format;
  try {
    const blob = await api.file(path, articles.map((a) => checked(a, some && !gold)));
    download(blob, `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}.${ending}`);
    say(t('save.done'));
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}

// checked is an article with what a person left of its statements.
function checked(article, some) {
  const list = some ? shown(article, { ...state.filters, order: 'place' }) : article.statements;
  return { document: article.document, statements: list.filter((s) => !s.rejected).map(record) };
}

function download(blob, name) {
  const url = URL.createObjectURL(blob);
  const a = el('a', { href: url, download: name, hidden: true });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
