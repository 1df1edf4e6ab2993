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

// The part of the program that this address needs is fetched beside the program itself; the program takes it from here.
function fetchPart() {
  const path = location.pathname.slice(new URL(document.baseURI).pathname.length);
  const page = path.match(/^courses\/[^/]+\/(chapters|self-assessment|completion)/)?.[1] ?? path.match(/^(courses|settings|verify)\b/)?.[1];
  const part = { chapters: "chapter", "self-assessment": "self_assessment", courses: "course" }[page] ?? page;
  const file = here.dataset.parts?.match(new RegExp(`(?:^| )${part}=(\\S+)`))?.[1];
  if (!file) return;
  const answer = fetch(address(file));
  answer.catch(() => undefined); // The program hears of it when it wants the part.
  globalThis.yoshuParts = { [part]: answer };
}

if (typeof WebAssembly !== "object") {
  show("boot-unsupported");
} else {
  fetchPart();
  import(address(here.dataset.js))
    .then((program) => program.default({ module_or_path: address(here.dataset.wasm) }))
    .catch((reason) => {
      show("boot-failed", reason);
      throw reason;
    });
}
