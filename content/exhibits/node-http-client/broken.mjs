import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { drive } from "./drive.mjs";

export class Client {
  constructor({ sockets = 10, timeout = 1000, tries = 3, deadline = 3000 } = {}) {
    Object.assign(this, { timeout, tries, deadline });
    this.agent = new http.Agent({ keepAlive: true, maxSockets: sockets });
  }

  send(method, url, body) {
    return new Promise((resolve, reject) => {
      const options = { method, agent: this.agent, timeout: this.timeout };
      const req = http.request(url, options, resolve);
      req.on("timeout", () => reject(new Error("timeout")));
      req.on("error", reject);
      req.end(body);
    });
  }

  read(res) {
    return new Promise((resolve) => {
      const chunks = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("end", () => resolve(Buffer.concat(chunks).toString()));
    });
  }

  async request(method, url, body) {
    for (let attempt = 1; ; attempt++) {
      try {
        const res = await this.send(method, url, body);
        if (res.statusCode < 500) {
          return { status: res.statusCode, text: await this.read(res) };
        }
        throw new Error(`status ${res.statusCode}`);
      } catch (error) {
        if (attempt === this.tries) throw error;
        await sleep(100);
      }
    }
  }
}

await drive(Client);
