// Forms: sent once, not sent without a network, and not left by accident.
{
  // The server answers within 15 seconds. Whoever has waited twice that long may try again.
  const AGAIN_AFTER = 30_000;
  const SLOW_AFTER = 4_000;
  // What was typed into these and not sent is asked about before the page is left.
  const holdsText = (form) => form.method === "post" && form.querySelector("textarea, [data-guard]") !== null;
  const unsent = new Set();

  const release = (form) => {
    delete form.dataset.sending;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  };

  document.addEventListener("input", ({ target }) => {
    if (target.form && holdsText(target.form)) unsent.add(target.form);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    if (navigator.onLine === false) {
      event.preventDefault();
      say(words.offline);
      return;
    }
    unsent.delete(form);
    form.dataset.sending = "yes";
    // Not `disabled`: a disabled button would not be sent along.
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => form.dataset.sending && say(words.slow), SLOW_AFTER);
    setTimeout(() => release(form), AGAIN_AFTER);
  });

  addEventListener("beforeunload", (event) => {
    if (unsent.size > 0) event.preventDefault();
  });

  // Back to a page that the browser had kept as it was: its forms can be sent again.
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));

  // A form that came back with errors holds text that is kept nowhere else.
  if (document.body.dataset.answer !== undefined) {
    for (const form of document.forms) {
      if (holdsText(form) && [...form.querySelectorAll("textarea")].some((area) => area.value)) unsent.add(form);
    }
  }
  document.querySelector(".error-summary")?.focus();
}
