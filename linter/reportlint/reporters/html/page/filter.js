// Where the reader is and what is to be seen there stands in the address behind #, so that going back, and links, work.
//   #/   #/findings?level=error,warning&rule=P001&report=3&q=…   #/report/3   #/report/3/5
function readRoute() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const parts = path.split("/");
  const parameters = new URLSearchParams(query || "");
  const route = { page: "overview", parameters: parameters, report: null, finding: null };
  if (parts[0] === "findings") {
    route.page = "findings";
  } else if (parts[0] === "report" && reports[Number(parts[1]) - 1]) {
    route.page = "report";
    route.report = reports[Number(parts[1]) - 1];
    route.finding = route.report.findings[Number(parts[2]) - 1] || null;
  }
  return route;
}

function address(path, parameters) {
  const query = new URLSearchParams();
  for (const name of Object.keys(parameters || {})) {
    if (parameters[name]) { query.set(name, parameters[name]); }
  }
  const text = query.toString();
  return "#/" + path + (text ? "?" + text : "");
}

function addressOf(finding, parameters) {
  return address("report/" + finding.report.number + "/" + finding.number, parameters);
}

// What of the address narrows findings down.
function readFilter(parameters) {
  const level = parameters.get("level");
  return {
    levels: level === null ? LEVELS.slice() : STATES.filter((state) => level.split(",").indexOf(state) >= 0),
    rule: parameters.get("rule") || "",
    report: Number(parameters.get("report")) || 0,
    q: parameters.get("q") || "",
  };
}

function filterParameters(filter) {
  const usual = filter.levels.join() === LEVELS.join();
  return { level: usual ? "" : filter.levels.join() || "none", rule: filter.rule, report: filter.report || "", q: filter.q };
}

function isNarrowed(filter) {
  return Boolean(filter.levels.join() !== LEVELS.join() || filter.rule || filter.report || filter.q);
}

function terms(q) {
  return q.toLowerCase().split(/\s+/).filter(Boolean);
}

function fits(finding, filter, wanted) {
  return filter.levels.indexOf(finding.state) >= 0 &&
    (!filter.rule || finding.code === filter.rule) &&
    (!filter.report || finding.report.number === filter.report) &&
    wanted.every((term) => haystack(finding).indexOf(term) >= 0);
}

function haystack(finding) {
  if (!finding.haystack) {
    const rule = common.rules[finding.code];
    finding.haystack = [
      finding.code, finding.rule, ...finding.message, finding.excerpt.join(""), ...finding.headings, finding.report.path, ...(rule ? rule.title : []),
    ].join("\n").toLowerCase();
  }
  return finding.haystack;
}

function fitting(filter) {
  const wanted = terms(filter.q);
  const found = [];
  for (const report of filter.report ? [reports[filter.report - 1]] : reports) {
    if (report) { for (const finding of report.findings) { if (fits(finding, filter, wanted)) { found.push(finding); } } }
  }
  return found;
}

// A button for each level, pressed when findings of it are shown.
function levelButtons(counts, filter, change) {
  const group = h("div", { "class": "levels", role: "group", "aria-label": say("severity") });
  for (const state of STATES) {
    if (!counts[state]) { continue; }
    const on = filter.levels.indexOf(state) >= 0;
    const button = h("button", { type: "button", "class": "level " + state, "aria-pressed": String(on), "data-level": state },
      levelName(state), " ", h("b", {}, counts[state]));
    button.addEventListener("click", () => {
      const levels = STATES.filter((other) => (other === state ? !on : filter.levels.indexOf(other) >= 0));
      change(Object.assign({}, filter, { levels: levels }));
    });
    group.appendChild(button);
  }
  return group;
}
