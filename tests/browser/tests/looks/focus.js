// Follows the focus through the page: what has it must be in view, uncovered, and marked so that it is seen.
globalThis.focusWalk = (() => {
  const faults = new Set();
  const visited = [];
  let stays = 0;
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    return `${element.localName}${id}${classes} "${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  };

  const { colour, over, behind, contrast } = colours;

  // The page's mark of the focus is an outline: what it is drawn on must let it be seen.
  const marked = (element) => {
    const style = getComputedStyle(element);
    const width = parseFloat(style.outlineWidth);
    if (style.outlineStyle === "none" || width < 2) return faults.add(`the focus is not marked: ${name(element)}`);
    const inside = parseFloat(style.outlineOffset) + width <= 0;
    const ground = behind(inside ? element : element.parentElement);
    const ratio = contrast(over(colour(style.outlineColor), ground), ground);
    if (ratio < 3) faults.add(`the focus is hard to see (${ratio.toFixed(2)} to 1): ${name(element)}`);
  };

  const uncovered = (element) => {
    const box = [...element.getClientRects()].find((box) => box.width > 0 && box.height > 0);
    if (!box) return faults.add(`has the focus and cannot be seen: ${name(element)}`);
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
      return faults.add(`has the focus outside the window: ${name(element)}`);
    }
    const points = [[x, y]];
    if (box.height < innerHeight / 2) points.push([x, Math.max(box.top, 0) + 2], [x, Math.min(box.bottom, innerHeight) - 2]);
    for (const [across, down] of points) {
      const there = document.elementFromPoint(across, down);
      if (there && (element.contains(there) || there.contains(element))) continue;
      faults.add(`has the focus under ${there ? name(there) : "the edge"}: ${name(element)}`);
    }
  };

  const all = () => {
    const told = [...faults];
    faults.clear();
    return told;
  };
  getSelection().removeAllRanges();
  // The next stop is the first of the page, wherever the focus is put when the page opens.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);

  return {
    // Whether the focus went on; the end of the page is where it leaves the page or begins again.
    arrive() {
      const element = document.activeElement;
      // A date has a stop for each of its parts.
      if (element && element === visited.at(-1) && (stays += 1) < 12) return true;
      stays = 0;
      if (!element || element === document.body || visited.includes(element)) return false;
      visited.push(element);
      if (!element.matches(":focus-visible")) faults.add(`has the focus and does not show it: ${name(element)}`);
      marked(element);
      uncovered(element);
      return true;
    },
    // What was found, and what the focus never came to.
    end() {
      const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
      for (const control of document.querySelectorAll(controls)) {
        if (visited.includes(control) || control.disabled || control.tabIndex < 0) continue;
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        // Of radio buttons the tabulator key comes to one.
        if (control.type === "radio" && visited.some((other) => other.type === "radio" && other.name === control.name)) continue;
        faults.add(`the tabulator key does not come to it: ${name(control)}`);
      }
      return all();
    },
    // The same elements in the colours that are shown now.
    again() {
      for (const element of visited) {
        element.focus();
        marked(element);
      }
      document.activeElement.blur();
      scrollTo(0, 0);
      return all();
    },
  };
})();
"ready"
