// The text of a report as it stands in the file, with the findings marked in place.
const WHOLE_LINES = 2000;

// The findings that have a place in the text; the others are about the whole of it.
function isPlaced(finding, span) {
  return span[1] > span[0] || span[0] > 0;
}

// A range is a stretch of the text that is marked, or lit up when the finding is selected: {start, end, finding, related}.
function rangesOf(report, findings) {
  const ranges = [];
  for (const finding of findings) {
    const [start, end] = report.places.span(finding.at);
    if (isPlaced(finding, [start, end])) { ranges.push({ start: start, end: end, finding: finding, related: false }); }
    for (const there of finding.related || []) {
      if (there.path) { continue; }
      const [from, to] = report.places.span(there.at);
      if (to > from) { ranges.push({ start: from, end: to, finding: finding, related: true }); }
    }
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

function buildText(report, findings, parameters) {
  const text = textOf(report);
  if (!text) { return h("div", { "class": "text" }, h("p", { "class": "nothing" }, say("no-text"))); }
  const ranges = rangesOf(report, findings);
  const paragraphs = paragraphsOf(text, report.places, ranges);
  const cuts = new Set();
  for (const range of ranges) { cuts.add(range.start).add(range.end); }
  for (const paragraph of paragraphs) { if (paragraph.title) { cuts.add(paragraph.title); } }
  const pen = { text: text.text, places: report.places, ranges: ranges, cuts: Array.from(cuts).sort((a, b) => a - b), cut: 0, next: 0, active: [], parameters: parameters, seen: new Set() };
  const node = h("div", { "class": "text" + (paragraphs.length > WHOLE_LINES ? " long" : ""), lang: "zh-CN" });
  let chunk = node;
  paragraphs.forEach((paragraph, index) => {
    if (paragraphs.length > WHOLE_LINES && index % 100 === 0) { chunk = node.appendChild(h("div", { "class": "chunk" })); }
    chunk.appendChild(drawParagraph(pen, paragraph));
  });
  return node;
}

// Lines put together as the linter read them: {kind, level, first, last, title}; lines that are in no block stand alone.
function paragraphsOf(text, places, ranges) {
  const paragraphs = [];
  const own = new Set(); // lines of which a finding is about nothing else
  for (const range of ranges) { if (!range.related && range.finding.at[0] === range.finding.at[2]) { own.add(range.finding.at[0]); } }
  let line = 1;
  function alone(until) {
    for (; line < until; line += 1) {
      const [start, end] = places.line(line);
      if (own.has(line) || text.text.slice(start, end).trim()) {
        paragraphs.push({ kind: "aside", level: 0, first: line, last: line, title: 0 });
      }
    }
  }
  for (const [kind, first, last, level, titleLine, titleColumn] of text.lines) {
    alone(first);
    if (last < line) { continue; }
    const end = places.line(last)[1];
    const title = titleLine ? places.offset(titleLine, titleColumn) : 0;
    paragraphs.push({ kind: kind, level: level, first: Math.max(first, line), last: last, title: title && end - title > 1 ? title : 0 });
    line = last + 1;
  }
  alone(places.lines + 1);
  return paragraphs;
}

function drawParagraph(pen, paragraph) {
  const runIn = paragraph.kind === "heading" && paragraph.title;
  const heading = paragraph.kind === "heading" && !runIn;
  const node = h("p", {
    "class": "line " + (runIn ? "run-in" : paragraph.kind) + (paragraph.level ? " level-" + paragraph.level : ""), "data-line": paragraph.first,
    role: heading || paragraph.kind === "title" ? "heading" : null, "aria-level": heading ? Math.max(2, Math.min(1 + paragraph.level, 6)) : paragraph.kind === "title" ? 2 : null,
  });
  for (let line = paragraph.first; line <= paragraph.last; line += 1) {
    const [start, end] = pen.places.line(line);
    if (line > paragraph.first && /[A-Za-z0-9,.]$/.test(node.textContent) && /[A-Za-z0-9]/.test(pen.text[start] || "")) { add(node, [" "]); }
    drawLine(pen, node, start, end, paragraph.title);
  }
  return node;
}

function drawLine(pen, node, start, end, title) {
  let at = start;
  let plain = start + /^[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/.exec(pen.text.slice(start, Math.min(end, start + 200)))[0].length; // the indent is ours to draw
  for (;;) {
    while (pen.cut < pen.cuts.length && pen.cuts[pen.cut] < at) { pen.cut += 1; }
    while (pen.next < pen.ranges.length && pen.ranges[pen.next].start <= at) { pen.active.push(pen.ranges[pen.next]); pen.next += 1; }
    const carets = pen.active.filter((range) => range.end === range.start);
    pen.active = pen.active.filter((range) => range.end > at);
    for (const caret of carets) { node.appendChild(drawCaret(pen, caret)); }
    if (at >= end) { return; }
    let stop = end;
    let cut = pen.cut;
    while (cut < pen.cuts.length && pen.cuts[cut] <= at) { cut += 1; }
    if (cut < pen.cuts.length) { stop = Math.min(end, pen.cuts[cut]); }
    const from = pen.active.length ? at : Math.max(at, Math.min(plain, stop));
    if (stop > from) { drawPart(pen, node, from, stop, title && from < title); }
    at = stop;
  }
}

function drawPart(pen, node, start, end, strong) {
  const marks = pen.active.filter((range) => !range.related);
  const lit = pen.active.filter((range) => range.related);
  let target = node;
  if (strong) { target = target.appendChild(h("b", {})); }
  if (lit.length) { target = target.appendChild(h("span", { "class": "related", "data-related": numbers(lit) })); }
  if (!marks.length) {
    addText(target, pen.text.slice(start, end));
    return;
  }
  target.appendChild(drawMark(pen, marks, pen.text.slice(start, end)));
  for (const range of marks) { if (range.end === end) { target.appendChild(h("sup", { "class": "number " + range.finding.state, "aria-hidden": "true" }, range.finding.number)); } }
}

// Where findings overlap the link leads to the shortest; the look is that of the gravest.
function drawMark(pen, marks, text) {
  const inner = marks.reduce((best, range) => (range.end - range.start < best.end - best.start ? range : best)).finding;
  const state = STATES.find((name) => marks.some((range) => range.finding.state === name));
  const first = !pen.seen.has(inner.number);
  pen.seen.add(inner.number);
  return h("a", {
    "class": "mark " + state + (marks.length > 1 ? " several" : "") + (text.trim() ? "" : " no-ink"), href: addressOf(inner, pen.parameters),
    "data-number": inner.number, "data-numbers": numbers(marks), tabindex: first ? null : "-1", "aria-describedby": "card-" + inner.number,
    title: inLanguage(inner.message),
  }, text);
}

function drawCaret(pen, range) {
  const finding = range.finding;
  pen.seen.add(finding.number);
  return h("a", {
    "class": "mark caret " + finding.state, href: addressOf(finding, pen.parameters), "data-number": finding.number, "data-numbers": finding.number,
    "aria-label": inLanguage(finding.message), title: inLanguage(finding.message),
  }, h("sup", { "class": "number " + finding.state }, finding.number));
}

function numbers(ranges) {
  return ranges.map((range) => range.finding.number).join(" ");
}
