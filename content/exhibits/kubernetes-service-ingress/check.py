"""Follows a request from the Ingress to the container and says where it stops. Reads the few YAML forms of these files."""
import re, sys

def read(lines):
    """A block of `key: value`, `key:` with a block below, or `- ` items; indentation decides."""
    if lines and lines[0].lstrip().startswith("- "):
        indent = len(lines[0]) - len(lines[0].lstrip())
        starts = [i for i, line in enumerate(lines) if line.startswith(" " * indent + "- ")] + [len(lines)]
        return [read([lines[a].replace("- ", "  ", 1)] + lines[a + 1:b]) for a, b in zip(starts, starts[1:])]
    out, at = {}, 0
    while at < len(lines):
        indent = len(lines[at]) - len(lines[at].lstrip())
        key, _, value = lines[at].strip().partition(":")
        end = at + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
            end += 1
        value = value.strip()
        out[key] = (int(value) if value.isdigit() else value) if value else read(lines[at + 1:end])
        at = end
    return out

text = open(sys.argv[1]).read()
documents = [read([line for line in part.splitlines() if line.strip()]) for part in re.split(r"(?m)^---$", text)]
deployment, service, ingress = documents
pod = deployment["spec"]["template"]
container = pod["spec"]["containers"][0]
says = []

path = ingress["spec"]["rules"][0]["http"]["paths"][0]
if path["pathType"] == "Exact":
    says.append(f"{path['path']}/42 is not routed")
wanted = path["backend"]["service"]["port"]
port = next((it for it in service["spec"]["ports"] if wanted in ({"number": it["port"]}, {"name": it["name"]})), None)
if port is None:
    says.append(f"the Service has no port {wanted}")
if not service["spec"]["selector"].items() <= pod["metadata"]["labels"].items():
    says.append("the selector matches no pod")
target = service["spec"]["ports"][0].get("targetPort", service["spec"]["ports"][0]["port"])
if not any(target in (it["name"], it["containerPort"]) for it in container["ports"]):
    says.append(f"nothing listens on target port {target}")
if "readinessProbe" not in container:
    says.append("pods count as ready from their first second")
print("\n".join(says) or "the request arrives")
sys.exit(bool(says))
