// Which statements hold which part of a paragraph. Statements may lie within
// each other; the innermost one gives a part its colour.

// within returns the statements that overlap a stretch, given in units of the text.
export function within(spans, start, end) {
  let i = firstEndingAfter(spans, start);
  const out = [];
  for (; i < spans.length && spans[i].start < end; i++) if (spans[i].end > start) out.push(spans[i]);
  return out;
}

// spansOf returns {start, end, statement} of the statements to be shown, in
// units, with reach: the furthest end so far, for looking up.
export function spansOf(article, shown) {
  let reach = 0;
  return shown
    .map((s) => ({ start: article.offsets.unit(s.content.start), end: article.offsets.unit(s.content.end), statement: s }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((s) => ({ ...s, reach: (reach = Math.max(reach, s.end)) }));
}

function firstEndingAfter(spans, start) {
  let low = 0, high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spans[mid].reach <= start) low = mid + 1;
    else high = mid;
  }
  return low;
}

// parts cuts a stretch at the edges of the spans that overlap it. Each part has
// the statements that hold it, the innermost first, and whether one begins there.
export function parts(spans, cues, start, end) {
  const edges = new Set([start, end]);
  for (const s of [...spans, ...cues]) {
    if (s.start > start && s.start < end) edges.add(s.start);
    if (s.end > start && s.end < end) edges.add(s.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const out = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i], sorted[i + 1]];
    const holds = (s) => s.start <= from && to <= s.end;
    out.push({
      start: from, end: to,
      inside: spans.filter(holds).sort((a, b) => (a.end - a.start) - (b.end - b.start)),
      cue: cues.find(holds),
    });
  }
  return out;
}
