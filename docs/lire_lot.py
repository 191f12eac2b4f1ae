#!/usr/bin/env python3
"""Lit un lot d'envoi Jalon sans Jalon : une ligne JSON par écriture.

    lire_lot.py trust.json cle.txt LOT...
    lire_lot.py --codes trust.json cle.txt LOT...      # un code par lot, rien d'autre

Il ne faut que python3, python3-nacl et la commande zstd. Le format est décrit dans format-lot.md ; ce
programme est la deuxième implémentation de tous ses contrôles, dans le même ordre et avec les mêmes
codes, et les tests la comparent à Jalon sur tout le corpus hostile. Il croit la racine que trust.json
nomme : c'est à vous de comparer ses huit mots avec la carte. Il ne juge pas la place dans la suite.
"""
import base64, datetime, hashlib, hmac, json, re, struct, subprocess, sys, unicodedata

from nacl.bindings import crypto_aead_chacha20poly1305_ietf_decrypt as decrypt
from nacl.bindings import crypto_scalarmult, crypto_scalarmult_base
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import VerifyKey


class Refused(Exception):
    pass


def need(condition, code):
    if not condition:
        raise Refused(code)


def hkdf(secret, salt, label):  # HKDF-SHA-256 (RFC 5869), un bloc
    key = hmac.new(salt or bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(key, label + b"\x01", hashlib.sha256).digest()


def bare64(text):  # base 64 canonique sans remplissage
    try:
        raw = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except ValueError:
        raise Refused("header-form")
    need(base64.b64encode(raw).rstrip(b"=") == text, "header-form")
    return raw


# --- Bech32 (BIP-173), pour les clés age -------------------------------------------------------
LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def checksum(prefix, digits):
    value = 1
    for digit in [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + digits:
        top, value = value >> 25, (value & 0x1FFFFFF) << 5 ^ digit
        for bit, mask in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            value ^= mask if top >> bit & 1 else 0
    return value


def regroup(digits, size, to, pad):
    bits = "".join(f"{digit:0{size}b}" for digit in digits)
    bits += "0" * (-len(bits) % to) if pad else ""
    return [int(bits[at : at + to], 2) for at in range(0, len(bits) - to + 1, to)]


def recipient_of(identity):
    digits = regroup(crypto_scalarmult_base(identity), 8, 5, True)
    rest = checksum("age", digits + [0] * 6) ^ 1
    return "age1" + "".join(LETTERS[digit] for digit in digits + [rest >> 5 * at & 31 for at in range(5, -1, -1)])


def identities_of(path):
    for line in open(path):
        if line.startswith("AGE-SECRET-KEY-1"):
            prefix, text = line.strip().lower().rsplit("1", 1)
            digits = [LETTERS.index(letter) for letter in text]
            assert checksum(prefix, digits) == 1, "clé age : somme de contrôle"
            yield bytes(regroup(digits[:-6], 5, 8, False))


# --- age v1 -----------------------------------------------------------------------------------
def header_of(data):
    """Les destinataires, la longueur de l'en-tête et son code."""
    need(data, "empty")
    first = data[: 16 << 10].split(b"\n")[0]
    if first != b"age-encryption.org/v1":
        need(not first.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----"), "armored")
        need(len(data) < 21 and b"age-encryption.org/v1".startswith(data), "not-age")
    at, stanzas = 0, []

    def line():
        nonlocal at
        end = data.find(b"\n", at, 16 << 10)
        need(end >= 0, "damaged" if len(data) < 16 << 10 else "header-too-long")
        at, text = end + 1, data[at:end]
        return text

    line()
    while True:
        text = line()
        if text.startswith(b"--- "):
            need(len(text) == 47 and stanzas, "header-form")
            return stanzas, at, bare64(text[4:])
        need(text.startswith(b"-> "), "header-form")
        need(len(stanzas) < 16, "header-too-long")
        words = text[3:].split(b" ")
        need(all(re.fullmatch(rb"[!-~]+", word) for word in words), "header-form")
        need(words[0] != b"scrypt", "passphrase")
        body = b""
        while True:
            text = line()
            need(len(text) <= 64, "header-form")
            body += bare64(text)
            if len(text) < 64:
                break
        stanzas.append((words, body))


def file_key(stanzas, identities):
    for identity in identities:
        for words, body in stanzas:
            if words[0] != b"X25519":
                continue
            need(len(words) == 2 and len(body) == 32, "header-form")
            share = bare64(words[1])
            need(len(share) == 32, "header-form")
            try:
                shared = crypto_scalarmult(identity, share)
            except (CryptoError, RuntimeError):
                raise Refused("header-form")
            salt = share + crypto_scalarmult_base(identity)
            try:
                key = hkdf(shared, salt, b"age-encryption.org/v1/X25519")
                return decrypt(body, None, bytes(12), key), recipient_of(identity)
            except CryptoError:
                continue
    raise Refused("not-for-us" if identities else "no-key")


class Stream:
    """Le contenu chiffré, morceau de 64 Kio par morceau, déchiffré à mesure qu'on le demande."""

    def __init__(self, data, identities):
        stanzas, end, code = header_of(data)
        key, self.recipient = file_key(stanzas, identities)
        signed = data[: end - 45]  # jusqu'à « --- » sans l'espace
        need(hmac.new(hkdf(key, b"", b"header"), signed, hashlib.sha256).digest() == code, "header-altered")
        need(len(data) >= end + 16, "damaged")
        self.key, self.data, self.at = hkdf(key, data[end : end + 16], b"payload"), data, end + 16
        self.number, self.held, self.read, self.ended = 0, b"", 0, False

    def more(self):
        if self.ended:
            return False
        sealed = self.data[self.at : self.at + (64 << 10) + 16]
        self.at += len(sealed)
        self.ended = self.at == len(self.data)
        need(len(sealed) >= 16 and (len(sealed) > 16 or self.number == 0), "damaged")
        try:
            nonce = self.number.to_bytes(11, "big") + bytes([self.ended])
            self.held += decrypt(sealed, None, nonce, self.key)
        except CryptoError:
            raise Refused("damaged")
        self.number += 1
        return True

    def take(self, count, short):
        while len(self.held) < count and self.more():
            pass
        taken, self.held = self.held[:count], self.held[count:]
        need(len(taken) == count, short)
        self.read += count
        return taken


# --- ustar canonique --------------------------------------------------------------------------
def tar_header(name, size):
    fields = [(name.encode(), 100), (b"0000600", 8), (b"0000000", 8), (b"0000000", 8), (b"%011o" % size, 12)]
    fields += [(b"00000000000", 12), (b" " * 8, 8), (b"0", 1), (b"", 100), (b"ustar", 6), (b"00", 2)]
    fields += [(b"", 64), (b"0000000", 8), (b"0000000", 8), (b"", 167)]
    block = b"".join(text.ljust(width, b"\0") for text, width in fields)
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def gap(stream, size, short="part-header"):
    need(not any(stream.take(-size % 512, short)), short)


def first(stream, name, cap, missing):
    block = stream.take(512, missing)
    need(re.fullmatch(rb"[0-7]{11}", block[124:135]), missing)
    size = int(block[124:135], 8)
    need(1 <= size <= cap and block == tar_header(name, size), missing)
    content = stream.take(size, "part-header")
    gap(stream, size)
    return content


# --- JSON canonique et caractères -------------------------------------------------------------
def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def depth(value):
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)


def parsed(text, code):
    """La valeur d'un JSON canonique : sinon, `code`."""

    def number(digits):
        need(len(digits) <= 17 and abs(int(digits)) < 1 << 53, code)
        return int(digits)

    def members(pairs):
        sound = all(key.isascii() and not key.startswith("$") for key, _ in pairs)
        need(len(dict(pairs)) == len(pairs) and sound, code)
        return dict(pairs)

    def never(_):
        raise Refused(code)

    try:
        value = json.loads(
            text.decode(), parse_int=number, parse_float=never, parse_constant=never, object_pairs_hook=members
        )
        need(canonical(value) == text and depth(value) < 128, code)
    except (ValueError, RecursionError):
        raise Refused(code)
    return value


HIDDEN = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e0fff\xad"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]"
)


def is_shown(value):
    if isinstance(value, str):
        marks = "".join("m" if unicodedata.category(c)[0] == "M" else "-" for c in value)
        return not HIDDEN.search(value) and "m" * 9 not in marks
    if isinstance(value, dict):
        return all("\n" not in key and is_shown(key) and is_shown(member) for key, member in value.items())
    return not isinstance(value, list) or all(map(is_shown, value))


def fits(value, shape):
    """Si la valeur a cette forme : un entier, un texte, N chiffres hexadécimaux, une liste, un objet."""
    if isinstance(shape, int):
        return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{shape}}}", value) is not None
    if shape == "instant":
        try:
            return datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).tzinfo is not None
        except (ValueError, AttributeError):
            return False
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(fits(value.get(key), inside) for key, inside in shape.items())
    return isinstance(value, shape) and not isinstance(value, bool) and (shape is not COUNT or value >= 0)


