// What a statement opens to: how it was found, and the controls to correct it.
import { copy } from './copy.js';
import { el, joined, options } from './dom.js';
import { confirm, correct, moveEdge, speakerNamed, toggleRejected } from './edit.js';
import { t } from './i18n.js';
import { state } from './state.js';
import { why } from './why.js';

export function detail(s) {
  return el('div', { role: 'group', 'aria-label': t('detail.title', { n: s.id }) }, buttons(s), facts(s), speakerForm(s), typeAndExtent(s), why(s));
}

function button(control, key, act, props = {}) {
  return el('button', { type: 'button', data: { control }, on: { click: act }, ...props }, t(key));
}

function buttons(s) {
  const confirmed = s.hand.includes('confirm');
  return el('div', { class: 'buttons' },
    button('confirm', confirmed ? 'do.confirmed' : 'do.confirm', () => confirm(s), { disabled: confirmed }),
    button('reject', s.rejected ? 'do.restore' : 'do.reject', () => toggleRejected(s), { class: s.rejected ? '' : 'danger' }),
    button('copy', 'do.copy', () => copy(s)));
}

function facts(s) {
  const { speaker: p, cue } = s;
  const pairs = [
    ['cue', cue.text && [cue.text, cue.lemma && cue.lemma !== cue.text ? t('fact.lemma', { lemma: cue.lemma }) : '', cue.class && t('class.' + cue.class)]],
    ['speaker', [p.name, p.role, t('kind.' + p.kind)]],
    ['how', [t(s.hand.includes('speaker') || s.added ? 'how.hand' : 'how.' + p.how), p.mention.text && `«${p.mention.text}»`]],
    ['via', s.via && [s.via]],
    ['place', [t('place.text', { paragraph: state.current.paragraph(s.content.start), start: s.content.start, end: s.content.end })]],
    ['sure', [`${Math.round(100 * s.confidence)}%`, t(s.confidence === 1 && s.hand.length ? 'sure.hand' : s.confidence < 0.7 ? 'sure.low' : 'sure.high')]],
  ];
  return el('dl', {}, ...pairs.filter(([, v]) => v).flatMap(([key, v]) => [
    el('dt', {}, t('fact.' + key)), el('dd', {}, ...joined(v)),
  ]));
}

function speakerForm(s) {
  const names = el('datalist', { id: 'speaker-names' }, ...nameOptions());
  const input = el('input', { list: 'speaker-names', value: s.speaker.name, dir: 'rtl', autocomplete: 'off', 'aria-label': t('edit.speaker'), data: { control: 'speaker' } });
  const kind = el('select', { 'aria-label': t('edit.kind'), data: { control: 'kind' } });
  options(kind, ['person', 'organization', 'anonymous', 'document'].map((k) => [k, t('kind.' + k)]), s.speaker.kind);
  input.addEventListener('input', () => {
    const known = state.current.entities.find((e) => e.name === input.value.trim());
    if (known) kind.value = known.kind;
  });
  const apply = () => {
    const name = input.value.trim();
    if (!name || (name === s.speaker.name && kind.value === s.speaker.kind)) return;
    correct({ op: 'speaker', statement: s.id, speaker: speakerNamed(name, kind.value) });
  };
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    apply();
  });
  return el('fieldset', {}, el('legend', {}, t('edit.speaker')),
    el('div', { class: 'fields' }, input, kind, button('apply-speaker', 'edit.apply', apply)), names);
}

// nameOptions are the people and bodies that the article names, the speakers first.
export function nameOptions() {
  const named = state.current.entities.filter((e) => e.quoted || e.kind === 'person' || e.kind === 'organization');
  return [...new Set(named.slice(0, 400).map((e) => e.name))].map((name) => el('option', { value: name }));
}

function typeAndExtent(s) {
  const type = el('select', { 'aria-label': t('edit.type'), data: { control: 'type' }, on: { change: () => correct({ op: 'type', statement: s.id, type: type.value }) } });
  options(type, ['direct', 'mixed', 'indirect'].map((v) => [v, t('type.' + v)]), s.type);
  const edge = (name, edge, outward) => button(name, 'edit.' + name, () => moveEdge(s, edge, outward));
  return el('fieldset', {}, el('legend', {}, t('edit.extent')),
    type, el('div', { class: 'edges' }, edge('start-out', 'start', true), edge('start-in', 'start', false), edge('end-in', 'end', false), edge('end-out', 'end', true)),
    el('p', { class: 'hint small' }, t('edit.extent-hint')));
}
