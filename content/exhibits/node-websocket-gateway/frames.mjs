// Just enough of RFC 6455 for a review: whole messages of up to 65535 bytes, no extensions.
import { createHash } from "node:crypto";

export const TEXT = 1, CLOSE = 8, PING = 9, PONG = 10;

export function accept(req, socket) {
  const key = req.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
    `Sec-WebSocket-Accept: ${createHash("sha1").update(key).digest("base64")}\r\n\r\n`);
  socket.on("end", () => socket.end());         // http opens its sockets with allowHalfOpen
}

export function frame(opcode, payload = "", mask = false) {
  const data = Buffer.from(payload);
  const long = data.length > 125;
  const head = Buffer.alloc(long ? 4 : 2);
  head[0] = 0x80 | opcode;
  head[1] = (long ? 126 : data.length) | (mask ? 0x80 : 0);
  if (long) head.writeUInt16BE(data.length, 2);
  return Buffer.concat(mask ? [head, Buffer.alloc(4), data] : [head, data]);   // mask of zeros: the demo client only
}

export const going = (code) => frame(CLOSE, Buffer.from([code >> 8, code & 255]));

// A message is {"to": …, "text": …}; anything else becomes one to nobody.
export function message(data) {
  try {
    return { ...JSON.parse(data) };
  } catch {
    return {};
  }
}

// Returns a function that takes chunks and calls back for each whole frame.
export function reader(onFrame) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 2) {
      const long = (rest[1] & 127) === 126, masked = rest[1] >> 7;
      const start = 2 + (long ? 2 : 0) + (masked ? 4 : 0);
      if (rest.length < start) return;
      const length = long ? rest.readUInt16BE(2) : rest[1] & 127;
      if (rest.length < start + length) return;
      const data = Buffer.from(rest.subarray(start, start + length));
      if (masked) for (let i = 0; i < length; i++) data[i] ^= rest[start - 4 + (i % 4)];
      const opcode = rest[0] & 15;
      rest = rest.subarray(start + length);
      onFrame(opcode, data);
    }
  };
}
