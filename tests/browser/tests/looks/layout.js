// What is wrong with how the page is laid out, in a window as high as the page. The answer: faults as sentences.
(() => {
  const faults = [];
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.localName}${id}${classes} "${words}"`;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // For screen readers only, or beyond the edge until it has the focus.
  const unseen = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath === "inset(50%)") return true;
    }
    return element.getBoundingClientRect().bottom <= 0;
  };
  // What a person opened may lie over the page.
  const onTop = (element) => element.closest("dialog, [popover], details[open] > :not(summary)");
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflow);
  // The part of a box that can be seen: what scrolls shows what is inside its edges.
  const seen = (element, box) => {
    let { left, top, right, bottom } = box;
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (!scrolls(at)) continue;
      const edge = at.getBoundingClientRect();
      left = Math.max(left, edge.left);
      right = Math.min(right, edge.right);
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    return right - left > 1 && bottom - top > 1 ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
  };

  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) {
    const widest = [...document.body.querySelectorAll("*")].filter(
      (element) => shown(element) && !unseen(element) && element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    faults.push(`the page is wider than its window: ${widest.slice(-1).map(name)}`);
  }

  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element) || unseen(element) || !element.textContent.trim()) continue;
    const style = getComputedStyle(element);
    const cut = (overflow, inner, outer) => /hidden|clip/.test(overflow) && inner > outer + 1;
    if (cut(style.overflowX, element.scrollWidth, element.clientWidth)) faults.push(`cut off at the side: ${name(element)}`);
    if (cut(style.overflowY, element.scrollHeight, element.clientHeight)) faults.push(`cut off below: ${name(element)}`);
  }

  const covered = (element, box) => {
    const point = seen(element, box);
    if (!point) return null;
    const there = document.elementFromPoint(point.x, point.y);
    if (there && (element.contains(there) || there.contains(element))) return null;
    if (there && onTop(there) && !onTop(element)) return null;
    return there ?? page;
  };

  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  for (const control of document.body.querySelectorAll(controls)) {
    if (!shown(control) || unseen(control)) continue;
    const box = control.getClientRects()[0];
    if (!box) continue;
    const there = covered(control, box);
    const label = [...(control.labels ?? [])].some((label) => there && label.contains(there));
    if (there && !label) faults.push(`cannot be pressed: ${name(control)} lies under ${name(there)}`);
    // What holds a control lies around it, not over it: a parent that is hit is one that covers.
    const point = seen(control, box);
    const hit = point && document.elementFromPoint(point.x, point.y);
    if (hit && hit !== control && hit.contains(control)) faults.push(`cannot be pressed: ${name(control)}`);
  }

  // A link may be drawn out, clear as glass, over the card that it stands on.
  const glass = (element) => {
    const style = getComputedStyle(element, "::after");
    return style.position === "absolute" && style.content !== "none" && style.backgroundColor === "rgba(0, 0, 0, 0)";
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || !shown(element) || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      const there = covered(element, box);
      if (there && !glass(there)) faults.push(`cannot be read: ${name(element)} lies under ${name(there)}`);
      if (box.width && (box.left < -1 || box.right > innerWidth + 1) && seen(element, box)) {
        if (![...ancestors(element)].some(scrolls)) faults.push(`runs out of the window: ${name(element)}`);
      }
    }
  }

  function* ancestors(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) yield at;
  }

  return [...new Set(faults)];
})()
