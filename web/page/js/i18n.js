// The words of the page in the language that was chosen.
import { ar } from './words-ar.js';
import { en } from './words-en.js';
import { prefs } from './prefs.js';

const words = { ar, en };

// t returns the words for a key, with {names} filled in. Without words the key
// itself is shown, as for the class of a verb from a file of the user's own.
export function t(key, values = {}) {
  const text = words[prefs.lang][key] ?? words.en[key] ?? key.slice(key.indexOf('.') + 1);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

// has reports whether there are words for a key.
export const has = (key) => key in words.en;

// translate puts words into the elements that ask for them.
export function translate(root = document) {
  document.documentElement.lang = prefs.lang;
  document.documentElement.dir = prefs.lang === 'ar' ? 'rtl' : 'ltr';
  for (const e of root.querySelectorAll('[data-t]')) e.textContent = t(e.dataset.t);
  for (const e of root.querySelectorAll('[data-t-label]')) e.setAttribute('aria-label', t(e.dataset.tLabel));
}
