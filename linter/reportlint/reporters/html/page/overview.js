// The first page: what came out, in a sentence, in figures and in pictures; then every report.
const RULES_SHOWN = 10;
const FAILED_SHOWN = 5;

function buildOverview() {
  const list = h("ul", { "class": "reports", id: "reports" });
  const shown = h("p", { "class": "shown", role: "status" });
  const after = h("div", {});
  const search = h("input", { type: "search", id: "search", placeholder: say("search-reports"), "aria-label": say("search-reports"), autocomplete: "off" });
  const groups = GROUPS.filter((group) => reports.some((report) => report.group === group));
  const group = choice("show", [["", say("show-all")]].concat(groups.map((name) => [name, say("group-" + name)])));
  const sort = choice("sort", ["given", "worst", "name"].map((name) => [name === "given" ? "" : name, say("sort-" + name)]));

  function change() {
    replaceAddress(address("", { q: search.value.trim(), show: group.value, sort: sort.value }));
  }
  search.addEventListener("input", soon(change));
  group.addEventListener("change", change);
  sort.addEventListener("change", change);

  const node = h("div", { "class": "overview" }, verdict(), figures(), failedReports(),
    reports.length > 0 && h("div", { "class": "pictures" }, reportsPicture(), rulesPicture()),
    h("section", { "aria-labelledby": "reports-title" },
      h("div", { "class": "list-head" }, h("h2", { id: "reports-title" }, say("reports")), shown),
      h("div", { "class": "controls" }, search, labelled("show", group), labelled("sort", sort)), list, after),
    h("p", { "class": "made-by" }, say("made-by", { version: common.version })));
  return {
    node: node,
    update(route) {
      const parameters = route.parameters;
      setValue(search, parameters.get("q") || "");
      group.value = parameters.get("show") || "";
      sort.value = parameters.get("sort") || "";
      const found = listed(search.value, group.value, sort.value);
      const largest = Math.max(1, ...found.slice(0, 5000).map((report) => report.total));
      shown.textContent = say("shown-reports", { shown: found.length, all: reports.length });
      empty(list);
      empty(after);
      if (found.length) {
        after.appendChild(grow(list, found, (report) => reportRow(report, largest)).button);
      } else if (reports.length) {
        after.appendChild(h("p", { "class": "nothing" }, say("none-reports")));
      }
    },
  };
}

function listed(q, group, sort) {
  const wanted = terms(q);
  const found = reports.filter((report) => (!group || report.group === group) &&
    (!wanted.length || wanted.every((term) => [report.path].concat(about(report)).join("\n").toLowerCase().indexOf(term) >= 0)));
  if (sort === "worst") {
    const failed = (report) => Number(report.group === "failed");
    found.sort((a, b) => failed(b) - failed(a) || b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.counts.info - a.counts.info);
  } else if (sort === "name") {
    found.sort((a, b) => a.path.localeCompare(b.path, "zh-CN", { numeric: true }));
  }
  return found;
}

function inGroup(name) {
  return reports.filter((report) => report.group === name).length;
}

function verdict() {
  const tally = common.tally;
  const bad = inGroup("error");
  const look = inGroup("warning") + inGroup("info");
  const failed = inGroup("failed");
  let mood = "clean";
  let text = say(reports.length === 1 ? "verdict-one-clean" : "verdict-clean", { files: reports.length });
  if (!reports.length) {
    text = say("no-reports");
    mood = "empty";
  } else if (bad) {
    text = say("verdict-errors", { files: reports.length, bad: bad });
    mood = "error";
  } else if (failed) {
    text = say("verdict-unknown", { files: reports.length, failed: failed });
    mood = "failed";
  } else if (look) {
    text = say("verdict-look", { files: reports.length, bad: look });
    mood = "warning";
  }
  const further = [failed && bad && say("verdict-failed", { failed: failed }), tally.fixed && say("verdict-fixed", { fixed: tally.fixed })].filter(Boolean);
  return h("h1", { "class": "verdict " + mood, tabindex: "-1" }, [text].concat(further).join(language === "zh" ? "；" : "; "));
}

function figures() {
  const counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const report of reports) { for (const state of STATES) { counts[state] += report.counts[state]; } }
  const card = (state, count, name, about, href) => h("li", { "class": "figure " + state },
    h(count && href ? "a" : "div", { href: count ? href : null }, h("b", {}, count.toLocaleString("en")), h("span", {}, name), h("small", {}, about)));
  return h("ul", { "class": "figures" },
    card("files", reports.length, say("files"), say("about-files", { checked: reports.length - inGroup("failed") }), null),
    LEVELS.map((level) => card(level, counts[level], say(level + "s"), say("about-" + level), address("findings", { level: level }))),
    counts.suppressed > 0 && card("suppressed", counts.suppressed, say("suppressed"), say("about-suppressed"), address("findings", { level: "suppressed" })),
    inGroup("failed") > 0 && card("failed", inGroup("failed"), say("failed"), say("about-failed"), address("", { show: "failed" })));
}

