// Passkeys: asks the server what to sign, lets the browser sign it, puts the answer in the form and sends that. What the
// server refuses, its page tells; here only what it never hears of.
{
  const forms = [...document.querySelectorAll("form[data-passkey]")];
  const supported = isSecureContext && "PublicKeyCredential" in window && "parseCreationOptionsFromJSON" in PublicKeyCredential;
  // A question counts for five minutes; what waits unseen in a field is asked anew before that.
  const ASK_AGAIN = 4 * 60_000;
  let waiting = null;

  const tell = (form, text) => {
    const area = form.querySelector("[data-said]");
    area.hidden = !text;
    // Emptied before, so that the same sentence is read out again.
    area.textContent = "";
    area.textContent = text ?? "";
  };

  const ask = async (form) => {
    const response = await fetch(form.dataset.passkey, { method: "POST", credentials: "same-origin", headers: { accept: "application/json" } });
    const options = response.headers.get("content-type")?.startsWith("application/json") ? await response.json() : null;
    return { ok: response.ok && options !== null, options, status: response.status };
  };

  const send = (form, answer) => {
    form.elements.answer.value = answer ? JSON.stringify(answer) : "";
    form.dataset.answered = "yes";
    form.requestSubmit(form.querySelector("#passkey"));
  };

  /** What went wrong, as far as a person can do something about it. */
  const reason = (form, error) => {
    const said = form.querySelector("[data-said]").dataset;
    if (error.name === "NotAllowedError" || error.name === "AbortError") return said.cancelled;
    return error.name === "InvalidStateError" ? said.known : said.failed;
  };

  const use = async (form) => {
    const button = form.querySelector("#passkey");
    button.setAttribute("aria-busy", "true");
    tell(form, null);
    try {
      const { ok, options, status } = await ask(form);
      if (!ok && options?.problem) return tell(form, options.problem);
      // The session ended, or a second factor is to be shown: the server's own page leads on.
      if (status === 401 || status === 403) return send(form, null);
      if (!ok) return tell(form, form.querySelector("[data-said]").dataset.failed);
      waiting?.abort();
      const credential = "make" in form.dataset
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey) });
      send(form, credential.toJSON());
    } catch (error) {
      tell(form, reason(form, error));
      if ("conditional" in form.dataset) offer(form);
    } finally {
      button.removeAttribute("aria-busy");
    }
  };

  /** Lets the browser offer its passkeys in the field for the address. It waits there, unseen, until one is chosen. */
  const offer = async (form) => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    waiting?.abort();
    const mine = new AbortController();
    waiting = mine;
    try {
      const { ok, options } = await ask(form);
      if (!ok || mine.signal.aborted) return;
      const timer = setTimeout(() => document.visibilityState === "visible" && offer(form), ASK_AGAIN);
      mine.signal.addEventListener("abort", () => clearTimeout(timer));
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey);
      const credential = await navigator.credentials.get({ publicKey, mediation: "conditional", signal: mine.signal });
      send(form, credential.toJSON());
    } catch {
      // Nothing was chosen; the button is still there.
    }
  };

  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      // A choice of language or colours sends the form elsewhere.
      if (form.dataset.answered || event.submitter?.id !== "passkey") return;
      event.preventDefault();
      if (supported) use(form);
      else tell(form, form.querySelector("[data-said]").dataset.none);
    });
    if (supported && "conditional" in form.dataset) offer(form);
  }
}
