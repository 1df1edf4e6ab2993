// Puts the cut program together for a host: each part made small, one file for each part (so that opening a page costs
// one request) with the styles that it alone needs, everything named by its content, and the page told where they are.
//
// node parts.mjs --cut DIR --bound DIR --styles DIR --out DIR --base /x/
//   --cut    what wasm-split-cli wrote: chunks, the parts, their loader
//   --bound  what wasm-bindgen wrote for the main part
//   --styles a folder for each part that has styles of its own
//   --out    the folder with the page, in which the files are put
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { build, transform } from "esbuild";

const run = promisify(execFile);
const options = Object.fromEntries(["cut", "bound", "styles", "out", "base"].map((name) => [name, { type: "string" }]));
const { cut, bound, styles, out, base } = parseArgs({ options }).values;

// Named one by one: `--all-features` writes forms that browsers refuse.
const features = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
const smaller = [
  "--one-caller-inline-max-function-size=20",
  "--always-inline-max-function-size=1",
  "-Oz",
  "--strip-debug",
  "--strip-producers",
  ...features.map((name) => `--enable-${name}`),
];

// A part that only another's page opens: what that one brought along is not sent again.
const within = { answering: "self_assessment" };

const work = await mkdtemp(join(tmpdir(), "yoshu-parts-"));
try {
  await assemble();
} finally {
  await rm(work, { recursive: true });
}

async function assemble() {
  const pieces = (await readdir(cut)).filter((name) => /^(chunk|split)_.*\.wasm$/.test(name));
  const waiting = [[bound, "main_bg.wasm"], ...pieces.map((name) => [cut, name])];
  // As many at a time as the machine has cores.
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await optimise(join(...next), join(work, next[1]));
  }));

  const loader = await readFile(join(cut, "__wasm_split.js"), "utf8");
  const files = {};
  const pages = pagesOf(loader);
  const unworn = (await readdir(styles)).filter((folder) => pages.every(([page]) => page !== folder));
  if (unworn.length > 0) throw new Error(`styles for pages that there are not: ${unworn.join(", ")}`);
  for (const [page, names] of pages) {
    const packed = await pack(page, names);
    files[page] = `part-${page}-${hashOf(packed)}.wasm`;
    await writeFile(join(out, files[page]), packed);
  }

  await copyFile(join(bound, "main.js"), join(work, "main.js"));
  await cp(join(bound, "snippets"), join(work, "snippets"), { recursive: true, force: true }).catch(() => undefined);
  await writeFile(join(work, "__wasm_split.js"), packedLoader(loader, files));
  const { outputFiles } = await build({
    entryPoints: [join(work, "main.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
  });
  const js = Buffer.from(outputFiles[0].contents);
  const wasm = await readFile(join(work, "main_bg.wasm"));
  const names = { js: `yoshu-app-${hashOf(js)}.js`, wasm: `yoshu-app-${hashOf(wasm)}_bg.wasm` };
  await writeFile(join(out, names.js), js);
  await writeFile(join(out, names.wasm), wasm);
  await tell(names, files);
}

async function optimise(from, to) {
  await run("wasm-opt", [...smaller, from, "-o", to]);
}

function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/** Every part with the pieces it needs and does not find here already, its own last. */
function pagesOf(loader) {
  const pages = [...loader.matchAll(/export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\([^]*?\n, \[([^\]]*)\]\)\);/g)];
  if (pages.length === 0) throw new Error("the loader of wasm-split-cli has another form than expected");
  const needed = Object.fromEntries(pages.map(([, page, chunks]) => [page, chunks.match(/chunk_\d+/g) ?? []]));
  const strangers = Object.entries(within).flat().filter((page) => !needed[page]);
  if (strangers.length > 0) throw new Error(`parts that there are not: ${strangers.join(", ")}`);
  const isHere = (page, piece) => needed[within[page]]?.includes(piece);
  return Object.entries(needed).map(([page, pieces]) => [page, [...pieces.filter((piece) => !isHere(page, piece)), `split_${page}`]]);
}

