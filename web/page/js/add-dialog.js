// The dialog for a statement that was missed. Its words are those selected in
// the article, or typed as they stand there.
import { nameOptions } from './detail.js';
import { labelled, openDialog } from './dialog.js';
import { byId, el, options } from './dom.js';
import { add, speakerNamed } from './edit.js';
import { t } from './i18n.js';
import { state } from './state.js';

export function openAdd(content) {
  const article = state.current;
  if (!article || byId('add-dialog')) return;
  const words = el('textarea', { name: 'words', class: 'short', required: true, lang: 'ar', dir: 'rtl', spellcheck: false });
  if (content) words.value = article.slice(content.start, content.end);
  const cue = el('input', { name: 'cue', dir: 'rtl', autocomplete: 'off' });
  const speaker = el('input', { name: 'speaker', required: true, list: 'add-names', dir: 'rtl', autocomplete: 'off' });
  const kind = el('select', { name: 'kind' });
  options(kind, ['person', 'organization', 'anonymous', 'document'].map((k) => [k, t('kind.' + k)]));
  speaker.addEventListener('input', () => {
    const known = article.entities.find((e) => e.name === speaker.value.trim());
    if (known) kind.value = known.kind;
  });
  const type = el('select', { name: 'type' });
  options(type, ['direct', 'mixed', 'indirect'].map((v) => [v, t('type.' + v)]), content ? guess(article, content) : 'indirect');
  const error = el('p', { class: 'error', role: 'alert' });
  openDialog({
    id: 'add-dialog', title: t('add.heading'), action: t('add.go'),
    content: [
      labelled(t('add.words'), words), error,
      el('div', { class: 'pair' }, labelled(t('add.speaker'), speaker), labelled(t('edit.kind'), kind)),
      el('datalist', { id: 'add-names' }, ...nameOptions()),
      el('div', { class: 'pair' }, labelled(t('edit.type'), type), labelled(t('add.cue'), cue)),
    ],
    submit: () => {
      const place = placeOf(article, words.value, content);
      if (!place) {
        error.textContent = t('add.not-found');
        words.focus();
        return false;
      }
      const at = cue.value.trim() ? placeNear(article, cue.value.trim(), place.start) : null;
      if (cue.value.trim() && !at) {
        error.textContent = t('add.cue-not-found');
        cue.focus();
        return false;
      }
      add({ content: place, cue: at, speaker: speakerNamed(speaker.value.trim(), kind.value), type: type.value });
      return true;
    },
  });
  (content ? speaker : words).focus();
}

// guess tells the type by the marks around and in the words.
function guess(article, { start, end }) {
  const before = article.slice(Math.max(0, start - 1), start), inside = article.slice(start, end);
  if (/[«"“„]/.test(before)) return 'direct';
  return /[«»"“”]/.test(inside) ? 'mixed' : 'indirect';
}

// placeOf finds the words in the article, where they were selected if they
// were, else behind the statement that is selected, else from the start.
function placeOf(article, typed, selected) {
  const words = typed.trim();
  if (!words) return null;
  if (selected && article.slice(selected.start, selected.end) === words) return selected;
  const from = selected ? selected.start : article.statements.find((s) => s.id === state.selected)?.content.start ?? 0;
  let unit = article.text.indexOf(words, article.offsets.unit(from));
  if (unit < 0) unit = article.text.indexOf(words);
  return unit < 0 ? null : points(article, unit, words);
}

// placeNear finds the nearest place of words before a code point, else behind it.
function placeNear(article, words, point) {
  const at = article.offsets.unit(point);
  let unit = article.text.lastIndexOf(words, at);
  if (unit < 0) unit = article.text.indexOf(words, at);
  return unit < 0 ? null : points(article, unit, words);
}

function points(article, unit, words) {
  return { start: article.offsets.point(unit), end: article.offsets.point(unit + words.length) };
}
