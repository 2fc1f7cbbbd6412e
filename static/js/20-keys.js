// Keys: Ctrl+K (on a Mac, Command+K) goes to the search, Escape closes what is open, and a dialog keeps the focus. No single
// letters: who speaks to the computer would set them off by chance (WCAG 2.1.4).
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

  // Without a script a dialog is a popover, which Tab walks out of; here nothing but the dialog can be reached until it is
  // closed. Where popovers are unknown it stands open on the page, and stays there.
  const dialogs = "popover" in HTMLElement.prototype ? document.querySelectorAll("dialog[popover]") : [];
  for (const dialog of dialogs) {
    dialog.removeAttribute("popover");
    // A press beside it closes it, where a browser can tell.
    dialog.setAttribute("closedby", "any");
    let opener;
    for (const button of document.querySelectorAll(`[popovertarget="${dialog.id}"]`)) {
      button.addEventListener("click", () => {
        if (button.getAttribute("popovertargetaction") === "hide") return dialog.close();
        opener = button;
        dialog.showModal();
      });
    }
    // Not every browser gives the focus to a button that is clicked, and so back to it.
    dialog.addEventListener("close", () => opener.focus());
  }

  // Whoever comes for the search (the link in the header of a phone) can type at once.
  if (location.hash === "#q") document.getElementById("q")?.focus();
}
