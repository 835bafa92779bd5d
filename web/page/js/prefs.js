// Language, colours and keys stand in the address of the page, so that nothing
// is written to disk and a bookmark brings them back.
import { emit } from './state.js';

const params = new URLSearchParams(location.search);
const dark = matchMedia('(prefers-color-scheme: dark)');

export const prefs = {
  lang: ['ar', 'en'].includes(params.get('lang')) ? params.get('lang') : preferredLanguage(),
  theme: ['light', 'dark'].includes(params.get('theme')) ? params.get('theme') : '', // '' follows the system
  keys: params.get('keys') !== 'off',
};

function preferredLanguage() {
  const first = navigator.languages.find((l) => /^(ar|en)\b/i.test(l)) ?? 'ar';
  return first.slice(0, 2).toLowerCase();
}

export function prefer(name, value) {
  prefs[name] = value;
  const url = new URL(location.href);
  for (const [key, v] of [['lang', prefs.lang], ['theme', prefs.theme], ['keys', prefs.keys ? '' : 'off']]) {
    if (v) url.searchParams.set(key, v);
    else url.searchParams.delete(key);
  }
  history.replaceState(null, '', url);
  if (name === 'theme') paint();
  emit(name === 'lang' ? 'language' : name);
}

export function paint() {
  document.documentElement.dataset.theme = prefs.theme || (dark.matches ? 'dark' : 'light');
}

dark.addEventListener('change', paint);
paint();
