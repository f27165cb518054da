import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { drive } from "./drive.mjs";

const REPEATABLE = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

export class Client {
  constructor({ sockets = 10, timeout = 1000, tries = 3, deadline = 3000 } = {}) {
    Object.assign(this, { timeout, tries, deadline });
    this.agent = new http.Agent({ keepAlive: true, maxSockets: sockets });
  }

  send(method, url, body, signal) {
    return new Promise((resolve, reject) => {
      const options = { method, agent: this.agent, timeout: this.timeout, signal };
      const req = http.request(url, options, resolve);
      req.on("timeout", () => req.destroy(new Error("timeout")));
      req.on("error", reject);
      signal.addEventListener("abort", () => reject(signal.reason));  // also without a socket
      req.end(body);
    });
  }

  async read(res) {
    const chunks = [];
    for await (const chunk of res) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  async request(method, url, body) {
    const signal = AbortSignal.timeout(this.deadline);
    for (let attempt = 1; ; attempt++) {
      let pause = Math.random() * 100 * 2 ** attempt;
      try {
        const res = await this.send(method, url, body, signal);
        const text = await this.read(res);
        if (res.statusCode < 500) return { status: res.statusCode, text };
        const after = Number(res.headers["retry-after"]);
        if (after > 0) pause += after * 1000;
        throw new Error(`status ${res.statusCode}`);
      } catch (error) {
        if (attempt === this.tries || !REPEATABLE.has(method)) throw error;
        await sleep(pause, undefined, { signal });
      }
    }
  }
}

await drive(Client);
