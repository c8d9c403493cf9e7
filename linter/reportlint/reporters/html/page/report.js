// One report: what is known of it, its text with the marks, and beside it the findings with their explanations.
function buildReport(report) {
  const text = h("div", { "class": "paper" });
  const whole = h("section", { "class": "whole", "aria-label": say("whole") });
  const list = h("ol", { "class": "cards" });
  const after = h("div", { "class": "after" });
  const levels = h("div", { "class": "narrow" });
  const step = h("span", { "class": "step", role: "status" });
  const count = h("h2", {});
  const fold = h("button", { type: "button", "class": "fold", "aria-expanded": "false", "aria-label": say("expand") });
  const panel = h("aside", { "class": "panel", "aria-label": say("list") },
    h("div", { "class": "panel-head" }, count, step,
      stepButton("previous", -1, "k"), stepButton("next", 1, "j"), fold),
    levels, list, after);
  const node = h("div", { "class": "report" }, reportHead(report), h("div", { "class": "columns" }, h("div", { "class": "reading" }, whole, text), panel));
  const view = { node: node, report: report, shown: [], selected: null, parameters: {}, move: move };
  let drawn = null;

  function stepButton(name, by, key) {
    const button = h("button", { type: "button", "class": "step-button", "aria-keyshortcuts": key, title: say(name) + " (" + key + ")", "aria-label": say(name) }, by < 0 ? "‹" : "›");
    button.addEventListener("click", () => move(by));
    return button;
  }

  function move(by) {
    const at = view.selected ? view.shown.indexOf(view.selected) : by < 0 ? 0 : -1;
    const finding = view.shown[(at + by + view.shown.length) % view.shown.length];
    if (finding) { go(addressOf(finding, view.parameters), "step"); }
  }

  fold.addEventListener("click", () => {
    const open = panel.classList.toggle("open");
    fold.setAttribute("aria-expanded", String(open));
  });
  node.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-number], a.card-head");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    go(link.getAttribute("href"), link.classList.contains("card-head") ? "card" : "mark");
  });

  function draw(filter) {
    const wanted = terms(filter.q);
    view.shown = report.findings.filter((finding) => fits(finding, filter, wanted));
    view.parameters = filterParameters(filter);
    empty(text).appendChild(buildText(report, view.shown, view.parameters));
    const about = view.shown.filter((finding) => !textOf(report) || !isPlaced(finding, report.places.span(finding.at)));
    empty(whole);
    whole.hidden = !about.length;
    if (about.length) { add(whole, [h("h2", {}, say("whole")), h("ul", {}, about.map((finding) => wholeLine(finding, view.parameters)))]); }
    empty(list);
    view.cards = grow(list, view.shown, (finding) => card(finding, view.parameters));
    empty(after).appendChild(view.cards.button);
    count.textContent = say(view.shown.length === 1 ? "list-count-one" : "list-count", { count: view.shown.length });
    fold.hidden = !view.shown.length;
    panel.classList.toggle("nothing-found", !report.findings.length);
    empty(levels);
    if (report.findings.length) {
      levels.appendChild(levelButtons(report.counts, filter, (changed) => replaceAddress(address("report/" + report.number, filterParameters(changed)))));
      if (filter.rule || filter.q) {
        const all = h("button", { type: "button", "class": "clear" }, [filter.rule, filter.q].filter(Boolean).join(" · "), " ✕");
        all.setAttribute("aria-label", say("clear"));
        all.addEventListener("click", () => replaceAddress(address("report/" + report.number)));
        levels.appendChild(all);
      }
    }
    if (!report.findings.length) { list.appendChild(h("li", { "class": "nothing" }, say("no-findings"))); }
  }

  view.update = (route, from) => {
    const filter = readFilter(route.parameters);
    if (route.finding && filter.levels.indexOf(route.finding.state) < 0) { filter.levels = STATES.filter((state) => filter.levels.indexOf(state) >= 0 || state === route.finding.state); }
    const key = JSON.stringify(filterParameters(filter));
    if (key !== drawn) { draw(filter); drawn = key; }
    select(view, route.finding, from);
    step.textContent = view.selected ? say("step", { number: view.shown.indexOf(view.selected) + 1, count: view.shown.length }) : "";
  };
  return view;
}

