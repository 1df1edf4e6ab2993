// A static host as a site would have it: precompressed files, ranges, 404.html for addresses that are no file.
// node static.mjs --dir DIR [--base /x/] [--port 8080]
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";

const { values } = parseArgs({
  options: { dir: { type: "string" }, base: { type: "string", default: "/" }, port: { type: "string", default: "8080" } },
});
if (!values.dir) throw new Error("--dir names the folder to serve");
const base = values.base;

const hashed = /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$|^\/content\/(media|search)\/|^\/content\/courses\/[^/]+\/[0-9a-f]{16}\//;
const types = { ".cose": "application/cose", ".vtt": "text/vtt; charset=utf-8" };

const files = sirv(values.dir, {
  dev: true, // Looks at the folder at each request: it may be built anew while it is served.
  brotli: true,
  etag: true,
  setHeaders(response, path) {
    const plain = path.replace(/\.br$/, "");
    response.setHeader("Cache-Control", hashed.test(plain) ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    const type = types[plain.slice(plain.lastIndexOf("."))];
    if (type) response.setHeader("Content-Type", type);
  },
});

function notFound(request, response) {
  const brotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const body = readFileSync(join(values.dir, brotli ? "404.html.br" : "404.html"));
  response.writeHead(404, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": body.length,
    "Cache-Control": "no-cache",
    Vary: "Accept-Encoding",
    ...(brotli && { "Content-Encoding": "br" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

createServer((request, response) => {
  const below = request.url.startsWith(base);
  if (!below && (request.url === "/" || `${request.url}/` === base)) {
    response.writeHead(302, { Location: base }).end();
    return;
  }
  if (!below) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("outside the site\n");
    return;
  }
  request.url = `/${request.url.slice(base.length)}`;
  files(request, response, () => notFound(request, response));
}).listen(Number(values.port), "127.0.0.1");
