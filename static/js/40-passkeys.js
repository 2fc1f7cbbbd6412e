// Passkeys: asks the server what to sign, lets the browser sign it, puts the answer in the form and sends that. What the
// server refuses, its page tells; here only what it never hears of.
{
  const buttons = [...document.querySelectorAll("button[data-passkey]")];
  const supported = isSecureContext && "PublicKeyCredential" in window && "parseCreationOptionsFromJSON" in PublicKeyCredential;
  // A question counts for five minutes; what waits unseen in a field is asked anew before that.
  const ASK_AGAIN = 4 * 60_000;
  let waiting = null;

  const tell = (button, text) => {
    const area = button.form.querySelector("[data-said]");
    area.hidden = !text;
    // Emptied before, so that the same sentence is read out again.
    area.textContent = "";
    area.textContent = text ?? "";
  };

  const ask = async (button) => {
    const response = await fetch(button.dataset.passkey, { method: "POST", credentials: "same-origin", headers: { accept: "application/json" } });
    const options = response.headers.get("content-type")?.startsWith("application/json") ? await response.json() : null;
    return { ok: response.ok && options !== null, options, status: response.status };
  };

  const send = (button, answer) => {
    button.form.elements.answer.value = answer ? JSON.stringify(answer) : "";
    button.dataset.answered = "yes";
    button.form.requestSubmit(button);
  };

  /** What went wrong, as far as a person can do something about it. */
  const reason = (button, error) => {
    const said = button.form.querySelector("[data-said]").dataset;
    if (error.name === "NotAllowedError" || error.name === "AbortError") return said.cancelled;
    return error.name === "InvalidStateError" ? said.known : said.failed;
  };

  const use = async (button) => {
    button.setAttribute("aria-busy", "true");
    tell(button, null);
    try {
      const { ok, options, status } = await ask(button);
      if (!ok && options?.problem) return tell(button, options.problem);
      // The session ended, or a second factor is to be shown: the server's own page leads on.
      if (status === 401 || status === 403) return send(button, null);
      if (!ok) return tell(button, button.form.querySelector("[data-said]").dataset.failed);
      waiting?.abort();
      const credential = "make" in button.dataset
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey) });
      send(button, credential.toJSON());
    } catch (error) {
      tell(button, reason(button, error));
      if ("conditional" in button.dataset) offer(button);
    } finally {
      button.removeAttribute("aria-busy");
    }
  };

  /** Lets the browser offer its passkeys in the field for the address. It waits there, unseen, until one is chosen. */
  const offer = async (button) => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    waiting?.abort();
    const mine = new AbortController();
    waiting = mine;
    try {
      const { ok, options } = await ask(button);
      if (!ok || mine.signal.aborted) return;
      const timer = setTimeout(() => document.visibilityState === "visible" && offer(button), ASK_AGAIN);
      mine.signal.addEventListener("abort", () => clearTimeout(timer));
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey);
      const credential = await navigator.credentials.get({ publicKey, mediation: "conditional", signal: mine.signal });
      send(button, credential.toJSON());
    } catch {
      // Nothing was chosen; the button is still there.
    }
  };

  for (const button of buttons) {
    button.form.addEventListener("submit", (event) => {
      // The enter key in the name of a new passkey presses no button that has a name; a choice of language does.
      const isMine = event.submitter === button || ("make" in button.dataset && !event.submitter?.name);
      if (button.dataset.answered || !isMine) return;
      event.preventDefault();
      if (supported) use(button);
      else tell(button, button.form.querySelector("[data-said]").dataset.none);
    });
    if (supported && "conditional" in button.dataset) offer(button);
  }
}