function reportHead(report) {
  const beside = (by, name, key) => {
    const other = reports[report.number - 1 + by];
    return other && h("a", { "class": "beside", href: address("report/" + other.number), title: other.path + " (" + key + ")", "aria-keyshortcuts": key }, say(name));
  };
  const kind = common.kinds[report.kind];
  const facts = [
    ["kind", kind ? inLanguage(kind) : report.kind], ["facts-year", report.year], ["issuer", report.issuer], ["issued", report.issued], ["encoding", report.encoding],
  ];
  return h("div", { "class": "report-head" },
    h("div", { "class": "ways" }, h("a", { "class": "back", href: "#/" }, "‹ ", say("back")), beside(-1, "previous-report", "p"), beside(1, "next-report", "n")),
    h("h1", { tabindex: "-1" }, report.folder && h("small", {}, report.folder), report.name),
    report.group === "failed" && h("p", { "class": "failed-note" }, h("b", {}, say(report.block ? "not-all-checked" : "not-checked")), " ", whyFailed(report)),
    h("dl", { "class": "facts" }, facts.filter((fact) => fact[1] || report.block && fact[0] !== "issued" && fact[0] !== "encoding").map((fact) =>
      h("div", {}, h("dt", {}, say(fact[0])), h("dd", { "class": fact[1] ? null : "unknown" }, fact[1] || say("unknown"))))));
}

function wholeLine(finding, parameters) {
  return h("li", {}, h("a", { "class": "mark-whole " + finding.state, href: addressOf(finding, parameters), "data-number": finding.number, "data-numbers": finding.number },
    h("sup", { "class": "number " + finding.state, "aria-hidden": "true" }, finding.number), badge(finding), " ", h("span", {}, inLanguage(finding.message))),
    finding.related && h("ul", { "class": "see-list" }, finding.related.map((there) => h("li", {}, relatedLink(finding, there)))));
}

function card(finding, parameters) {
  return h("li", { "class": "card " + finding.state, id: "card-" + finding.number, "data-card": finding.number },
    h("a", { "class": "card-head", href: addressOf(finding, parameters), "aria-expanded": "false" },
      h("span", { "class": "card-number", "aria-hidden": "true" }, finding.number), badge(finding),
      h("span", { "class": "card-rule" }, h("code", {}, finding.code), " ", ruleTitle(finding.code, finding.rule)),
      h("span", { "class": "card-message" }, inLanguage(finding.message))));
}

function detailsOf(finding) {
  const rule = common.rules[finding.code];
  const entries = [];
  const entry = (name, ...value) => entries.push(h("div", { "class": "entry " + name }, h("dt", {}, say(name)), h("dd", {}, value)));
  if (finding.suppressed) {
    entry("why-suppressed", finding.suppressed.reason || say("by-" + finding.suppressed.by), finding.suppressed.reason ? h("small", {}, " " + say("by-" + finding.suppressed.by)) : null);
  }
  if (finding.fix) { entry(finding.fix.safe ? "fix" : "fix-check", inLanguage(finding.fix.title), editsOf(finding)); }
  if (rule) { entry("help", inLanguage(rule.help)); }
  if (finding.related) { entry("see", h("ul", {}, finding.related.map((there) => h("li", {}, relatedLink(finding, there))))); }
  const beside = besides(finding);
  if (beside.length) {
    entry("also", h("ul", {}, beside.map((other) => h("li", {}, h("a", { href: addressOf(other), "data-number": other.number, "data-numbers": "" }, other.number, " ", ruleTitle(other.code, other.rule))))));
  }
  const placed = finding.headings.length || !textOf(finding.report) || isPlaced(finding, finding.report.places.span(finding.at));
  if (placed && finding.report.block) { entry("in", where(finding)); }
  if (rule) { entry("clause", inLanguage(rule.clause)); }
  return h("div", { "class": "details" }, finding.sure === "low" && h("p", { "class": "unsure" }, say("unsure")), h("dl", {}, entries),
    h("p", { "class": "rule-name" }, h("code", {}, finding.code + " " + finding.rule)));
}

const EDITS_SHOWN = 4;

