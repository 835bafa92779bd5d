// A quote as text, with who said it and where it stands.
import { el } from './dom.js';
import { t } from './i18n.js';
import { state, statement } from './state.js';
import { say } from './say.js';

export function citation(article, s) {
  const d = article.document;
  const words = s.type === 'direct' ? `«${s.content.text}»` : s.content.text;
  const who = [s.speaker.name, s.speaker.role].filter(Boolean).join('، ');
  const source = [d.title || d.id, d.outlet, d.date].filter(Boolean).join(' · ');
  return [
    words,
    `— ${who}${s.via ? ` (${t('copy.via', { via: s.via })})` : ''}${s.type === 'direct' ? '' : ` [${t('type.' + s.type)}]`}`,
    source, d.url,
    t('place.text', { paragraph: article.paragraph(s.content.start), start: s.content.start, end: s.content.end }),
  ].filter(Boolean).join('\n');
}

export async function copy(s = statement()) {
  if (!s) return;
  const text = citation(state.current, s);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyTheOldWay(text)) {
      say(t('copy.failed'), true);
      return;
    }
  }
  say(t('copy.done'));
}

// copyTheOldWay is for addresses without TLS, where there is no clipboard object.
function copyTheOldWay(text) {
  const focused = document.activeElement;
  const area = el('textarea', { value: text, class: 'visually-hidden', 'aria-hidden': 'true' });
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  return done;
}
