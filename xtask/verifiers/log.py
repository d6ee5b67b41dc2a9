# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Checks that a certificate is on record, with nothing of the server's: RFC 6962 and C2SP's tlog-proof written down again.

python log.py KEY PROOF CREDENTIAL   one certificate: the log's key, and two files
python log.py CASES                  every line of a file of cases
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Refused(Exception):
    """Why a proof is not believed."""


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def decoded(text):
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as cause:
        raise Refused(f"not base64: {text[:20]}") from cause


def root_of(leaf, index, size, path):
    """RFC 6962, section 2.1.1, from the leaf upwards: at each level, is there a right neighbour?"""
    if not 0 <= index < size:
        raise Refused("no such place")
    path, node, last, computed = list(path), index, size - 1, leaf
    while last > 0:
        if node % 2 == 1:
            computed = sha256(b"\x01", take(path), computed)
        elif node < last:
            computed = sha256(b"\x01", computed, take(path))
        node, last = node // 2, last // 2
    if path:
        raise Refused("the path is too long")
    return computed


def take(path):
    if not path:
        raise Refused("the path is too short")
    return path.pop(0)


def checkpoint_of(note, key):
    """C2SP signed-note and tlog-checkpoint: the size and root that the log of this key has signed."""
    name, key_id, material = key.strip().split("+", 2)
    material = decoded(material)
    if material[:1] != b"\x01" or sha256(name.encode(), b"\n", material)[:4].hex() != key_id:
        raise Refused("the key is not written rightly")
    text, separator, signatures = note.rpartition("\n\n")
    if not separator:
        raise Refused("no signatures")
    text += "\n"
    origin, size, root = text.split("\n")[:3]
    if origin != name:
        raise Refused("of another log")
    for line in signatures.splitlines():
        dash, signer, signature = line.split(" ")
        signature = decoded(signature)
        if dash == "\u2014" and signer == name and signature[:4].hex() == key_id:
            try:
                Ed25519PublicKey.from_public_bytes(material[1:]).verify(signature[4:], text.encode())
            except InvalidSignature as cause:
                raise Refused("the signature is wrong") from cause
            return int(size), decoded(root)
    raise Refused("not signed by this key")


def check(key, proof, credential):
    """Raises Refused; answers how many records the log had."""
    head, separator, note = proof.partition("\n\n")
    lines = head.split("\n")
    if not separator or lines[0] != "c2sp.org/tlog-proof@v1" or not lines[2].startswith("index "):
        raise Refused("not a proof file")
    extra = json.loads(decoded(lines[1].removeprefix("extra ")))
    size, root = checkpoint_of(note, key)
    leaf = extra["leaf"].encode()
    path = [decoded(line) for line in lines[3:]]
    if root_of(sha256(b"\x00", leaf), int(lines[2].removeprefix("index ")), size, path) != root:
        raise Refused("not in the log")
    digest = sha256(bytes.fromhex(extra["salt"]), extra["content"].encode()).hex()
    if extra["leaf"].split("\n")[-2] != f"64 {digest}":
        raise Refused("its content is not what was recorded")
    if json.loads(extra["content"])["credential_sha256"] != hashlib.sha256(credential).hexdigest():
        raise Refused("of another certificate")
    return size


def answer(key, proof, credential):
    try:
        return True, check(key, proof, credential)
    except (Refused, ValueError, IndexError, KeyError) as cause:
        return False, cause


def all_cases(file):
    asked = wrong = 0
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            holds, cause = answer(case["key"], case["proof"], case["credential"].encode())
            asked += 1
            if holds != (case["mutation"] is None):
                wrong += 1
                print(f"{case['mutation'] or 'unchanged'}: {cause}")
    print(f"{asked} asked, {wrong} answered wrongly")
    return wrong > 0


def one(key, proof, credential):
    with open(proof, encoding="utf-8") as text, open(credential, "rb") as data:
        holds, cause = answer(key, text.read(), data.read())
    print(f"on record, one of {cause}" if holds else f"refused: {cause}")
    return not holds


if __name__ == "__main__":
    sys.exit(all_cases(sys.argv[1]) if len(sys.argv) == 2 else one(*sys.argv[1:4]))
