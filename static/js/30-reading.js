// Long texts: a link to every heading, where one is in the contents, and where one was.
{
  const text = document.querySelector(".reading-body > .prose");
  const headings = text ? [...text.querySelectorAll(":is(h2, h3)[id]")] : [];
  const addressOf = (id) => `${location.origin}${location.pathname}#${id}`;

  for (const heading of headings) {
    const anchor = document.createElement("a");
    anchor.className = "heading-link";
    anchor.href = `#${heading.id}`;
    anchor.setAttribute("aria-label", `${words.copyLink}: ${heading.textContent}`);
    anchor.lang = document.documentElement.lang;
    anchor.append(icon("link"));
    // The link itself still leads to its heading.
    anchor.addEventListener("click", () => copyAddress(addressOf(heading.id)));
    // After the heading, so that its name stays its own; the style sheet puts it back on its line.
    heading.after(anchor);
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-print]")) print();
    if (target.closest?.("[data-copy-address]")) copyAddress(`${location.origin}${location.pathname}`);
  });

  const entries = new Map();
  for (const link of document.querySelectorAll(".toc a[href^='#']")) entries.set(link.getAttribute("href").slice(1), link);

  // Where somebody stopped is kept in this browser only, and only for what the world may read: a shared machine
  // must not tell which restricted texts were open on it.
  const mayRemember = document.querySelector(".sheet-head > .tlp-clear") !== null && entries.size > 2;
  const KEPT = 20;
  const key = `polder-read:${location.pathname}`;
  const remember = (id) => {
    const texts = namesIn("localStorage").filter((name) => name.startsWith("polder-read:") && name !== key);
    // A handful of texts, not a history.
    if (texts.length >= KEPT) texts.forEach((name) => keep("localStorage", name, null));
    keep("localStorage", key, id);
  };

  if (entries.size > 0 && "IntersectionObserver" in window) {
    const before = mayRemember && !location.hash ? kept("localStorage", key) : null;
    const order = headings.filter((heading) => entries.has(heading.id));
    if (before && scrollY < 200 && order.slice(1).some((heading) => heading.id === before)) {
      say(words.stopped, { href: `#${before}`, text: entries.get(before).textContent, lang: text.closest("[lang]").lang });
    }
    const show = () => {
      const passed = order.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      const current = passed.at(-1);
      for (const [id, link] of entries) {
        if (id === current?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      if (!mayRemember || scrollY < 200) return;
      const atEnd = text.getBoundingClientRect().bottom < innerHeight;
      remember(atEnd ? null : (current?.id ?? null));
    };
    const observer = new IntersectionObserver(show, { rootMargin: "0px 0px -66% 0px" });
    order.forEach((heading) => observer.observe(heading));
    addEventListener("scrollend", show);
  }
}
