// The dialog for a new article: its text, or the web page it stands on.
import { bring } from './desk.js';
import { labelled, openDialog } from './dialog.js';
import { byId, el } from './dom.js';
import { t } from './i18n.js';

const page = /^\s*(<!doctype html|<html[\s>])/i;

export function openNew() {
  if (byId('new-dialog')) return;
  const text = el('textarea', { name: 'text', required: true, dir: 'rtl', lang: 'ar', spellcheck: false });
  const html = el('input', { type: 'checkbox', name: 'html' });
  const hint = el('p', { class: 'hint small', hidden: true }, t('new.looks-html'));
  text.addEventListener('input', () => { hint.hidden = !page.test(text.value); });
  const facts = ['title', 'outlet', 'date', 'url'].map((name) =>
    labelled(t('new.' + name), el('input', { name, autocomplete: 'off', dir: name === 'url' ? 'ltr' : undefined })));
  openDialog({
    id: 'new-dialog', title: t('new.heading'), action: t('new.go'),
    content: [
      labelled(t('new.text'), text), hint,
      el('label', { class: 'check' }, html, el('span', {}, t('new.html'))),
      el('details', {}, el('summary', {}, t('new.facts')), el('div', { class: 'pair' }, ...facts)),
    ],
    submit: async (form) => {
      const data = new FormData(form);
      const article = { [html.checked ? 'html' : 'text']: text.value };
      for (const name of ['title', 'outlet', 'date', 'url']) if (data.get(name).trim()) article[name] = data.get(name).trim();
      const go = form.querySelector('.primary');
      go.disabled = true;
      const well = await bring(article);
      go.disabled = false;
      return well;
    },
  });
  text.focus();
}
