"""Follows the events in an unpacked archive of Comity, and proves them under its signed checkpoint. See README.txt."""
import base64, hashlib, json, pathlib

read = lambda name: pathlib.Path(name).read_bytes()
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()

def root(lines, leaves, first, end):  # of a Merkle tree (RFC 6962): of our leaves, and nodes that hold none of them
    nodes = {(int(first), int(end)): bytes.fromhex(node) for first, end, node in lines}
    def over(first, end):
        if (first, end) in nodes: return nodes[first, end]
        if end - first == 1: return sha(b"\0", leaves.pop(first))
        middle = first + (1 << (end - first - 1).bit_length() - 1)
        return sha(b"\1", over(first, middle), over(middle, end))
    return base64.b64encode(over(first, end)).decode()

events, ends, strings = {}, {}, set()
for file in sorted(pathlib.Path("record").glob("*.jsonl")):
    before = bytes(32)
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        event = json.loads(line)
        assert (event["run_number"], event["run_previous"]) == (number, before.hex()), f"a gap before {line}"
        if event["kind"] == "version-published":
            assert event["payload"]["digest"] == sha(read(f"texts/{event['subject'].split('/')[-1]}.md")).hex(), line
        before, run = sha(line), "/".join(event["subject"].split("/")[:2])
        events[event["sequence"] - 1] = before
        strings.update(line.decode().split('"'))
    ends[run] = sha(f"{run}\n{number}\n{before.hex()}\n".encode())

count, (_, size, record_root, heads_root) = len(events), read("record/checkpoint.txt").decode().splitlines()[:4]
tree = [line.split() for line in read("record/tree.txt").decode().splitlines()]
assert root(tree, events, 0, int(size)) == record_root and not events, "these events are not in the signed record"
(_, runs), *heads = [line.split() for line in read("record/heads.txt").decode().splitlines()]
last = {int(place): ends.pop(run) for head, place, run in heads if head == "head"}
assert not ends, "it is not said where a run ends"
tree = [line for line in heads if line[0] != "head"]
assert "heads " + root(tree, last, 0, int(runs)) == heads_root and not last, "an event is missing at the end of a run"

for one in json.loads(read("words.json")):
    words = f"{one['field']}\0{one['words']}".encode()
    assert sha(b"comity sealed words 2\0", bytes.fromhex(one["salt"]), words).hex() in strings, f"nobody said {one}"
print(f"All holds: {count} events of {size}, if manifest.sig is by the key you know.")
