"""Checks an unpacked archive of Comity: files, chain, seals, and the proofs under the checkpoint. See README.txt."""
import base64, hashlib, json, pathlib

sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
read = lambda name: pathlib.Path(name).read_bytes()

listed = {}
lines = read("manifest.txt").decode().splitlines()[3:]
for size, line in zip(lines[::2], lines[1::2]):
    digest, name = line.split("  ", 1)
    assert sha(read(name)).hex() == digest and size == f"# size {len(read(name))}", name
    listed[name] = digest
there = {p.as_posix() for p in pathlib.Path(".").rglob("*") if p.is_file()}
assert there == {*listed, "manifest.txt", "manifest.sig"}, "a file is missing, or one too many"

def root(nodes, own, first, end):
    if (first, end) in nodes:
        assert not any(first <= index < end for index in own), "a node stands where an event should"
        return nodes[first, end]
    if end - first == 1:
        return sha(b"\0", own[first])
    middle = first + (1 << (end - first - 1).bit_length() - 1)
    return sha(b"\1", root(nodes, own, first, middle), root(nodes, own, middle, end))

def nodes(lines):
    return {(int(a), int(b)): bytes.fromhex(h) for a, b, h in map(str.split, lines)}

own, ends, seals = {}, {}, set()
for name in sorted(n for n in listed if n.endswith(".jsonl")):
    previous, run = bytes(32), None
    for number, line in enumerate(read(name).splitlines(), 1):
        event = json.loads(line)
        assert (event["run_number"], event["run_previous"]) == (number, previous.hex()), (name, number)
        previous, run = sha(line), "/".join(event["subject"].split("/")[:2])
        own[event["sequence"] - 1] = previous
        seals.update(line.decode().split('"'))
    ends[run] = sha(f"{run}\n{number}\n{previous.hex()}\n".encode())

origin, size, record_root, heads_root = read("record/checkpoint.txt").decode().splitlines()[:4]
tree = nodes(read("record/tree.txt").decode().splitlines())
assert base64.b64encode(root(tree, own, 0, int(size))).decode() == record_root, "the events are not in the signed record"
heads = read("record/heads.txt").decode().splitlines()
places = [line.split(" ", 2) for line in heads if line.startswith("head ")]
assert {run for _, _, run in places} == set(ends), "the end of a run is missing"
last = {int(place): ends[run] for _, place, run in places}
tree = nodes(line for line in heads if line[0].isdigit())
top = root(tree, last, 0, int(heads[0].split()[1]))
assert "heads " + base64.b64encode(top).decode() == heads_root, "a run ends elsewhere"

for one in json.loads(read("words.json")):
    seal = sha(b"comity sealed words 2\0", bytes.fromhex(one["salt"]), f"{one['field']}\0{one['words']}".encode())
    assert seal.hex() in seals, ("nobody said this", one)
for version in json.loads(read("dossier.json"))["versions"]:
    assert version["digest"] == listed[f"texts/{version['number']}.md"], version["number"]
print(f"All holds: {len(own)} events of {size}, if manifest.sig is by the key you know.")
