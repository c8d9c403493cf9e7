// Pages by address, the bar at the top, the keyboard.
const content = document.getElementById("content");
const pages = {}; // the last one of each kind stays, so that going back finds it as it was
let current = null;
let from = null; // what led to the new address: "mark", "card", "step", "related", or nothing
let timer = 0;

function soon(act) {
  return () => { clearTimeout(timer); timer = setTimeout(act, 160); };
}

function go(to, reason) {
  from = reason;
  if (location.hash === to) { visit(); } else { location.hash = to; visit(); }
}

function replaceAddress(to) {
  from = null;
  if (location.hash !== to) { location.replace(to); visit(); }
}

let visited = null;

function visit() {
  if (visited === location.hash && !from) { return; }
  visited = location.hash;
  const reason = from;
  from = null;
  const route = readRoute();
  const key = route.page + (route.report ? route.report.number : "");
  const page = pages[route.page] && pages[route.page].key === key ? pages[route.page] : make(route, key);
  const arriving = page !== current;
  if (arriving) {
    if (current) { current.scroll = window.scrollY; }
    empty(content).appendChild(page.view.node);
  }
  const before = current;
  current = page;
  if (page.query !== location.hash) { page.view.update(route, reason); page.query = location.hash; }
  else if (reason) { page.view.update(route, reason); }
  showWhere(route);
  if (arriving) {
    if (!route.finding) { window.scrollTo(0, page.scroll || 0); }
    const title = content.querySelector("h1");
    if (before && title && !route.finding) { title.focus({ preventScroll: true }); }
  }
}

function make(route, key) {
  const view = route.page === "overview" ? buildOverview() : route.page === "findings" ? buildFindings() : buildReport(route.report);
  pages[route.page] = { key: key, view: view, scroll: 0, query: null };
  return pages[route.page];
}

function showWhere(route) {
  const link = document.getElementById("current");
  if (route.report) {
    link.hidden = false;
    link.href = address("report/" + route.report.number);
  }
  for (const item of document.querySelectorAll("[data-page]")) {
    if (item.getAttribute("data-page") === route.page) { item.setAttribute("aria-current", "page"); } else { item.removeAttribute("aria-current"); }
  }
  document.title = (route.report ? route.report.name : say(route.page)) + " · " + say("title");
}

function redraw() {
  for (const name of Object.keys(pages)) { delete pages[name]; }
  const scroll = window.scrollY;
  visited = null;
  current = null;
  visit();
  window.scrollTo(0, scroll);
}

function chooseLanguage(chosen) {
  useLanguage(chosen);
  const other = document.getElementById("language");
  other.textContent = chosen === "zh" ? "English" : "中文";
  other.lang = chosen === "zh" ? "en" : "zh-CN";
  nameTheme();
  const keys = empty(document.getElementById("help-keys"));
  for (const [names, word] of KEYS) {
    add(keys, [h("dt", {}, names.map((name, index) => [index ? " " : null, h("kbd", {}, name)])), h("dd", {}, say(word))]);
  }
}

const KEYS = [
  [["j", "k"], "key-next"], [["m"], "key-switch"], [["n", "p"], "key-report"], [["/"], "key-search"], [["o", "f"], "key-pages"], [["l", "d"], "key-look"], [["Esc"], "key-escape"], [["?"], "key-help"],
];

function nameTheme() {
  const button = document.getElementById("theme");
  const mode = say("theme-" + root.getAttribute("data-choice"));
  button.querySelector("span").textContent = mode;
  button.setAttribute("aria-label", say("theme", { mode: mode }));
  button.title = say("theme", { mode: mode });
}

function otherTheme() {
  const choices = ["auto", "light", "dark"];
  const choice = choices[(choices.indexOf(root.getAttribute("data-choice")) + 1) % 3];
  root.setAttribute("data-choice", choice);
  settings.remember("theme", choice);
  settings.showTheme();
  nameTheme();
}

function otherLanguage() {
  chooseLanguage(language === "zh" ? "en" : "zh");
  settings.remember("language", language);
  redraw();
}

function showKeys() {
  const help = document.getElementById("help");
  if (help.showModal) { if (!help.open) { help.showModal(); } } else { help.setAttribute("open", ""); }
}

// Between a mark and its card.
function switchSide() {
  const view = current.view;
  if (!view.selected) { return; }
  const inList = view.node.querySelector(".panel").contains(document.activeElement);
  select(view, view.selected, inList ? "card" : "mark");
}

const ACTIONS = {
  "?": showKeys,
  "/": () => { const search = document.getElementById("search"); if (search) { search.focus(); search.select(); } else { go("#/findings", null); document.getElementById("search").focus(); } },
  o: () => go("#/", null),
  f: () => go("#/findings", null),
  l: otherLanguage,
  d: otherTheme,
  m: () => { if (current.view.report) { switchSide(); } },
  j: () => step(1),
  k: () => step(-1),
  n: () => neighbour(1),
  p: () => neighbour(-1),
  Escape: () => { if (current.view.selected) { go(address("report/" + current.view.report.number, current.view.parameters), null); } },
};

// In a report from finding to finding, in a list from row to row.
function step(by) {
  if (current.view.move) { current.view.move(by); return; }
  const rows = Array.from(content.querySelectorAll(".all-findings .finding, .reports .row > a"));
  const at = rows.indexOf(document.activeElement);
  const row = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
  if (row) { row.focus(); }
}

function neighbour(by) {
  const report = current.view.report;
  const other = report && reports[report.number - 1 + by];
  if (other) { go(address("report/" + other.number), null); }
}

function onKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.getElementById("help").open) { return; }
  if (typing) {
    if (event.key === "Escape") { event.target.blur(); }
    return;
  }
  const act = ACTIONS.hasOwnProperty(event.key) ? ACTIONS[event.key] : null;
  if (act) { event.preventDefault(); act(); }
}

function start() {
  if (!readData()) {
    empty(content).appendChild(h("p", { "class": "wait", role: "alert" }, "本页的数据不完整，可能没有下载完：请重新取得这个文件。 ",
      "The data of this page is incomplete, as after a broken download: get the file again."));
    return;
  }
  words = common.words;
  chooseLanguage(settings.remembered("language", ["zh", "en"]) || common.language);
  document.getElementById("count").textContent = reports.reduce((sum, report) => sum + report.total, 0);
  document.getElementById("language").addEventListener("click", otherLanguage);
  document.getElementById("theme").addEventListener("click", otherTheme);
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("keys").addEventListener("click", showKeys);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", visit);
  window.addEventListener("beforeprint", () => {
    for (const one of Array.from(document.querySelectorAll(".card"))) {
      const finding = current.view.report.findings[Number(one.getAttribute("data-card")) - 1];
      if (!one.querySelector(".details")) { one.appendChild(detailsOf(finding)).classList.add("for-print"); }
    }
  });
  window.addEventListener("afterprint", () => { for (const details of Array.from(document.querySelectorAll(".for-print"))) { details.remove(); } });
  visit();
  root.setAttribute("data-ready", "");
}

start();
