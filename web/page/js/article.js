// An article on the desk: what was found in it, what a person changed, and the
// statements that result.
import { apply } from './corrections.js';
import { Offsets } from './offsets.js';

const colours = 8;

export class Article {
  constructor(found, { key = newKey(), corrections = [], etag = null } = {}) {
    this.key = key;
    this.document = found.document;
    this.found = found;
    this.corrections = corrections;
    this.undone = [];
    this.etag = etag;
    this.offsets = new Offsets(found.document.text);
    this.reasons = new Map((found.reasons ?? []).map((r) => [r.id, r]));
    this.colour = new Map();
    this.update();
  }

  get text() { return this.document.text; }

  get name() { return this.document.title || firstLine(this.text) || this.document.id; }

  // update makes the statements anew after a change of corrections.
  update() {
    this.statements = apply(this);
    this.entities = this.found.entities.slice();
    const known = new Set(this.entities.map((e) => e.id));
    for (const s of this.statements) {
      if (!known.has(s.speaker.id)) {
        known.add(s.speaker.id);
        this.entities.push({ ...s.speaker, aliases: [], quoted: true });
      }
      if (!this.colour.has(s.speaker.id)) this.colour.set(s.speaker.id, this.colour.size % colours);
    }
  }

  colourOf(statement) { return 'speaker-' + (this.colour.get(statement.speaker.id) ?? 0); }

  // slice returns the words between two code points.
  slice(start, end) { return this.text.slice(this.offsets.unit(start), this.offsets.unit(end)); }

  // paragraph counts the lines with words up to a code point, from 1.
  paragraph(point) {
    const before = this.text.slice(0, this.offsets.unit(point));
    return Math.max(1, before.split('\n').filter((line, i, all) => line.trim() || i === all.length - 1).length);
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID needs TLS or localhost
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

function firstLine(text) {
  const line = text.slice(0, 2000).split('\n').find((l) => l.trim()) ?? '';
  return line.trim().slice(0, 90);
}
