// Keys: Ctrl+K (on a Mac, Command+K) goes to the search, Escape closes what is open. No single letters: who speaks to the
// computer would set them off by chance (WCAG 2.1.4).
{
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const hint = document.querySelector(".site-search kbd");
  if (hint && isMac) hint.textContent = "\u2318K";

  const menus = () => document.querySelectorAll("details.menu[open]");

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const menu of menus()) {
        menu.open = false;
        if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      }
    }
    const wanted = (isMac ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
    if (!wanted || event.key.toLowerCase() !== "k") return;
    const field = [...document.querySelectorAll("[data-search]")].find((field) => field.getClientRects().length > 0);
    const link = document.querySelector("[data-search-link]");
    if (!field && !link) return;
    event.preventDefault();
    if (!field) return location.assign(link.href);
    field.focus();
    field.select();
  });

  document.addEventListener("click", ({ target }) => {
    for (const menu of menus()) if (!menu.contains(target)) menu.open = false;
  });

  // Whoever comes for the search (the link in the header of a phone) can type at once.
  if (location.hash === "#q") document.getElementById("q")?.focus();
}
