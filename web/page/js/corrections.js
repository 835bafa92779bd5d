// What a person changes. Corrections are kept in order and applied to what was
// found, so that undoing is taking the last one off.

// apply returns the statements of an article in text order: records of the API
// with hand (what was changed), rejected, and added.
export function apply(article) {
  const list = article.found.statements.map((r) => ({ ...r, hand: [], rejected: false, added: false }));
  const byNumber = new Map(list.map((s) => [s.id, s]));
  for (const c of article.corrections) {
    if (c.op === 'add') {
      const s = added(article, c);
      list.push(s);
      byNumber.set(s.id, s);
      continue;
    }
    const s = byNumber.get(c.statement);
    if (!s) continue;
    changes[c.op](s, c, article);
    if (!s.hand.includes(c.op)) s.hand.push(c.op);
    if (c.op === 'restore') s.hand = s.hand.filter((op) => op !== 'reject' && op !== 'restore');
  }
  for (const s of list) if (s.hand.some((op) => op !== 'reject')) s.confidence = 1;
  return list.sort((a, b) => a.content.start - b.content.start || a.id - b.id);
}

const changes = {
  speaker(s, c) { s.speaker = { ...s.speaker, ...c.speaker }; },
  type(s, c, article) {
    s.type = c.type;
    s.quotes = c.type === 'indirect' ? [] : marked(article, s.content, c.type);
  },
  extent(s, c, article) {
    s.content = span(article, c.content);
    s.quotes = marked(article, s.content, s.type);
  },
  reject(s) { s.rejected = true; },
  restore(s) { s.rejected = false; },
  confirm() {},
};

const none = { text: '', start: 0, end: 0 };

function added(article, c) {
  const content = span(article, c.content);
  const cue = c.cue ? span(article, c.cue) : none;
  return {
    doc: article.document.id, id: c.statement, type: c.type, content, quotes: marked(article, content, c.type),
    cue: { ...cue, lemma: '', class: '' }, speaker: { ...c.speaker, mention: none, how: 'name' },
    via: '', confidence: 1, rules: [], hand: ['add'], rejected: false, added: true,
  };
}

function span(article, { start, end }) { return { text: article.slice(start, end), start, end }; }

// marked returns the words between quotation marks in a stretch of the article
// that are no names. A direct statement without any is all quotation where it lies within marks.
function marked(article, content, type) {
  const marks = article.found.statements.flatMap((s) => s.quotes).concat(article.found.left_out.filter((l) => l.why !== 'name'));
  const unique = [...new Map(marks.map((m) => [m.start + ' ' + m.end, m])).values()];
  const inside = unique.filter((m) => content.start <= m.start && m.end <= content.end).map(({ text, start, end }) => ({ text, start, end }));
  if (inside.length === 0 && type === 'direct' && unique.some((m) => m.start <= content.start && content.end <= m.end)) return [{ ...content }];
  return inside.sort((a, b) => a.start - b.start);
}

// record is a statement in the form of the API. What a person did stands
// among its rules.
export function record(s) {
  const { hand, rejected, added, ...r } = s;
  return { ...r, rules: [...(r.rules ?? []), ...hand.map((op) => 'hand.' + op)] };
}

// nextNumber is that of a statement to be added.
export function nextNumber(article) {
  const numbers = [...article.found.statements.map((s) => s.id), ...article.corrections.map((c) => c.statement)];
  return numbers.reduce((a, b) => Math.max(a, b), 0) + 1;
}
