// Lines and columns, which count code points from 1, to offsets in a text of JavaScript, which counts UTF-16 units.
class Places {
  constructor(text) {
    this.text = text;
    this.starts = [0];
    const breaks = /\r\n|\r|\n/g;
    while (breaks.exec(text)) { this.starts.push(breaks.lastIndex); }
    this.wide = /[\ud800-\udbff][\udc00-\udfff]/.test(text);
  }

  get lines() { return this.starts.length; }

  // From the first to behind the last character of a line, its line break left out.
  line(number) {
    const start = this.starts[number - 1];
    let end = number < this.starts.length ? this.starts[number] : this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1])) { end -= 1; }
    return [start, end];
  }

  offset(line, column) {
    let at = this.starts[Math.min(line, this.starts.length) - 1];
    if (!this.wide) { return Math.min(at + column - 1, this.text.length); }
    for (let left = column - 1; left > 0 && at < this.text.length; left -= 1) { at += this.text.codePointAt(at) > 0xffff ? 2 : 1; }
    return at;
  }

  span(at) {
    const start = this.offset(at[0], at[1]);
    return [start, Math.max(start, this.offset(at[2], at[3]))];
  }
}
