// All findings of the run, narrowed down by level, rule, report and words.
function buildFindings() {
  const list = h("ul", { "class": "all-findings", id: "all-findings" });
  const shown = h("p", { "class": "shown", role: "status" });
  const after = h("div", {});
  const levels = h("div", {});
  const search = h("input", { type: "search", id: "search", placeholder: say("search-findings"), "aria-label": say("search-findings"), autocomplete: "off" });
  const codes = new Map();
  const counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const report of reports) {
    for (const finding of report.findings) {
      codes.set(finding.code, (codes.get(finding.code) || 0) + 1);
      counts[finding.state] += 1;
    }
  }
  const name = (code) => code + " " + ruleTitle(code, "") + " (" + codes.get(code) + ")";
  const rule = choice("rule", [["", say("every-rule")]].concat(Array.from(codes.keys()).sort().map((code) => [code, name(code)])));
  const report = choice("report", [["", say("every-report")]].concat(
    reports.filter((one) => one.findings.length).map((one) => [one.number, one.path + " (" + one.findings.length + ")"])));
  const clear = h("button", { type: "button", "class": "clear" }, say("clear"));
  let filter = null;

  function change(wanted) { replaceAddress(address("findings", filterParameters(wanted))); }
  search.addEventListener("input", soon(() => change(Object.assign({}, filter, { q: search.value.trim() }))));
  rule.addEventListener("change", () => change(Object.assign({}, filter, { rule: rule.value })));
  report.addEventListener("change", () => change(Object.assign({}, filter, { report: Number(report.value) })));
  clear.addEventListener("click", () => { change(readFilter(new URLSearchParams())); search.focus(); });

  const node = h("div", { "class": "findings" }, h("div", { "class": "list-head" }, h("h1", { tabindex: "-1" }, say("findings")), shown),
    h("div", { "class": "controls sticky" }, levels, search, labelled("rule", rule), labelled("report", report), clear), list, after);
  return {
    node: node,
    update(route) {
      filter = readFilter(route.parameters);
      setValue(search, filter.q);
      rule.value = filter.rule;
      report.value = filter.report || "";
      clear.hidden = !isNarrowed(filter);
      const focused = levels.contains(document.activeElement) ? document.activeElement.getAttribute("data-level") : null;
      empty(levels).appendChild(levelButtons(counts, filter, change));
      if (focused) { levels.querySelector("[data-level=" + focused + "]").focus(); }
      const found = fitting(filter);
      const all = LEVELS.reduce((sum, level) => sum + counts[level], filter.levels.indexOf("suppressed") >= 0 ? counts.suppressed : 0);
      shown.textContent = say("shown-findings", { shown: found.length, all: all });
      empty(list);
      empty(after);
      if (found.length) {
        let before = null;
        after.appendChild(grow(list, found, (finding) => {
          const row = findingRow(finding, finding.report !== before);
          before = finding.report;
          return row;
        }).button);
      } else {
        after.appendChild(h("p", { "class": "nothing" }, say(isNarrowed(filter) ? "none-findings" : "no-findings")));
      }
    },
  };
}

function findingRow(finding, first) {
  const report = finding.report;
  return h("li", {},
    first && h("a", { "class": "of-report", href: address("report/" + report.number) }, report.folder && h("small", {}, report.folder), h("b", {}, report.name),
      h("span", {}, about(report).join(" · "))),
    h("a", { "class": "finding " + finding.state, href: addressOf(finding) },
      badge(finding), h("code", {}, finding.code),
      h("span", { "class": "said" }, h("span", { "class": "message" }, inLanguage(finding.message)), h("span", { "class": "where" }, where(finding))),
      excerpt(finding)));
}

function badge(finding) {
  return h("span", { "class": "badge " + finding.state }, levelName(finding.state));
}

function excerpt(finding) {
  const [before, marked, after] = finding.excerpt;
  if (!before && !marked && !after) { return null; }
  return h("span", { "class": "excerpt" }, before, h("mark", { "class": finding.state + (marked.trim() ? "" : " no-ink") }, marked), after);
}

function where(finding) {
  const place = finding.place ? inLanguage(finding.place) : say("place", { line: finding.at[0], column: finding.at[1] });
  return finding.headings.concat(place).join(" › ");
}
