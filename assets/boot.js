// Starts the portal, and says so calmly when it cannot be started. A file of its own, because the content security
// policy allows no inline script.
const here = document.querySelector("script[data-wasm]");
const address = (name) => new URL(name, document.baseURI).href;

function show(id, reason) {
  const section = document.getElementById(id);
  if (!section) return; // The portal runs already and speaks for itself.
  document.getElementById("boot-waiting").hidden = true;
  document.getElementById("boot-detail").textContent = reason ? String(reason) : "";
  document.getElementById("boot-retry").href = location.href;
  section.hidden = false;
}

if (typeof WebAssembly !== "object") {
  show("boot-unsupported");
} else {
  import(address(here.dataset.js))
    .then((program) => program.default({ module_or_path: address(here.dataset.wasm) }))
    .catch((reason) => {
      show("boot-failed", reason);
      throw reason;
    });
}
