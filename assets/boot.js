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

// What a deep link needs is fetched beside the program, not after it: the part of the program that its page is in, which
// the program takes from here, and the text of its course. Our own element names the files.
function fetchAhead() {
  const path = location.pathname.slice(new URL(document.baseURI).pathname.length);
  const [first, course, page = first, chapter] = path.split("/");
  const part = { chapters: "chapter", "self-assessment": "self_assessment", courses: "course" }[page] ?? page;
  const file = here.dataset.parts?.split(" ").find((known) => known.startsWith(`${part}=`))?.split("=")[1];
  if (!file) return;
  globalThis.yoshuParts = { [part]: begin(file) };
  if (first !== "courses" || page === "completion") return;
  for (const text of here.dataset.courses?.split(" ") ?? []) {
    if (!text.startsWith(`content/courses/${course}/`)) continue;
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address(text) });
    document.head.append(link);
  }
  if (page === "chapters") openFilm(course, chapter, file).catch(() => undefined);
}

function begin(file) {
  const answer = fetch(address(file));
  answer.catch(() => undefined); // The program hears of it when it wants the file.
  return answer;
}

// The first request for the film travels while the end of the program comes in. The page's own player, which asks for the
// same film a moment later, finds what has come already.
async function openFilm(course, chapter, part) {
  const path = "content/catalog.json";
  const catalog = begin(path);
  globalThis.yoshuAhead = { [path]: catalog };
  const { courses } = await (await catalog).clone().json();
  const { outline } = courses.find((entry) => entry.outline.id === course);
  const { video } = outline.chapters.find((known) => known.id === chapter);
  await hasCome(part);
  const film = Object.assign(document.createElement("video"), { preload: "auto", muted: true, src: address(`content/media/${video}`) });
  // Kept until the page's player has surely taken over.
  setTimeout(() => {
    film.removeAttribute("src");
    film.load();
  }, 15_000);
}

function hasCome(file) {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(address(file)).length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "resource", buffered: true });
  });
}

if (typeof WebAssembly !== "object") {
  show("boot-unsupported");
} else {
  fetchAhead();
  import(address(here.dataset.js))
    .then((program) => program.default({ module_or_path: address(here.dataset.wasm) }))
    .catch((reason) => {
      show("boot-failed", reason);
      throw reason;
    });
}
