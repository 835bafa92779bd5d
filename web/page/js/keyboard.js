// The keys. Letters are told by their place on the keyboard, so that they work
// while it writes Arabic.
import { copy } from './copy.js';
import { step } from './desk.js';
import { openDialog } from './dialog.js';
import { byId, el } from './dom.js';
import { confirm, moveEdge, redo, toggleRejected, undo } from './edit.js';
import { t } from './i18n.js';
import { openNew } from './new-dialog.js';
import { prefer, prefs } from './prefs.js';
import { openSave } from './save-dialog.js';
import { addSelected, extentFromSelection } from './selection.js';
import { toggle } from './speakers-view.js';
import { select, state, statement } from './state.js';
import { choose, move } from './table.js';

function toControl(name) {
  if (!statement()) return;
  if (!state.open) select(state.selected, { open: true });
  document.querySelector(`#open-detail [data-control="${name}"]`)?.focus();
}

const edge = (name, outward) => () => { if (statement()) moveEdge(statement(), name, outward); };

// keys are [code, shift, what it does, key of its words].
const keys = [
  ['KeyJ', false, () => move(1), 'next'],
  ['KeyK', false, () => move(-1), 'previous'],
  ['KeyO', false, () => statement() && choose(state.selected), 'open'],
  ['KeyC', false, () => confirm(), 'confirm'],
  ['KeyX', false, () => toggleRejected(), 'reject'],
  ['KeyS', false, () => toControl('speaker'), 'speaker'],
  ['KeyT', false, () => toControl('type'), 'type'],
  ['BracketRight', false, edge('end', true), 'end-out'],
  ['BracketLeft', false, edge('end', false), 'end-in'],
  ['BracketRight', true, edge('start', true), 'start-out'],
  ['BracketLeft', true, edge('start', false), 'start-in'],
  ['KeyE', false, extentFromSelection, 'extent'],
  ['KeyA', false, addSelected, 'add'],
  ['KeyU', false, undo, 'undo'],
  ['KeyU', true, redo, 'redo'],
  ['KeyY', false, () => copy(), 'copy'],
  ['KeyN', false, openNew, 'new'],
  ['Period', false, () => step(1), 'next-article'],
  ['Comma', false, () => step(-1), 'previous-article'],
  ['Slash', false, () => byId('filter-search').focus(), 'search'],
  ['KeyD', false, openSave, 'save'],
  ['KeyG', false, toggle, 'speakers'],
  ['Slash', true, () => openHelp(), 'help'],
];

// everywhere are those that mean something in the view by speaker too.
const everywhere = new Set(['new', 'save', 'speakers', 'help', 'undo', 'redo']);

const names = { Period: '.', Comma: ',', Slash: '/', BracketRight: ']', BracketLeft: '[' };

function label(code, shift) {
  const name = names[code] ?? code.replace('Key', '');
  return shift ? (code === 'Slash' ? '?' : 'Shift ' + name) : name;
}

function codeOf(event) {
  if (/^[a-z]$/i.test(event.key)) return 'Key' + event.key.toUpperCase(); // where letters are elsewhere, as on AZERTY
  return event.code;
}

function press(event) {
  const writing = event.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select');
  if ((event.ctrlKey || event.metaKey) && codeOf(event) === 'KeyZ' && !writing && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    (event.shiftKey ? redo : undo)();
    return;
  }
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    const row = document.querySelector(`#row-${state.selected} .words`);
    if (writing) row ? row.focus() : writing.blur();
    else if (state.open) select(state.selected, { open: false });
    return;
  }
  if (!prefs.keys || writing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  const key = keys.find(([code, shift]) => code === codeOf(event) && shift === event.shiftKey);
  if (!key || (state.view === 'speakers' && !everywhere.has(key[3]))) return;
  event.preventDefault();
  key[2]();
}

export function openHelp() {
  if (byId('help-dialog')) return;
  const box = el('input', { type: 'checkbox', checked: prefs.keys, on: { change: () => prefer('keys', box.checked) } });
  const extra = [['Tab', 'tab'], ['↑ ↓', 'arrows'], ['Enter', 'enter'], ['Esc', 'escape'], ['Ctrl Z', 'undo']];
  const lines = [...keys.map(([code, shift, , name]) => [label(code, shift), name]), ...extra];
  openDialog({
    id: 'help-dialog', title: t('help.heading'),
    content: [
      el('dl', { class: 'keys' }, ...lines.map(([key, name]) => el('div', {}, el('dt', {}, t('key.' + name)), el('dd', {}, el('kbd', {}, key))))),
      el('label', { class: 'check' }, box, el('span', {}, t('help.single'))),
      el('p', { class: 'hint small' }, t('help.api'), ' ', el('a', { href: '/v1/reference' }, '/v1/reference')),
    ],
  });
}

export function start() {
  document.addEventListener('keydown', press);
  byId('help').addEventListener('click', openHelp);
}
