// What the reader chose on this computer: appearance and language. Browsers may refuse to remember; then it holds until the page is closed.
var root = document.documentElement;
var systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function remember(name, value) {
  try { window.localStorage.setItem("reportlint." + name, value); } catch (refused) { /* a page from disk may have no storage */ }
}

function remembered(name, allowed) {
  var value = null;
  try { value = window.localStorage.getItem("reportlint." + name); } catch (refused) { /* as above */ }
  return allowed.indexOf(value) >= 0 ? value : null;
}

function showTheme() {
  var choice = root.getAttribute("data-choice");
  root.setAttribute("data-theme", choice === "auto" ? (systemDark.matches ? "dark" : "light") : choice);
}

root.setAttribute("data-choice", remembered("theme", ["light", "dark"]) || "auto");
showTheme();
if (systemDark.addEventListener) { systemDark.addEventListener("change", showTheme); }
window.reportlintSettings = { remember: remember, remembered: remembered, showTheme: showTheme };
