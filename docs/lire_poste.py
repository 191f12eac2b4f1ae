#!/usr/bin/env python3
"""Lit un poste Jalon sans Jalon : une ligne JSON par écriture du journal.

    lire_poste.py DOSSIER < phrase-de-passe.txt

Il ne faut que python3, python3-nacl et python3-argon2. Le format est décrit dans format-poste.md ;
ce programme est la deuxième implémentation, et les tests la font lire un poste à chaque fois.
Une phrase générée se tape telle que Jalon l'a montrée, accents compris.
"""
import base64, hashlib, hmac, json, pathlib, struct, sys, unicodedata

from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt

store = pathlib.Path(sys.argv[1])
passphrase = unicodedata.normalize("NFC", sys.stdin.readline().rstrip("\n")).encode()
station = bytes.fromhex(json.loads((store / "station.json").read_text())["station"])


def opened(key, context, sealed):
    return decrypt(sealed[24:], context, sealed[:24], key)


def subkey(label):  # HKDF-SHA-256, expansion seule (RFC 5869) : un seul bloc suffit
    return hmac.new(master, label.encode() + b"\x01", hashlib.sha256).digest()


def context(what, place=b""):
    return what.encode() + b"\x00" + station + place


# 1. La phrase de passe ouvre l'emplacement, qui contient la clé maîtresse.
line, rest = (store / "slots/00-passphrase.slot").read_text().split("\n", 1)
_, _, _, m, t, p, salt = line.split(" ")
m, t, p = (int(word[2:]) for word in (m, t, p))
key = hash_secret_raw(passphrase, bytes.fromhex(salt[5:]), t, m, p, 32, Type.ID, 19)
master = opened(key, line.encode() + b"\n", base64.b64decode(rest))

# 2. Le trousseau : une clé par personne ; zéro quand la personne a été effacée.
ring = opened(subkey("jalon/keyring/v1"), context("keyring/1"), (store / "keyring").read_bytes())
people = {ring[at : at + 16]: ring[at + 17 : at + 49] for at in range(8, len(ring), 49) if ring[at + 16]}

# 3. Les segments : des trames, chacune d'une ou plusieurs écritures, close par un sceau.
previous = {}
for segment in sorted((store / "segments").glob("*.seg")):
    data, at = segment.read_bytes(), 0
    while at < len(data):
        magic, number, owner, first, count, length = struct.unpack_from(">8sQ16sQII", data, at)
        assert magic == b"JalonFr1", f"{segment} : trame attendue à {at}"
        end = at + 48 + length
        closing = opened(subkey("jalon/chain/v1"), context("frame/1", data[at:end]), data[end : end + 80])
        at += 48
        for sequence in range(first, first + count):
            (size,) = struct.unpack_from(">I", data, at)
            record, at = data[at + 4 : at + 4 + size], at + 4 + size
            place = owner + struct.pack(">Q", sequence)
            (size,) = struct.unpack_from(">I", record, 1)
            header = opened(subkey("jalon/journal/v1"), context("header/1", place), record[5 : 5 + size])
            said = json.loads(header)
            assert said["sequence"] == sequence and said["station"] == owner.hex()
            assert said["previous"] == previous.get(owner, "0" * 64), f"écriture {sequence} : chaîne rompue"
            previous[owner] = hashlib.sha256(b"jalon-chain-v1\x00" + header).hexdigest()
            person = bytes.fromhex(said["person"]) if "person" in said else bytes(16)
            key = people.get(person) if "person" in said else subkey("jalon/own/v1")
            payload = None
            if record[5 + size :] and key:
                payload = opened(key, context("payload/1", place + person), record[5 + size :])
                assert said["payload"] == hashlib.sha256(b"jalon-payload-v1\x00" + payload).hexdigest()
            print(json.dumps({"header": said, "payload": payload and json.loads(payload)}, ensure_ascii=False))
        assert closing == struct.pack(">Q", first + count - 1) + bytes.fromhex(previous[owner])
        at = end + 80
