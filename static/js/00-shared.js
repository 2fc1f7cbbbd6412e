// Nothing on this site needs a script. What is here saves a step or a mistake, and leaves the page as it was when a
// browser cannot do it. The files of this folder are one module; each keeps its names in a block of its own, what they
// share stands here. Words come from the page (<template id="words">), so they are in the reader's language.

document.documentElement.classList.add("scripted");

/** The sentences that the script may need, by name. */
const words = document.getElementById("words")?.dataset ?? {};

/** Says something in a corner, and to screen readers, until it is dismissed or another thing is said. */
function say(text, link) {
  const area = document.getElementById("said");
  if (!text || !area) return;
  const before = document.activeElement;
  const toast = document.createElement("div");
  toast.className = "toast";
  const sentence = document.createElement("p");
  sentence.append(text);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link.href;
    anchor.lang = link.lang;
    anchor.append(link.text);
    anchor.addEventListener("click", () => setTimeout(() => area.replaceChildren()));
    sentence.append(" ", anchor);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "toast-close";
  close.setAttribute("aria-label", words.close);
  close.append(icon("close"));
  close.addEventListener("click", () => {
    area.replaceChildren();
    // The button that had the focus is gone; go on where one was.
    before?.focus?.({ preventScroll: true });
  });
  toast.append(icon("info"), sentence, close);
  area.replaceChildren(toast);
}

/** A symbol of the sprite, from the address that the brand's mark has. */
function icon(name) {
  const sprite = words.icons;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  svg.firstChild.setAttribute("href", `${sprite}#${name}`);
  return svg;
}

/** Puts an address on the clipboard. Over plain http a browser has none; then the address bar must do. */
async function copyAddress(address) {
  try {
    await navigator.clipboard.writeText(address);
    say(words.copied);
  } catch {
    say(words.notCopied);
  }
}

/** What this browser keeps under a name, in "localStorage" or "sessionStorage"; null if nothing, or if it keeps nothing. */
function kept(store, name) {
  try {
    return window[store].getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a word under a name, or with null forgets it. A browser may refuse to keep anything. */
function keep(store, name, word) {
  try {
    if (word === null) window[store].removeItem(name);
    else window[store].setItem(name, word);
  } catch {
    // Then it is not kept.
  }
}

/** The names under which this browser keeps something. */
function namesIn(store) {
  try {
    return Object.keys(window[store]);
  } catch {
    return [];
  }
}