COUNT = int
PART = {"name": str, "raw": COUNT, "sha256": 64, "size": COUNT}
STRETCH = {"from": COUNT, "head": 64, "station": 32, "to": COUNT}
MANIFEST = {"base": COUNT, "crit": [str], "entries": COUNT, "epoch": 32, "format": str, "from": 32}
MANIFEST |= {"gen": COUNT, "journals": [STRETCH], "key": str, "parts": [PART], "prev": 64}
MANIFEST |= {"schema": COUNT, "seq": COUNT, "time": "instant", "to": [str]}
HEADER = {"at": "instant", "kind": str, "object": 32, "payload": 64, "previous": 64, "sequence": COUNT, "station": 32}


# --- SSHSIG -----------------------------------------------------------------------------------
def strings(blob):
    found = []
    while blob:
        need(len(blob) >= 4, "signature-form")
        size = struct.unpack(">I", blob[:4])[0]
        need(len(blob) >= 4 + size, "signature-form")
        found.append(blob[4 : 4 + size])
        blob = blob[4 + size :]
    return found


def signer_of(armored, namespace, message):
    """La clé publique qui a signé, et si la signature tient."""
    lines = armored.split(b"\n")
    need(lines[0] == b"-----BEGIN SSH SIGNATURE-----" and lines[-2:] == [b"-----END SSH SIGNATURE-----", b""], "signature-form")
    try:
        blob = base64.b64decode(b"".join(lines[1:-2]), validate=True)
    except ValueError:
        raise Refused("signature-form")
    text = base64.b64encode(blob)
    need(lines[1:-2] == [text[at : at + 70] for at in range(0, len(text), 70)], "signature-form")
    need(blob[:10] == b"SSHSIG\0\0\0\1", "signature-form")
    parts = strings(blob[10:])
    need(len(parts) == 5, "signature-form")
    public, name, reserved, digest, signature = parts
    key, made = strings(public), strings(signature)
    need(key and key[0] == b"ssh-ed25519" and digest == b"sha512", "signature-kind")
    need(name == namespace, "signature-namespace")
    need(len(key) == 2 and len(key[1]) == 32 and not reserved, "signature-form")
    need(len(made) == 2 and made[0] == b"ssh-ed25519" and len(made[1]) == 64, "signature-form")
    signed = [namespace, b"", b"sha512", hashlib.sha512(message).digest()]
    signed = b"SSHSIG" + b"".join(struct.pack(">I", len(part)) + part for part in signed)
    try:
        VerifyKey(key[1]).verify(signed, made[1])
        return public, True
    except BadSignatureError:
        return public, False


