// Elements, without markup in strings: what an article holds is always text.

// el makes an element. Keys of props are properties of the element, but for
// class, data (an object) and on (listeners); those with a dash are attributes.
export function el(tag, props = {}, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (key === 'class') e.className = value;
    else if (key === 'data') Object.assign(e.dataset, value);
    else if (key === 'on') for (const [event, f] of Object.entries(value)) e.addEventListener(event, f);
    else if (key.includes('-') || ['role', 'for', 'list', 'colspan', 'lang', 'dir'].includes(key)) e.setAttribute(key, value);
    else e[key] = value;
  }
  e.append(...children.filter((c) => c !== undefined && c !== null && c !== false && c !== ''));
  return e;
}

// joined puts dots between parts. Each keeps its own direction, so that Arabic and
// Latin ones don't change places.
export function joined(parts) {
  return parts.filter(Boolean).flatMap((p, i) => [i ? ' · ' : '', el('bdi', {}, p)]);
}

export const byId = (id) => document.getElementById(id);

// options fills a select with [value, label] pairs and keeps what was chosen.
export function options(select, pairs, value = select.value) {
  select.replaceChildren(...pairs.map(([v, label]) => el('option', { value: v }, label)));
  select.value = pairs.some(([v]) => v === value) ? value : pairs[0]?.[0] ?? '';
}

// pause lets the browser draw and answer keys before long work goes on.
export function pause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
