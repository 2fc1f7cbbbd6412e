// Runs axe-core on the page. The answer: faults as sentences, and whether the rule about targets took part, which
// axe-core leaves out unless it is asked for.
(async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations", "incomplete"],
    elementRef: false,
  });
  const told = (rule, node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join(" ");
    return `${rule.id}: ${node.target.join(" ")} ${why}`;
  };
  // What a person opened may lie over a part of the page until it is closed.
  const opened = [...document.querySelectorAll("dialog[open], :popover-open, details[open] > :not(summary)")];
  const underOpened = (node) => {
    const box = document.querySelector(node.target[0]).getBoundingClientRect();
    return opened.some((over) => {
      const { left, top, right, bottom } = over.getBoundingClientRect();
      const positioned = getComputedStyle(over).position !== "static";
      return positioned && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
    });
  };
  const excused = (rule, node) => rule.id === "target-size" && underOpened(node);
  const faults = found.violations.flatMap((rule) =>
    rule.nodes.filter((node) => !excused(rule, node)).map((node) => told(rule, node)),
  );
  // What it leaves undecided about contrast (something lies over it for a moment, a shadow at an edge, a character
  // that is no letter) is reckoned from the colours of the text and of what is behind it.
  const settled = (rule, node) => {
    const element = document.querySelector(node.target[0]);
    if (rule.id === "color-contrast") {
      const ground = colours.behind(element);
      const ink = colours.over(colours.colour(getComputedStyle(element).color), ground);
      return colours.contrast(ink, ground) >= 4.5;
    }
    // A sign such as an arrow is no word that the name could hold.
    return rule.id === "label-content-name-mismatch" && !/\p{L}/u.test(element.textContent);
  };
  const undecided = found.incomplete.flatMap((rule) =>
    rule.nodes.filter((node) => !settled(rule, node)).map((node) => `undecided, ${told(rule, node)}`),
  );
  const all = [...found.violations, ...found.passes, ...found.incomplete, ...found.inapplicable];
  return { faults: [...faults, ...undecided], targetSizeRan: all.some((rule) => rule.id === "target-size") };
})()
