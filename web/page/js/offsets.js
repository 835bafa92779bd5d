// Places in a text. The API counts code points, JavaScript counts UTF-16 units;
// they differ behind every character outside the basic plane, such as an emoji.

export class Offsets {
  constructor(text) {
    this.wide = []; // code points that take two units
    const rare = /[\u{10000}-\u{10ffff}]/gu;
    for (let m = rare.exec(text); m; m = rare.exec(text)) this.wide.push(m.index - this.wide.length);
    this.length = text.length - this.wide.length;
  }

  // before counts the wide characters that start before code point p.
  before(p) {
    let low = 0, high = this.wide.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.wide[mid] < p) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  unit(point) { return point + this.before(point); }

  point(unit) {
    let low = 0, high = this.wide.length; // the k-th wide character starts at unit wide[k]+k
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.wide[mid] + mid < unit) low = mid + 1;
      else high = mid;
    }
    return unit - low;
  }
}
