// How a text is cut up for showing: paragraphs, and chunks of them that are drawn
// one at a time.

const longest = 6000; // units of a paragraph; longer ones are shown in pieces
const chunkSize = 12000; // units

// cut returns chunks {start, end, paragraphs: [{start, end, continues}]} in UTF-16
// units. A line break belongs to no paragraph.
export function cut(text) {
  const chunks = [];
  let chunk = null;
  const add = (start, end, continues) => {
    if (!chunk || chunk.end - chunk.start > chunkSize) chunks.push(chunk = { start, end, paragraphs: [] });
    chunk.paragraphs.push({ start, end, continues });
    chunk.end = end;
  };
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let from = start;
    while (end - from > longest) {
      const space = text.lastIndexOf(' ', from + longest);
      let to = space > from ? space + 1 : from + longest;
      if (/[\udc00-\udfff]/.test(text[to])) to++; // between the halves of a character
      add(from, to, true);
      from = to;
    }
    add(from, end, false);
    start = end + 1;
  }
  return chunks;
}