function failedReports() {
  const failed = reports.filter((report) => report.group === "failed");
  if (!failed.length) { return null; }
  return h("section", { "class": "failed-reports", "aria-labelledby": "failed-title" }, h("h2", { id: "failed-title" }, say("failed-title")),
    h("ul", {}, failed.slice(0, FAILED_SHOWN).map((report) => h("li", {}, h("a", { href: address("report/" + report.number) }, report.path),
      h("span", {}, whyFailed(report))))),
    failed.length > FAILED_SHOWN && h("p", {}, h("a", { href: address("", { show: "failed" }) }, say("failed-more", { count: failed.length - FAILED_SHOWN }))));
}

function whyFailed(report) {
  const own = report.findings.find((finding) => /^E\d/.test(finding.code) && finding.level === "error");
  return own ? inLanguage(own.message) : "";
}

function reportsPicture() {
  const parts = GROUPS.map((group) => ({ state: group, count: inGroup(group), label: say("group-" + group), href: address("", { show: group }) }));
  withShares(parts, "share");
  const totals = LEVELS.map((level) => ({
    state: level, count: reports.reduce((sum, report) => sum + report.counts[level], 0), label: levelName(level), href: address("findings", { level: level }),
  }));
  const all = withShares(totals, "share-findings");
  const label = (shares) => shares.filter((part) => part.count).map((part) => part.name).join(language === "zh" ? "，" : ", ");
  return h("section", { "class": "picture" }, h("h2", {}, say("by-report")), stackedBar(parts, label(parts)), legend(parts),
    all > 0 && [h("h2", {}, say("by-level")), stackedBar(totals, label(totals)), legend(totals)]);
}

function rulesPicture() {
  const rules = new Map();
  for (const report of reports) {
    for (const finding of report.findings) {
      if (finding.suppressed) { continue; }
      if (!rules.has(finding.code)) { rules.set(finding.code, { code: finding.code, name: finding.rule, total: 0, error: 0, warning: 0, info: 0 }); }
      const rule = rules.get(finding.code);
      rule[finding.level] += 1;
      rule.total += 1;
    }
  }
  const sorted = Array.from(rules.values()).sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1));
  if (!sorted.length) { return null; }
  const row = (rule) => h("li", {}, h("a", { href: address("findings", { rule: rule.code }) },
    h("code", {}, rule.code), h("span", { "class": "what" }, ruleTitle(rule.code, rule.name)), miniBar(rule, sorted[0].total), h("b", {}, rule.total)));
  const list = h("ol", { "class": "rules" }, sorted.slice(0, RULES_SHOWN).map(row));
  const all = sorted.length > RULES_SHOWN && h("button", { type: "button", "class": "more" }, say("all-rules", { count: sorted.length }));
  if (all) {
    all.addEventListener("click", () => { add(list, sorted.slice(RULES_SHOWN).map(row)); list.children[RULES_SHOWN].firstChild.focus(); all.remove(); });
  }
  return h("section", { "class": "picture" }, h("h2", {}, say("by-rule")), list, all);
}

function reportRow(report, largest) {
  return h("li", { "class": "row " + report.group }, h("a", { href: address("report/" + report.number) },
    h("span", { "class": "file" }, report.folder && h("small", {}, report.folder), h("b", {}, report.name)),
    h("span", { "class": "about" }, about(report).join(" · ")),
    h("span", { "class": "bar-cell" }, report.total > 0 && miniBar(report.counts, largest)),
    h("span", { "class": "tallies" }, report.group === "failed" && h("span", { "class": "tally failed" }, say(report.block ? "not-all-checked" : "not-checked")),
      report.group === "clean" && h("span", { "class": "tally clean" }, say("clean")),
      STATES.filter((state) => report.counts[state]).map((state) => h("span", { "class": "tally " + state }, levelName(state), " ", h("b", {}, report.counts[state])))),
    report.group === "failed" && h("span", { "class": "why" }, whyFailed(report))));
}

function choice(name, options) {
  return h("select", { id: name }, options.map((option) => h("option", { value: option[0] }, option[1])));
}

function labelled(name, control) {
  return h("label", {}, h("span", {}, say(name)), control);
}

function setValue(input, value) {
  if (input.value.trim() !== value) { input.value = value; }
}