def blob_of(key):  # « ssh-ed25519 AAAA… »
    return base64.b64decode(key.split(" ")[1])


def trusted(path):
    """Qui est cru : {clé: (identité, est un poste, est révoqué)}."""
    envelope = parsed(open(path, "rb").read().removesuffix(b"\n"), "trust-form")
    trust, armored = envelope["trust"], envelope["signature"].encode()
    root, holds = signer_of(armored, b"jalon-trust@v1", canonical(trust) + b"\n")
    need(holds and root == blob_of(trust["root"]) and trust["format"] == "jalon-trust/1", "trust-signature")
    known = [(it, True) for it in trust["stations"]] + [(it, False) for it in trust["ops"]]
    return {blob_of(it["key"]): (it["id"], own, it["standing"] != "active") for it, own in known}


# --- Trames zstd (RFC 8878) -------------------------------------------------------------------
def inflated(frame, raw):
    """Le contenu d'exactement une trame de données, sans dictionnaire ni fenêtre de plus de 8 Mio, qui annonce `raw` octets."""
    need(frame[:4] == b"\x28\xb5\x2f\xfd" and len(frame) > 5, "part-frame")
    flags = frame[4]
    single, known = flags >> 5 & 1, flags >> 6
    need(not flags & 3, "part-frame")  # pas de dictionnaire
    window = 0 if single else (8 + (frame[5] & 7)) << (7 + (frame[5] >> 3))
    need(window <= 8 << 20, "part-frame")
    width = (single, 2, 4, 8)[known]
    at = 5 + (not single)
    size = int.from_bytes(frame[at : at + width], "little") + (256 if width == 2 else 0)
    at += width
    need(width and size == raw, "part-frame")
    last = 0
    while not last:
        need(len(frame) >= at + 3, "part-frame")
        block = int.from_bytes(frame[at : at + 3], "little")
        last, kind, length = block & 1, block >> 1 & 3, block >> 3
        at += 3 + (1 if kind == 1 else length)
    need(at + (4 if flags & 4 else 0) == len(frame), "part-frame")
    done = subprocess.run(["zstd", "-dcq", "--memory=8MB"], input=frame, capture_output=True)
    need(done.returncode == 0 and len(done.stdout) == raw, "part-frame")
    return done.stdout


