// A security key: the browser asks it, and its answer goes along with the form. The form is hidden where that cannot be.
(() => {
  const ask = {
    create: async (options) =>
      navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    get: async (options) =>
      navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  };
  const form = document.querySelector("form[data-key]");
  if (!form || !window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  const button = form.querySelector("button"), fault = form.querySelector(".faults");
  form.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    fault.hidden = true;
    try {
      const answer = await ask[form.dataset.key](JSON.parse(form.dataset.options));
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch {
      fault.hidden = false;
      button.disabled = false;
    }
  });
})();
