// A dialog that is made when it opens and gone when it closes.
import { el } from './dom.js';
import { t } from './i18n.js';

// openDialog shows a form under a title. submit gets the form; the dialog closes
// unless it returns false. The buttons are submit and cancel, or close alone.
export function openDialog({ title, id, content, submit, action }) {
  const heading = el('h2', { id: id + '-title' }, title);
  const dialog = el('dialog', { id, 'aria-labelledby': id + '-title' });
  const close = el('button', { type: 'button', on: { click: () => dialog.close() } }, t(submit ? 'dialog.cancel' : 'dialog.close'));
  const form = el('form', { method: 'dialog' }, heading, ...content,
    el('div', { class: 'buttons' }, submit && el('button', { class: 'primary', type: 'submit' }, action ?? t('dialog.ok')), close));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await submit?.(form) !== false) dialog.close();
  });
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// labelled is a field with its label.
export function labelled(label, input, props = {}) {
  return el('label', props, el('span', {}, label), input);
}