# --- Le lot -----------------------------------------------------------------------------------
def manifest_of(text):
    need(text.endswith(b"\n"), "manifest-form")
    manifest = parsed(text[:-1], "manifest-form")
    need(isinstance(manifest, dict), "manifest-form")
    said = manifest.get("format")
    need(not isinstance(said, str) or said == "jalon-bundle/1", "newer-format")
    need(is_shown(manifest), "manifest-form")
    need(not (isinstance(manifest.get("crit"), list) and manifest["crit"]), "unknown-critical")
    need(fits(manifest, MANIFEST), "manifest-form")
    lives = manifest.get("lives", [])
    need(fits(lives, [{"id": 32, "station": 32}]) and len(lives) <= 1000, "manifest-form")
    need(manifest["seq"] >= 1 and manifest["base"] < manifest["seq"], "manifest-form")
    need((manifest["seq"] == 1) == (manifest["prev"] == "0" * 64), "manifest-form")
    return manifest


def own_journals(manifest, station):
    """Le journal de la première vie d'un poste, et ceux des vies que le sommaire nomme."""
    theirs = [bytes.fromhex(life["id"]) for life in manifest.get("lives", []) if life["station"] == station]
    digests = [hashlib.sha256(b"jalon-life-journal-v1\0" + bytes.fromhex(station) + life) for life in theirs]
    return {station} | {digest.hexdigest()[:32] for digest in digests}


def check_lists(manifest):
    journals, parts = manifest["journals"], manifest["parts"]
    stations = [it["station"] for it in journals]
    need(len(journals) <= 1000 and stations == sorted(set(stations)), "part-list")
    need(all(1 <= it["from"] <= it["to"] + 1 for it in journals), "part-list")
    announced = sum(it["to"] + 1 - it["from"] for it in journals)
    need(announced == manifest["entries"] <= 2_000_000, "entry-count")
    need(len(parts) <= 10_000, "part-list")
    before = None
    for number, part in enumerate(parts):
        name, blob = part["name"], "blobs/" + part["sha256"]
        if before is None and name == f"entries/{number:06}.jsonl.zst":
            need(1 <= part["raw"] <= 8 << 20 and 1 <= part["size"] <= (8 << 20) + (64 << 10), "part-list")
        else:
            need(name == blob and part["raw"] == part["size"] and (before or "") < blob, "part-list")
            before = blob
    for size in ([part["raw"] for part in parts], [part["size"] + 1024 for part in parts]):
        need(sum(size) < 4 << 30, "part-list")
    has_entries = bool(parts) and parts[0]["name"].startswith("entries/")
    need(has_entries == (manifest["entries"] > 0), "part-list")


