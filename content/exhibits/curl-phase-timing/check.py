"""Serves one HTTPS call with a slow handshake, lets the script judge it, then lets it call a closed port."""
import os, socket, ssl, subprocess, sys, threading, time

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("cert.pem", "key.pem")
listener = socket.create_server(("127.0.0.1", 0))
calls = []

def serve(raw):
    time.sleep(0.4)                                   # before the ServerHello
    with context.wrap_socket(raw, server_side=True) as peer:
        calls.append(peer.recv(4096))
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")

def accept():
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

threading.Thread(target=accept, daemon=True).start()

def phases(port):
    return subprocess.run(["bash", sys.argv[1], f"https://localhost:{port}/"], capture_output=True, text=True,
                          timeout=20, env=dict(os.environ, CURL_CA_BUNDLE="cert.pem", LC_ALL="C"))

slow = phases(listener.getsockname()[1])
print(slow.stdout, end="")
print("slow:", ", ".join(line.split()[0] for line in slow.stdout.splitlines() if line.endswith("SLOW")) + ".")
print(len(calls), "call(s)")
with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
print("closed port: exit", phases(port).returncode)
