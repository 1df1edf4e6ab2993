// Writes a brotli copy beside every text and program file of a folder, for hosts that serve them. node compress.mjs DIR
import { readdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
const kinds = /\.(html|css|js|wasm|json|svg|vtt|cose|webmanifest)$/;
const dir = process.argv[2];
if (!dir) throw new Error("name the folder to compress");

const files = (await readdir(dir, { recursive: true })).filter((name) => kinds.test(name));

async function worker() {
  for (let name = files.pop(); name; name = files.pop()) {
    const plain = await readFile(join(dir, name));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    };
    await writeFile(join(dir, `${name}.br`), await compress(plain, { params }));
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, worker));
