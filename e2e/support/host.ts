// A host of a test's own: a copy of the assembled fixture site, whose files can be renewed while it is served.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sites } from "../server/where.mjs";

/** Beside the ports of the sites that all tests share. */
const PORT = sites.real.port + 1;

export class Host {
  static readonly url = `http://127.0.0.1:${PORT}/`;

  private constructor(
    private readonly dir: string,
    private readonly process: ChildProcess,
  ) {}

  static async open(): Promise<Host> {
    const dir = await mkdtemp(join(tmpdir(), "yoshu-host-"));
    await cp(sites.fixture.dir, dir, { recursive: true });
    const server = fileURLToPath(new URL("../server/static.mjs", import.meta.url));
    const process = spawn("node", [server, "--dir", dir, "--port", String(PORT)], { stdio: "inherit" });
    const host = new Host(dir, process);
    await host.answers();
    return host;
  }

  read(path: string): Promise<Buffer> {
    return readFile(join(this.dir, path));
  }

  /** Puts another file in place of one, as a host's owner would. */
  async renew(path: string, content: Buffer | string): Promise<void> {
    await writeFile(join(this.dir, path), content);
    await rm(join(this.dir, `${path}.br`), { force: true });
  }

  /** Puts a file or a folder at another address. */
  async move(from: string, to: string): Promise<void> {
    await rename(join(this.dir, from), join(this.dir, to));
  }

  async close(): Promise<void> {
    const gone = once(this.process, "exit");
    this.process.kill();
    await gone;
    await rm(this.dir, { recursive: true, force: true });
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const answer = await fetch(Host.url).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no host answers at ${Host.url}`);
  }
}
