// Puts the cut program together for a host: each part made small, one file for each page (so that opening a page costs
// one request), everything named by its content, and the page told where they are.
//
// node parts.mjs --cut DIR --bound DIR --out DIR --base /x/
//   --cut    what wasm-split-cli wrote: chunks, one part for each page, their loader
//   --bound  what wasm-bindgen wrote for the main part
//   --out    the folder with the page, in which the files are put
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const options = Object.fromEntries(["cut", "bound", "out", "base"].map((name) => [name, { type: "string" }]));
const { cut, bound, out, base } = parseArgs({ options }).values;

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
  const parts = {};
  for (const [page, names] of pagesOf(loader)) {
    const packed = await pack(names);
    parts[page] = { file: `part-${page}-${hashOf(packed)}.wasm`, names };
    await writeFile(join(out, parts[page].file), packed);
  }

  await copyFile(join(bound, "main.js"), join(work, "main.js"));
  await cp(join(bound, "snippets"), join(work, "snippets"), { recursive: true, force: true }).catch(() => undefined);
  await writeFile(join(work, "__wasm_split.js"), packedLoader(loader, parts));
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
  await tell(names, parts);
}

async function optimise(from, to) {
  await run("wasm-opt", [...smaller, from, "-o", to]);
}

function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/** Every page with the pieces it needs, its own last. */
function pagesOf(loader) {
  const pages = [...loader.matchAll(/export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\([^]*?\n, \[([^\]]*)\]\)\);/g)];
  if (pages.length === 0) throw new Error("the loader of wasm-split-cli has another form than expected");
  return pages.map(([, page, chunks]) => [page, [...(chunks.match(/chunk_\d+/g) ?? []), `split_${page}`]]);
}

/**
 * An empty program that carries the pieces as sections of its own: hosts know the type, compress it and let it be kept.
 */
async function pack(names) {
  const sections = await Promise.all(
    names.map(async (name) => {
      const piece = await readFile(join(work, `${name}.wasm`));
      const body = Buffer.concat([leb128(name.length), Buffer.from(name), piece]);
      return Buffer.concat([Buffer.of(0), leb128(body.length), body]);
    }),
  );
  return Buffer.concat([Buffer.from("\0asm\x01\0\0\0"), ...sections]);
}

function leb128(number) {
  const bytes = [];
  for (; number > 0x7f; number >>>= 7) bytes.push((number & 0x7f) | 0x80);
  return Buffer.of(...bytes, number);
}

/** The same loader, taking its pieces from the one file of the page that is opened. */
function packedLoader(loader, parts) {
  const files = Object.fromEntries(Object.entries(parts).map(([page, { file, names }]) => [page, [file, ...names]]));
  const prologue = `
const files = ${JSON.stringify(files)};
const opened = {};
let opening;
function open(page) {
  const [file, ...names] = files[page];
  const early = globalThis.yoshuParts?.[page];
  delete globalThis.yoshuParts?.[page];
  return (early ?? fetch(new URL(file, import.meta.url))).then(async (answer) => {
    if (!answer.ok) throw new Error(file + ": " + answer.status);
    const part = await WebAssembly.compile(await answer.arrayBuffer());
    return Object.fromEntries(names.map((name) => [name, WebAssembly.Module.customSections(part, name)[0]]));
  });
}
function piece(name) {
  const page = opening;
  opened[page] ??= open(page).catch((reason) => { delete opened[page]; throw reason; });
  return opened[page].then((pieces) => pieces[name]);
}
// A loader starts all its pieces before it first waits, so that they know for which page.
function within(page, load) {
  return () => {
    opening = page;
    return load();
  };
}
`;
  let text = loader
    .replace(/fetch\(new URL\("\.\/(\w+)\.wasm", import\.meta\.url\)\)/g, 'piece("$1")')
    .replaceAll("WebAssembly.instantiateStreaming(src, imports)", "WebAssembly.instantiate(await src, imports)")
    .replace(
      /export const __wasm_split_load_(\w+) = wrapAsyncCb\((makeLoad\([^]*?\n, \[[^\]]*\]\))\);/g,
      'export const __wasm_split_load_$1 = wrapAsyncCb(within("$1", $2));',
    );
  if (/instantiateStreaming|\.wasm"/.test(text)) throw new Error("the loader of wasm-split-cli has another form than expected");
  const place = text.indexOf("let sharedImports");
  return text.slice(0, place) + prologue + text.slice(place);
}

/** The page starts the program, and fetches the part of its address at once. */
async function tell({ js, wasm }, parts) {
  const list = Object.entries(parts).map(([page, { file }]) => `${page}=${base}${file}`).join(" ");
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