/**
 * An empty program that carries the pieces, their list and the page's styles as sections of its own: hosts know the type,
 * compress it and let it be kept.
 */
async function pack(page, names) {
  const pieces = names.map(async (name) => section(name, await readFile(join(work, `${name}.wasm`))));
  const about = [section("pieces", Buffer.from(names.join(" "))), section("style", await stylesOf(page))];
  return Buffer.concat([Buffer.from("\0asm\x01\0\0\0"), ...about, ...(await Promise.all(pieces))]);
}

function section(name, content) {
  const body = Buffer.concat([leb128(name.length), Buffer.from(name), content]);
  return Buffer.concat([Buffer.of(0), leb128(body.length), body]);
}

/** The sheets in the page's own folder, joined by name and made small; nothing for a page without. */
async function stylesOf(page) {
  const folder = join(styles, page);
  const sheets = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".css")).sort();
  const texts = await Promise.all(sheets.map((name) => readFile(join(folder, name), "utf8")));
  const { code } = await transform(texts.join("\n"), { loader: "css", minify: true, target: "es2022", legalComments: "none" });
  return Buffer.from(code.trim());
}

function leb128(number) {
  const bytes = [];
  for (; number > 0x7f; number >>>= 7) bytes.push((number & 0x7f) | 0x80);
  return Buffer.of(...bytes, number);
}

/**
 * The loader of wasm-split-cli's own form names every piece and fetches each by itself. This one keeps its door to the
 * program, takes the pieces from the page's one file, which lists them, and puts on what the page wears.
 */
function packedLoader(loader, files) {
  const place = loader.indexOf("function makeLoad");
  if (place < 0 || !loader.includes("function wrapAsyncCb")) throw new Error("the loader of wasm-split-cli has another form than expected");
  const doors = Object.keys(files).map((page) => `export const __wasm_split_load_${page} = wrapAsyncCb(() => once(opened, "${page}", open));`);
  return `${loader.slice(0, place)}
const files = ${JSON.stringify(files)};
const within = ${JSON.stringify(within)};
const opened = {};
const running = {};
// What fails is forgotten, so that it can be tried again.
function once(kept, name, start) {
  return (kept[name] ??= start(name).catch((reason) => { delete kept[name]; throw reason; }));
}
async function open(page) {
  if (within[page]) await once(opened, within[page], open);
  const early = globalThis.yoshuParts?.[page];
  delete globalThis.yoshuParts?.[page];
  const answer = await (early ?? fetch(new URL(files[page], import.meta.url)));
  if (!answer.ok) throw new Error(files[page] + ": " + answer.status);
  const part = await WebAssembly.compile(await answer.arrayBuffer());
  const section = (name) => WebAssembly.Module.customSections(part, name)[0];
  const text = (name) => new TextDecoder().decode(section(name));
  const run = (name) => once(running, name, () => WebAssembly.instantiate(section(name), getSharedImports()));
  const pieces = text("pieces").split(" ");
  const own = pieces.pop();
  await Promise.all(pieces.map(run));
  await run(own);
  const style = new CSSStyleSheet();
  style.replaceSync(text("style"));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
}
${doors.join("\n")}
`;
}

/** The page starts the program, and fetches the part of its address at once. */
async function tell({ js, wasm }, files) {
  const list = Object.entries(files).map(([page, file]) => `${page}=${base}${file}`).join(" ");
  const tags =
    `<script type="module" src="${base}boot.js" data-js="${base}${js}" data-wasm="${base}${wasm}" data-parts="${list}"></script>` +
    `<link rel="modulepreload" href="${base}${js}">` +
    `<link rel="preload" href="${base}${wasm}" as="fetch" type="application/wasm" crossorigin>`;
  const page = join(out, "index.html");
  const html = await readFile(page, "utf8");
  const marker = /<meta name="yoshu-portal"[^>]*>/;
  if (!marker.test(html)) throw new Error("index.html has no place for the portal");
  await writeFile(page, html.replace(marker, tags));
}
