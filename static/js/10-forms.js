// Forms: sent once, not sent without a network, and not left by accident.
{
  // The server answers within 15 seconds. Whoever has waited twice that long may try again.
  const AGAIN_AFTER = 30_000;
  const SLOW_AFTER = 4_000;
  // What was typed into these and not sent is asked about before the page is left.
  const holdsText = (form) => form.method === "post" && [...form.elements].some((field) => field.type === "textarea");
  const unsent = new Set();
  const timers = new Map();

  const release = (form) => {
    delete form.dataset.sending;
    timers.get(form)?.forEach(clearTimeout);
    timers.delete(form);
    // Not a search below the form: the choices of language and colours belong to it and stand elsewhere.
    for (const field of form.elements) field.removeAttribute("aria-busy");
  };

  const ask = (event) => {
    event.preventDefault();
    // Browsers of before 2023 ask only when this is set.
    event.returnValue = true;
    // Runs only if the person stays: then nothing is on its way.
    setTimeout(() => [...timers.keys()].forEach(release));
  };

  // Listening all the time would keep the page out of the cache from which Back is instant.
  const guard = () => (unsent.size > 0 ? addEventListener : removeEventListener)("beforeunload", ask);

  document.addEventListener("input", ({ target }) => {
    if (target.form && holdsText(target.form)) {
      unsent.add(target.form);
      guard();
    }
  });

  // How many are chosen, in the head of a list that folds.
  document.addEventListener("change", ({ target }) => {
    const circle = target.closest("details");
    const count = target.type === "checkbox" && circle?.querySelector(":scope > summary [data-chosen]");
    if (count) count.textContent = circle.querySelectorAll("input:checked").length;
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || (event.submitter?.formMethod || form.method) !== "post") return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    // A browser may be wrong about the network: whoever presses again is believed.
    if (navigator.onLine === false && !form.dataset.warned) {
      event.preventDefault();
      form.dataset.warned = "yes";
      say(words.offline);
      return;
    }
    delete form.dataset.warned;
    unsent.delete(form);
    guard();
    form.dataset.sending = "yes";
    // Not `disabled`: a disabled button would not be sent along.
    event.submitter?.setAttribute("aria-busy", "true");
    timers.set(form, [setTimeout(() => say(words.slow), SLOW_AFTER), setTimeout(() => release(form), AGAIN_AFTER)]);
  });

  // Back to a page that the browser had kept as it was: its forms can be sent again.
  addEventListener("pageshow", () => [...timers.keys()].forEach(release));

  // A form that came back, with errors or in another language, holds text that is kept nowhere else.
  const isTyped = ({ type, value }) => ["textarea", "text", "email"].includes(type) && value.trim() !== "";
  if (document.body.dataset.answer !== undefined) {
    for (const form of document.forms) if (holdsText(form) && [...form.elements].some(isTyped)) unsent.add(form);
    guard();
    document.querySelector(".error-summary, .preview-title")?.focus();
  }

  addEventListener("online", () => document.getElementById("said")?.replaceChildren());

  // A choice of language or colours leaves one at the same height, on the same button.
  const PLACE = "polder-place";
  const switches = () => [...document.querySelectorAll(".switch button")];
  document.addEventListener("submit", ({ submitter }) => {
    const at = switches().indexOf(submitter);
    if (at >= 0) keep("sessionStorage", PLACE, `${at} ${Math.round(scrollY)}`);
  });
  const place = kept("sessionStorage", PLACE);
  if (place !== null) {
    keep("sessionStorage", PLACE, null);
    const [at, height] = place.split(" ").map(Number);
    scrollTo({ top: height, behavior: "instant" });
    switches()[at]?.focus({ preventScroll: true });
  }
}
