// Elements are made one by one: text from a report is only ever text.
const SVG = "http://www.w3.org/2000/svg";
// What a screen would hide or obey: controls, marks of writing direction, spaces without width.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const name of Object.keys(attributes || {})) {
    const value = attributes[name];
    if (value === true) {
      node.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  add(node, children);
  return node;
}

function add(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      add(node, child);
    } else if (child instanceof Node) {
      node.appendChild(child);
    } else if (child !== null && child !== undefined && child !== false) {
      addText(node, String(child));
    }
  }
}

function addText(node, text) {
  if (!UNSEEN.test(text)) {
    node.appendChild(document.createTextNode(text));
    return;
  }
  let plain = "";
  for (const character of text) {
    if (UNSEEN.test(character)) {
      if (plain) { node.appendChild(document.createTextNode(plain)); }
      plain = "";
      const code = "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      node.appendChild(h("span", { "class": "unseen-character", "data-code": code, role: "img", "aria-label": code }));
    } else {
      plain += character;
    }
  }
  if (plain) { node.appendChild(document.createTextNode(plain)); }
}

function empty(node) {
  while (node.firstChild) { node.removeChild(node.firstChild); }
  return node;
}

// A list that is drawn as far as it is looked at. The button is for the keyboard; whoever scrolls never sees it.
// `until` draws so many items at least.
const CHUNK = 60;
let growing = [];

function grow(list, items, make) {
  const more = h("button", { type: "button", "class": "more" });
  let done = 0;
  function next(count) {
    const part = document.createDocumentFragment();
    for (const item of items.slice(done, done + count)) { part.appendChild(make(item)); }
    list.appendChild(part);
    done = Math.min(done + count, items.length);
    more.textContent = say("more", { count: items.length - done });
    more.hidden = done >= items.length;
  }
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !more.hidden) { next(CHUNK); watch.unobserve(more); watch.observe(more); }
  }, { rootMargin: "600px" });
  more.addEventListener("click", () => next(CHUNK));
  next(CHUNK);
  watch.observe(more);
  growing = growing.filter((grown) => grown.list !== list);
  const grown = { list: list, button: more, until: (count) => { if (count > done) { next(count - done); } }, all: () => next(items.length) };
  growing.push(grown);
  return grown;
}

window.addEventListener("beforeprint", () => {
  for (const grown of growing) { if (grown.list.isConnected) { grown.all(); } }
});
