// Starts the portal, and says so calmly when it cannot be started. A file of its own, because the content security
// policy allows no inline script.
const here = document.querySelector("script[data-wasm]");
const address = (name) => new URL(name, document.baseURI).href;

function show(id, reason) {
  const section = document.getElementById(id);
  if (!section) return; // The portal runs already and speaks for itself.
  document.getElementById("boot-waiting").hidden = true;
  globalThis.yoshuFilm?.remove();
  document.getElementById("boot-detail").textContent = reason ? String(reason) : "";
  document.getElementById("boot-retry").href = location.href;
  section.hidden = false;
}

// What a deep link needs is fetched beside the program, not after it: the part of the program that its page is in, which
// the program takes from here; the film of a chapter, or the text of a course. Our own element names the files.
function fetchAhead() {
  const path = location.pathname.slice(new URL(document.baseURI).pathname.length);
  const [first, course, page = first, chapter] = path.split("/");
  const part = { chapters: "chapter", "self-assessment": "self_assessment", courses: "course" }[page] ?? page;
  const file = here.dataset.parts?.split(" ").find((known) => known.startsWith(`${part}=`))?.split("=")[1];
  if (!file) return;
  globalThis.yoshuParts = { [part]: begin(file) };
  if (first !== "courses" || page === "completion") return;
  if (page === "chapters") {
    showFilm(course, chapter).catch(() => undefined); // The program tries again, and speaks of it.
    return;
  }
  for (const text of here.dataset.courses?.split(" ") ?? []) {
    if (!text.startsWith(`content/courses/${course}/`)) continue;
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address(text) });
    document.head.append(link);
  }
}

function begin(file) {
  const answer = fetch(address(file));
  answer.catch(() => undefined); // The program hears of it when it wants the file.
  return answer;
}

// The film's first frame needs no program: it is shown at once, and the program takes this very element over
// (`browser/media/film.rs`). Not more than that frame is loaded, so that the program is not kept waiting.
async function showFilm(course, chapter) {
  const path = "content/catalog.json";
  const catalog = begin(path);
  globalThis.yoshuAhead = { [path]: catalog };
  const { courses } = await (await catalog).clone().json();
  const { outline } = courses.find((entry) => entry.outline.id === course);
  const { video } = outline.chapters.find((known) => known.id === chapter);
  const waiting = document.getElementById("boot-waiting");
  if (!waiting) return; // The program was faster.
  const film = Object.assign(document.createElement("video"), { preload: "metadata", playsInline: true, className: "boot__film" });
  film.setAttribute("src", `content/media/${video}`);
  globalThis.yoshuFilm = film;
  waiting.after(film);
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