function editsOf(finding) {
  const text = textOf(finding.report);
  if (!text) { return null; }
  const lines = finding.fix.edits.slice(0, EDITS_SHOWN).map(([at, after]) => {
    const [start, end] = finding.report.places.span(at);
    const old = text.text.slice(start, end);
    const shorten = (words) => (words.length > 60 ? words.slice(0, 40) + "…" + words.slice(-10) : words);
    return h("p", { "class": "edit" }, text.text.slice(Math.max(0, start - 6), start).replace(/^[\s\S]*\n/, ""), old && h("del", {}, shorten(old)), after && h("ins", {}, shorten(after)),
      text.text.slice(end, end + 6).replace(/[\r\n][\s\S]*$/, ""));
  });
  return lines.concat(finding.fix.edits.length > EDITS_SHOWN ? h("p", { "class": "edit" }, "…") : []);
}

function relatedLink(finding, there) {
  const other = there.path ? reportAt(there.path) : finding.report;
  const place = there.path ? say("place-in", { path: there.path, line: there.at[0] }) : say("place", { line: there.at[0], column: there.at[1] });
  const link = h("a", { "class": "see", href: other ? address("report/" + other.number) : null }, there.text || place);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (there.path && other) {
      go(address("report/" + other.number), "related");
      lightUp(other, there.at);
    } else {
      lightUp(finding.report, there.at);
    }
  });
  return [link, " ", h("small", {}, inLanguage(there.note) + (language === "zh" ? "，" : ", ") + place)];
}

// Other findings of the same characters.
function besides(finding) {
  const [line, column, endLine, endColumn] = finding.at;
  const before = (a, b, c, d) => a < c || a === c && b < d;
  if (line === endLine && column === endColumn) { return []; }
  return finding.report.findings.filter((other) => other !== finding &&
    before(line, column, other.at[2], other.at[3]) && before(other.at[0], other.at[1], endLine, endColumn)).slice(0, 8);
}

function select(view, finding, from) {
  const node = view.node;
  for (const lit of Array.from(node.querySelectorAll(".on"))) { lit.classList.remove("on"); }
  for (const head of Array.from(node.querySelectorAll(".card-head[aria-expanded=true]"))) {
    head.setAttribute("aria-expanded", "false");
    const details = head.parentNode.querySelector(".details");
    if (details) { details.remove(); }
  }
  view.selected = finding;
  node.classList.toggle("selecting", Boolean(finding));
  if (!finding) { return; }
  const marks = Array.from(node.querySelectorAll("[data-numbers~='" + finding.number + "']"));
  for (const mark of marks) { mark.classList.add("on"); }
  for (const there of Array.from(node.querySelectorAll("[data-related~='" + finding.number + "']"))) { there.classList.add("on"); }
  view.cards.until(view.shown.indexOf(finding) + 1);
  const card = node.querySelector("[data-card='" + finding.number + "']");
  if (!card) { return; }
  card.classList.add("on");
  const head = card.querySelector(".card-head");
  head.setAttribute("aria-expanded", "true");
  card.appendChild(detailsOf(finding));
  const mark = marks.find((one) => Number(one.getAttribute("data-number")) === finding.number) || marks[0];
  show(card, view.node.querySelector(".panel"));
  if (mark && from !== "mark") { show(mark, null); }
  const focused = from === "card" ? mark : from ? head : null;
  if (focused) { focused.focus({ preventScroll: true }); }
}

// Bring `node` into sight, in the middle, if it is not there: within `box` where that scrolls by itself, else in the window.
function show(node, box) {
  const own = box && box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY);
  const rectangle = node.getBoundingClientRect();
  if (own) {
    const outer = box.getBoundingClientRect();
    const head = box.querySelector(".panel-head").offsetHeight;
    if (rectangle.top < outer.top + head || rectangle.bottom > outer.bottom) { box.scrollTop += rectangle.top - outer.top - head - 12; }
  } else if (!box || getComputedStyle(box).position !== "fixed") {
    const bottom = window.innerHeight * (window.innerWidth < 900 ? 0.45 : 0.8);
    if (rectangle.top < 90 || rectangle.top > bottom) { window.scrollBy(0, rectangle.top - Math.min(window.innerHeight * 0.33, 260)); }
  }
}

// Show a place that is no finding of its own.
function lightUp(report, at) {
  const line = Array.from(document.querySelectorAll(".paper [data-line]")).reverse().find((node) => Number(node.getAttribute("data-line")) <= at[0]);
  if (!line) { return; }
  for (const lit of Array.from(document.querySelectorAll(".lit"))) { lit.classList.remove("lit"); }
  line.classList.add("lit");
  line.setAttribute("tabindex", "-1");
  show(line, null);
  line.focus({ preventScroll: true });
}
