import http from "node:http";
import { accept, frame, message, reader, TEXT, CLOSE, PING, PONG } from "./frames.mjs";
import { drive } from "./drive.mjs";

export class Gateway {
  constructor({ origins, login, limit = 65536, interval = 30000 }) {
    Object.assign(this, { origins, login, limit, interval });
    this.users = new Map();
    this.server = http.createServer((req, res) => res.writeHead(426).end());
    this.server.on("upgrade", (req, socket) => this.open(req, socket));
    this.timer = setInterval(() => this.beat(), interval);
  }

  open(req, socket) {
    const user = this.login(req.headers.cookie);
    if (!user) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    accept(req, socket);
    this.users.set(user, socket);
    socket.on("data", reader((opcode, data) => {
      if (opcode === PING) socket.write(frame(PONG, data));
      if (opcode === CLOSE) socket.end(frame(CLOSE, data));
      if (opcode === TEXT) {
        const { to, text } = message(data);
        this.send(to, JSON.stringify({ from: user, text }));
      }
    }));
    socket.on("close", () => this.users.delete(user));
  }

  send(user, text) {
    this.users.get(user)?.write(frame(TEXT, text));
  }

  beat() {
    for (const socket of this.users.values()) socket.write(frame(PING));
  }

  close() {
    clearInterval(this.timer);
    return new Promise((done) => this.server.close(done));
  }
}

await drive(Gateway);