def entry_of(line):
    need(len(line) < 256 << 10, "line-form")
    entry = parsed(line, "line-form")
    need(isinstance(entry, dict) and {"header"} <= set(entry) <= {"header", "payload"}, "line-form")
    header, payload = entry["header"], entry.get("payload", {})
    need(isinstance(payload, dict) and fits(header, HEADER), "line-form")
    need(header.get("person") is None or fits(header["person"], 32), "line-form")
    if "payload" in entry:
        digest = hashlib.sha256(b"jalon-payload-v1\0" + canonical(payload)).hexdigest()
        need(digest == header["payload"], "entry-payload")
    else:
        need(header.get("person"), "entry-payload")
    need(re.fullmatch("[a-z0-9_]{1,64}", header["kind"]), "line-form")
    need(is_shown(entry), "characters")
    return entry


def follow(entry, stretches):
    """Avance dans les suites annoncées : [station, numéro attendu, dernier, tête, empreinte d'avant]."""
    while stretches and stretches[0][1] > stretches[0][2]:
        stretches.pop(0)
    need(stretches, "entry-count")
    station, number, last, head, before = stretches[0]
    header = entry["header"]
    before = before or ("0" * 64 if number == 1 else header["previous"])
    same = (header["station"], header["sequence"], header["previous"]) == (station, number, before)
    need(same, "entry-chain")
    digest = hashlib.sha256(b"jalon-chain-v1\0" + canonical(header)).hexdigest()
    need(number < last or digest == head, "entry-chain")
    stretches[0][1], stretches[0][4] = number + 1, digest


def padded(size):  # PADMÉ
    exponent = size.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return (size + step - 1) // step * step


def entries_of(data, identities, trust):
    """Les écritures d'un lot dont tout est vérifié ; sinon, un refus."""
    stream = Stream(data, identities)
    text = first(stream, "manifest.json", 1 << 20, "manifest-missing")
    armored = first(stream, "manifest.json.sig", 4 << 10, "signature-missing")
    key, holds = signer_of(armored, b"jalon-bundle@v1", text)
    need(key in trust, "unknown-signer")
    station, is_station, revoked = trust[key]
    need(not revoked, "revoked")
    need(holds, "signature-wrong")
    manifest = manifest_of(text)
    shown = "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")
    need((manifest["from"], manifest["key"]) == (station, shown), "wrong-sender")
    need(stream.recipient in manifest["to"], "not-addressed")
    own = own_journals(manifest, station)
    need(not is_station or all(it["station"] in own for it in manifest["journals"]), "foreign-journal")
    check_lists(manifest)
    stretches = [[it["station"], it["from"], it["to"], it["head"], None] for it in manifest["journals"]]
    entries = []
    for part in manifest["parts"]:
        need(stream.take(512, "part-header") == tar_header(part["name"], part["size"]), "part-header")
        content = stream.take(part["size"], "part-header")
        need(hashlib.sha256(content).hexdigest() == part["sha256"], "part-digest")
        gap(stream, part["size"])
        if part["name"].startswith("entries/"):
            lines = inflated(content, part["raw"])
            need(lines.endswith(b"\n"), "line-form")
            for line in lines[:-1].split(b"\n"):
                entries.append(entry_of(line))
                follow(entries[-1], stretches)
    need(all(number > last for _, number, last, _, _ in stretches), "entry-count")
    left = padded(stream.read + 1024) - stream.read
    need(not any(stream.take(left, "archive-end")), "archive-end")
    need(not stream.held and not stream.more(), "archive-end")
    return entries


def main(arguments):
    codes_only = arguments[:1] == ["--codes"]
    trust_path, key_path, *bundles = arguments[codes_only:]
    trust, identities, refused = trusted(trust_path), list(identities_of(key_path)), False
    for bundle in bundles:
        try:
            entries, code = entries_of(open(bundle, "rb").read(), identities, trust), "verified"
        except Refused as refusal:
            entries, code, refused = [], str(refusal), True
        if codes_only:
            print(code)
            continue
        for entry in entries:
            print(json.dumps(entry, ensure_ascii=False))
        if code != "verified":
            print(f"{bundle} : {code}", file=sys.stderr)
    return refused and not codes_only


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
