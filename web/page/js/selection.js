// What is selected in the article with mouse or keyboard, in code points.
import { openAdd } from './add-dialog.js';
import { byId } from './dom.js';
import { setExtent } from './edit.js';
import { on, state, statement } from './state.js';

// selected returns the stretch {start, end} that is selected, or null.
export function selected() {
  const selection = getSelection();
  if (!state.current || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!byId('article-text').contains(range.commonAncestorContainer)) return null;
  const { text, offsets } = state.current;
  let start = unitAt(range.startContainer, range.startOffset), end = unitAt(range.endContainer, range.endOffset);
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return start < end ? { start: offsets.point(start), end: offsets.point(end) } : null;
}

// unitAt returns where in the text a place in the document lies.
function unitAt(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  let p = element.closest('p');
  if (!p) { // between paragraphs
    const child = node.childNodes[offset];
    const next = child?.matches?.('p') ? child : child?.querySelector?.('p');
    if (!next) return state.current.text.length;
    return Number(next.dataset.start);
  }
  const before = document.createRange();
  before.setStart(p, 0);
  before.setEnd(node, offset);
  return Number(p.dataset.start) + before.toString().length;
}

// addSelected opens the dialog for a missed statement with what is selected.
export function addSelected() { openAdd(selected()); }

export function extentFromSelection() {
  const s = statement(), content = selected();
  if (!s || !content) return;
  getSelection().removeAllRanges();
  setExtent(s, content);
}

function draw() {
  const has = Boolean(selected());
  byId('selection').hidden = !has;
  byId('selection-extent').disabled = !statement();
}

export function start() {
  let timer;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 60);
  });
  on('article selection', draw);
  byId('selection-add').addEventListener('click', addSelected);
  byId('selection-extent').addEventListener('click', extentFromSelection);
  // A press on a button would otherwise take the selection away first.
  byId('selection').addEventListener('mousedown', (event) => event.preventDefault());
  byId('add').addEventListener('click', addSelected);
}
