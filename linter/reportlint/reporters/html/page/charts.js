// Small pictures. Their figures stand beside them as text, so that nobody depends on colour.

// One bar out of parts: [{state, count, name}].
function stackedBar(parts, label) {
  const total = parts.reduce((sum, part) => sum + part.count, 0) || 1;
  const bar = s("svg", { "class": "stacked", width: "100%", height: "20", role: "img", "aria-label": label });
  let before = 0;
  for (const part of parts) {
    if (!part.count) { continue; }
    bar.appendChild(s("rect", {
      "class": "fill " + part.state, x: 100 * before / total + "%", width: 100 * part.count / total + "%", height: "20",
    }, s("title", {}, part.name)));
    before += part.count;
  }
  return bar;
}

// Give each part its share of all in words; returns how much all of them are.
function withShares(parts, word) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  for (const part of parts) {
    part.percent = (total ? Math.round(100 * part.count / total) : 0) + "%";
    part.name = say(word, { name: part.label, count: part.count, percent: part.percent });
  }
  return total;
}

function legend(parts) {
  return h("ul", { "class": "legend" }, parts.filter((part) => part.count).map((part) => h("li", {}, h("a", { href: part.href },
    h("span", { "class": "dot " + part.state, "aria-hidden": "true" }), h("span", {}, part.label), h("b", {}, part.count.toLocaleString("en")), h("small", {}, part.percent)))));
}

// How much of each level a report has, as long as its share of the largest one.
function miniBar(counts, largest) {
  const bar = s("svg", { "class": "mini", width: "100%", height: "6", "aria-hidden": "true" });
  let before = 0;
  for (const level of LEVELS) {
    const part = counts[level] && Math.max(100 * counts[level] / largest, 1.5); // a single one among thousands must be seen, too
    if (part) { bar.appendChild(s("rect", { "class": "fill " + level, x: before + "%", width: part + "%", height: "6" })); }
    before += part;
  }
  return bar;
}
