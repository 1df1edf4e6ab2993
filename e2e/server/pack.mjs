// Makes a folder small: scripts and sheets are minified, and every text and program file gets a brotli copy beside it,
// for hosts that serve those. node pack.mjs DIR
import { readdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { transform } from "esbuild";

const compress = promisify(brotliCompress);
const kinds = /\.(html|css|js|wasm|json|bin|svg|vtt|cose|webmanifest)$/;
const dir = process.argv[2];
if (!dir) throw new Error("name the folder to pack");

const files = (await readdir(dir, { recursive: true })).filter((name) => kinds.test(name));

// Content is left as it is: its hashes are checked.
async function minified(name) {
  const path = join(dir, name);
  const plain = await readFile(path);
  const loader = name.match(/^[^/]+\.(js|css)$/)?.[1];
  if (!loader) return plain;
  const { code } = await transform(plain.toString(), { loader, minify: true, legalComments: "none", target: loader === "js" ? "es2022" : undefined });
  await writeFile(path, code);
  return Buffer.from(code);
}

async function worker() {
  for (let name = files.pop(); name; name = files.pop()) {
    const plain = await minified(name);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    };
    await writeFile(join(dir, `${name}.br`), await compress(plain, { params }));
  }
}

// As many at a time as the machine has cores.
await Promise.all(Array.from({ length: availableParallelism() }, worker));
