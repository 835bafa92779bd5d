// Telling what happened: in a line that is seen for a while and read aloud.
import { byId } from './dom.js';

let timer;

// hush takes the line away, as when the language changes.
export function hush() { byId('toast').hidden = true; }

export function say(text, bad = false) {
  byId('status').textContent = text;
  const toast = byId('toast');
  toast.textContent = text;
  toast.classList.toggle('bad', bad);
  toast.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { toast.hidden = true; }, bad ? 9000 : 3000);
}
