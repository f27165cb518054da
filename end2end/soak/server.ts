// A server of the test's own, on a database that outlives it: it may be killed at any moment and started again.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { DEMO_EMAIL, DEMO_PASSWORD } from "../fixtures/demo";

const ROOT = path.join(import.meta.dirname, "../..");
const PROGRAM = path.join(ROOT, "target", process.env.HOPWISE_E2E_PROFILE ?? "release", "hopwise");

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export class Server {
  private child?: ChildProcess;
  private constructor(private readonly folder: string, private readonly database: string, private readonly port: number) {}

  /** On SQLite in a folder of its own, or on a database that is there; with one person who may do everything. */
  static async start(database?: string) {
    const folder = mkdtempSync(path.join(tmpdir(), "hopwise-soak-"));
    const server = new Server(folder, database ?? `sqlite:${folder}/hopwise.db`, await freePort());
    await server.up();
    const roles = ["administrator", "lead", "interviewer"].flatMap((it) => ["--role", it]);
    const added = spawnSync(PROGRAM, ["user", "add", "--database", server.database, "--email", DEMO_EMAIL, "--name", "Soak", ...roles], { cwd: ROOT, input: `${DEMO_PASSWORD}\n` });
    if (added.status !== 0) throw new Error(String(added.stderr));
    return server;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it; resolves when it is ready. */
  async up() {
    const child = spawn(PROGRAM, ["serve", "--database", this.database, "--listen", `127.0.0.1:${this.port}`, "--log", "error"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    this.child = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      const ready = await fetch(`${this.url}/readyz`).then((it) => it.ok, () => false);
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** SIGKILL: nothing is finished, nothing is written down. */
  kill() {
    const child = this.child;
    return new Promise<void>((resolve) => {
      child?.once("exit", () => resolve());
      child?.kill("SIGKILL");
    });
  }

  async end() {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
