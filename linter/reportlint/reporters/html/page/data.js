// The data of the run: reports with their findings, and what is common to all. Texts stay unread until they are shown.
const LEVELS = ["error", "warning", "info"];
const STATES = LEVELS.concat("suppressed");
const GROUPS = ["failed", "error", "warning", "info", "clean"];
const reports = [];
let common = null;

function readData() {
  const later = [];
  for (const block of document.querySelectorAll("script[data-block]")) {
    const kind = block.getAttribute("data-block");
    if (kind === "report") {
      reports.push(JSON.parse(block.textContent));
    } else if (kind === "text") {
      reports[reports.length - 1].block = block;
    } else if (kind === "more") {
      later.push(JSON.parse(block.textContent));
    } else {
      common = JSON.parse(block.textContent);
    }
  }
  const byPath = new Map();
  for (const report of reports) { byPath.set(report.path, report); }
  for (const more of later) {
    if (byPath.has(more.path)) { byPath.get(more.path).findings.push(...more.findings); }
  }
  reports.forEach(prepare);
  return common !== null;
}

function prepare(report, index) {
  report.number = index + 1;
  report.findings.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2] || a.at[3] - b.at[3]);
  report.counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  report.findings.forEach((finding, place) => {
    finding.report = report;
    finding.number = place + 1;
    finding.state = finding.suppressed ? "suppressed" : finding.level;
    report.counts[finding.state] += 1;
  });
  report.total = report.counts.error + report.counts.warning + report.counts.info;
  report.group = report.status !== "checked" ? "failed" : LEVELS.find((level) => report.counts[level]) || "clean";
  const slash = report.path.lastIndexOf("/");
  report.folder = report.path.slice(0, slash + 1);
  report.name = report.path.slice(slash + 1) || report.path;
}

function textOf(report) {
  if (report.text === undefined) {
    report.text = report.block ? JSON.parse(report.block.textContent) : null;
    if (report.text) { report.places = new Places(report.text.text); }
  }
  return report.text;
}

function reportAt(path) {
  return reports.find((report) => report.path === path);
}

function ruleTitle(code, name) {
  const rule = common.rules[code];
  return rule ? inLanguage(rule.title) : name;
}

function levelName(state) {
  return state === "suppressed" ? say("suppressed") : inLanguage(common.levels[state]);
}

// Issuer, year and kind, as far as they are known.
function about(report) {
  const kind = common.kinds[report.kind];
  return [report.issuer, report.year && say("year", { year: report.year }), kind ? inLanguage(kind) : report.kind].filter(Boolean);
}
