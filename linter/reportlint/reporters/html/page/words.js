// Words in two languages. A text of the data is a pair [Chinese, English]; the words of the page itself have names.
const root = document.documentElement;
const settings = window.reportlintSettings;
let words = {};
let language = "zh";

function inLanguage(pair) {
  return pair ? pair[language === "zh" ? 0 : 1] : "";
}

function say(name, values) {
  const text = inLanguage(words[name]);
  return values ? text.replace(/\{(\w+)\}/g, (brace, key) => (key in values ? String(values[key]) : brace)) : text;
}

function useLanguage(chosen) {
  language = chosen;
  root.lang = chosen === "zh" ? "zh-CN" : "en";
  document.title = say("title") + " · reportlint";
  document.querySelectorAll("[data-say]").forEach((node) => { node.textContent = say(node.getAttribute("data-say")); });
  document.querySelectorAll("[data-label]").forEach((node) => { node.setAttribute("aria-label", say(node.getAttribute("data-label"))); });
}
