import http from "node:http";
import { accept, frame, going, message, reader, TEXT, CLOSE, PING, PONG } from "./frames.mjs";
import { drive } from "./drive.mjs";

export class Gateway {
  constructor({ origins, login, limit = 65536, interval = 30000 }) {
    Object.assign(this, { origins, login, limit, interval });
    this.users = new Map();                     // user -> sockets, one per device
    this.server = http.createServer((req, res) => res.writeHead(426).end());
    this.server.on("upgrade", (req, socket) => this.open(req, socket));
    this.timer = setInterval(() => this.beat(), interval);
  }

  open(req, socket) {
    socket.on("error", () => socket.destroy());
    const user = this.origins.has(req.headers.origin) && this.login(req.headers.cookie);
    if (!user) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    accept(req, socket);
    if (!this.users.has(user)) this.users.set(user, new Set());
    this.users.get(user).add(socket);
    socket.on("data", reader((opcode, data) => {
      socket.quiet = 0;
      if (opcode === PING) socket.write(frame(PONG, data));
      if (opcode === CLOSE) socket.end(frame(CLOSE, data));
      if (opcode === TEXT) {
        const { to, text } = message(data);
        this.send(to, JSON.stringify({ from: user, text }));
      }
    }));
    socket.on("close", () => {
      this.users.get(user).delete(socket);
      if (!this.users.get(user).size) this.users.delete(user);
    });
  }

  send(user, text) {
    for (const socket of this.users.get(user) ?? []) {
      if (socket.writableLength < this.limit) socket.write(frame(TEXT, text));
      else socket.destroy();                    // too slow: it reconnects and catches up
    }
  }

  sockets() { return [...this.users.values()].flatMap((set) => [...set]); }

  beat() {
    for (const socket of this.sockets()) {
      socket.quiet = (socket.quiet ?? 0) + 1;
      socket.quiet > 2 ? socket.destroy() : socket.write(frame(PING));
    }
  }

  close(wait = 5000) {
    clearInterval(this.timer);
    for (const socket of this.sockets()) socket.end(going(1001));
    setTimeout(() => this.sockets().forEach((socket) => socket.destroy()), wait).unref();
    return new Promise((done) => this.server.close(done));
  }
}

await drive(Gateway);
