// The line that shows how far long work has come, with the button that ends it.
import { byId } from './dom.js';

let running = null;

export class Progress {
  constructor(text) {
    running?.controller.abort();
    running = this;
    this.controller = new AbortController();
    this.signal = this.controller.signal;
    // Short work needs no line, which would only flicker.
    this.timer = setTimeout(() => { byId('progress').hidden = false; }, 250);
    this.step(text);
  }

  // step shows what is being done, as the i-th of n where that is known.
  step(text, i, n) {
    byId('progress-text').textContent = text;
    const bar = byId('progress-bar');
    if (n > 1) {
      bar.max = n;
      bar.value = i;
    } else {
      bar.removeAttribute('value');
    }
  }

  end() {
    clearTimeout(this.timer);
    if (running !== this) return;
    running = null;
    byId('progress').hidden = true;
  }
}

export function cancel() { running?.controller.abort(); }
