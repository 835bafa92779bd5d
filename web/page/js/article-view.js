// The article: its text appears at once in chunks, and a chunk gets its
// highlights when it comes near the screen.
import { shown } from './filter.js';
import { byId, el, pause } from './dom.js';
import { parts, spansOf, within } from './highlights.js';
import { cut } from './paragraphs.js';
import { on, select, state, statement } from './state.js';

let drawing = 0; // goes up with every article, so that an older drawing stops
let chunks = []; // {start, end, paragraphs, element, painted}
let spans = [], cues = [];
const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    const chunk = chunks[entry.target.dataset.chunk];
    if (!chunk || chunk.element !== entry.target) continue;
    chunk.near = entry.isIntersecting;
    if (chunk.near && !chunk.painted) paint(chunk);
  }
}, { rootMargin: '1200px 0px' });

async function draw() {
  const mine = ++drawing;
  near.disconnect();
  const article = state.current;
  byId('welcome').hidden = Boolean(article);
  byId('article').hidden = !article;
  const text = byId('article-text');
  text.replaceChildren();
  text.removeAttribute('data-complete');
  head(article);
  chunks = [];
  if (!article) return;
  collect();
  byId('article').scrollTop = 0;
  chunks = cut(article.text);
  let since = performance.now();
  for (const [i, chunk] of chunks.entries()) {
    chunk.element = el('div', { class: 'chunk', data: { chunk: i } });
    for (const p of chunk.paragraphs) {
      p.element = el('p', { class: p.continues ? 'continues' : p.start === p.end ? 'blank' : '', data: { start: p.start } }, article.text.slice(p.start, p.end));
      chunk.element.append(p.element);
    }
    text.append(chunk.element);
    near.observe(chunk.element);
    if (performance.now() - since > 8) {
      await pause();
      if (mine !== drawing) return;
      since = performance.now();
    }
  }
  text.dataset.complete = 'true';
}

function head(article) {
  const d = article?.document ?? {};
  const facts = [d.outlet, d.date].filter(Boolean).join(' · ');
  byId('article-head').replaceChildren(...[
    d.title && el('h2', { dir: 'auto' }, d.title),
    facts && el('p', { dir: 'auto' }, facts),
    d.url && el('p', { dir: 'ltr' }, d.url),
  ].filter(Boolean));
}

// collect settles which statements are highlighted: those that the filters show.
function collect() {
  const article = state.current;
  const visible = article ? shown(article).filter((s) => !s.rejected) : [];
  spans = article ? spansOf(article, visible) : [];
  cues = article ? spansOf(article, visible.filter((s) => s.cue.text).map((s) => ({ ...s, content: s.cue }))) : [];
}

function paint(chunk) {
  chunk.painted = true;
  for (const p of chunk.paragraphs) paintParagraph(p);
}

function paintParagraph(p) {
  const { text } = state.current;
  const inside = within(spans, p.start, p.end);
  const beside = within(cues, p.start, p.end);
  if (inside.length === 0 && beside.length === 0) {
    if (p.element.childElementCount) p.element.replaceChildren(text.slice(p.start, p.end));
    return;
  }
  p.element.replaceChildren(...parts(inside, beside, p.start, p.end).map((part) => piece(part, text.slice(part.start, part.end))));
}

function piece(part, words) {
  const chosen = state.selected;
  if (part.inside.length === 0) {
    if (!part.cue) return document.createTextNode(words);
    const s = part.cue.statement;
    return el('span', { class: `cue ${state.current.colourOf(s)}${s.id === chosen ? ' selected' : ''}`, data: { cue: s.id } }, words);
  }
  const owner = part.inside[0].statement;
  const classes = [state.current.colourOf(owner)];
  if (part.inside.length > 1) classes.push('nested');
  if (owner.type === 'indirect') classes.push('indirect');
  if (part.inside.some((s) => s.statement.id === chosen)) classes.push('selected');
  const begins = part.inside.filter((s) => s.start === part.start).map((s) => s.statement.id);
  const mark = el('mark', { class: classes.join(' '), data: { ids: part.inside.map((s) => s.statement.id).join(' ') } },
    part.cue ? el('span', { class: 'cue' }, words) : words);
  if (begins.length) mark.dataset.n = begins.sort((a, b) => a - b).join('·');
  return mark;
}

// repaint draws the highlights anew where they were drawn.
function repaint() {
  for (const chunk of chunks) {
    if (!chunk.painted) continue;
    if (chunk.near) paint(chunk);
    else chunk.painted = false; // when it comes near again
  }
}

// mark shows which statement is selected. Only what changes is touched.
let marked = 0;
function markSelected({ scroll = true, from = '' } = {}) {
  for (const id of new Set([marked, state.selected])) for (const p of paragraphsOf(id)) paintParagraph(p);
  marked = state.selected;
  if (!scroll || from === 'article') return;
  const s = statement();
  const p = s && paragraphsOf(s.id)[0];
  if (!p) return;
  const target = [...p.element.querySelectorAll('mark')].find((m) => m.dataset.ids.split(' ').includes(String(s.id)));
  (target ?? p.element).scrollIntoView({ block: 'center', inline: 'nearest' });
}

// paragraphsOf returns the paragraphs with a statement or its cue, and marks
// their chunks as painted.
function paragraphsOf(id) {
  const s = id && statement(id);
  if (!s) return [];
  const at = (place) => [state.current.offsets.unit(place.start), state.current.offsets.unit(place.end)];
  const places = [at(s.content), ...(s.cue.text ? [at(s.cue)] : [])];
  const out = [];
  for (const chunk of chunks) {
    if (!chunk.element || !places.some(([start, end]) => start <= chunk.end && chunk.start <= end)) continue;
    if (!chunk.painted) paint(chunk);
    out.push(...chunk.paragraphs.filter((p) => places.some(([start, end]) => start < p.end && p.start < end)));
  }
  return out;
}

// click selects the innermost statement at that place, and on a second click the
// one around it.
function click(event) {
  if (!getSelection().isCollapsed) return;
  const mark = event.target.closest('mark'), cue = event.target.closest('.cue');
  if (!mark && cue) select(Number(cue.dataset.cue), { open: true, from: 'article' });
  if (!mark) return;
  const ids = mark.dataset.ids.split(' ').map(Number);
  const i = ids.indexOf(state.selected);
  select(ids[(i + 1) % ids.length], { open: true, from: 'article' });
}

export function start() {
  byId('article-text').addEventListener('click', click);
  on('article', draw);
  on('statements filters', () => { collect(); repaint(); });
  on('selection', markSelected);
}
