"""Every key in the house, and the only file that imports the crypto library (libsodium through PyNaCl).

| what | how |
|---|---|
| password or passphrase → key | Argon2id, 16-byte salt, cost kept beside the salt |
| text → envelope | XChaCha20-Poly1305, random nonce, padded, bound to where it stands |
| key → for one person | sealed box to their X25519 public half, bound likewise |
| text → for one person, surely from another | their authenticated box within a sealed box; padded, bound likewise |
| a copy to take along → file | age, the format and its Rust library, under a passphrase |
| code → key, code → look-up | BLAKE2b, two derivations with different purposes |
"""

import secrets
from collections.abc import Sequence
from typing import NamedTuple

import pyrage.passphrase
from nacl import bindings, exceptions, pwhash
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.public import Box, PrivateKey, PublicKey, SealedBox

KEY = 32
VERSION = b"\x01"
NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
SMALLEST = 256
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # what can be read aloud and typed without doubt
CODE = 20
RECOVERY = 26  # of 31 letters and digits: 128 bits


class CannotOpen(Exception):
    """This envelope does not open with this key in this place: wrong key, moved, or changed."""


class Cost(NamedTuple):
    """What one guess costs: passes over memory, and bytes of memory."""

    passes: int
    memory: int


class Pair(NamedTuple):
    """An X25519 key pair; both halves are 32 bytes."""

    public: bytes
    secret: bytes

    def __repr__(self) -> str:
        return "<sealed>"


def new_key() -> bytes:
    return secrets.token_bytes(KEY)


def new_salt() -> bytes:
    return secrets.token_bytes(pwhash.argon2id.SALTBYTES)


def new_pair() -> Pair:
    secret = PrivateKey.generate()
    return Pair(bytes(secret.public_key), bytes(secret))


def pair_of(secret: bytes) -> Pair:
    return Pair(bytes(PrivateKey(secret).public_key), secret)


def derive(password: str, salt: bytes, cost: Cost) -> bytes:
    """Argon2id (RFC 9106): the key a password stands for, 32 bytes."""
    return pwhash.argon2id.kdf(KEY, password.encode(), salt, opslimit=cost.passes, memlimit=cost.memory)


def seal(key: bytes, text: bytes, *place: str | int) -> bytes:
    """An envelope that opens only with `key` and only at `place`; its size tells a power of two, no more."""
    nonce = secrets.token_bytes(NONCE)
    padded = bindings.sodium_pad(text, _bucket(len(text)))
    return VERSION + nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, bound(*place), nonce, key)


def unseal(key: bytes, envelope: bytes, *place: str | int) -> bytes:
    """The text of an envelope, or CannotOpen."""
    if envelope[:1] != VERSION or len(envelope) < 1 + NONCE + 16:
        raise CannotOpen
    nonce, sealed = envelope[1 : 1 + NONCE], envelope[1 + NONCE :]
    try:
        padded = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, bound(*place), nonce, key)
        return bindings.sodium_unpad(padded, _bucket(len(padded) - 1))
    except (exceptions.CryptoError, ValueError) as fault:
        raise CannotOpen from fault


def wrap_for(public: bytes, text: bytes, *place: str | int) -> bytes:
    """For one person's eyes: a sealed box to their public half, with its place inside."""
    return VERSION + SealedBox(PublicKey(public)).encrypt(_digest(bound(*place)) + text)


def unwrap(pair: Pair, box: bytes, *place: str | int) -> bytes:
    """What `wrap_for` hid, or CannotOpen."""
    try:
        opened = SealedBox(PrivateKey(pair.secret)).decrypt(box[1:])
    except (exceptions.CryptoError, ValueError) as fault:
        raise CannotOpen from fault
    if box[:1] != VERSION or opened[:KEY] != _digest(bound(*place)):
        raise CannotOpen
    return opened[KEY:]


def drop(sender: Pair, public: bytes, text: bytes, *place: str | int) -> bytes:
    """For one person's eyes, and surely from `sender`: their authenticated box, padded, within a sealed one.

    The sender's key makes the inner box; only the receiver's opens the outer, so the sender's reads nothing back.
    """
    whole = _digest(bound(*place)) + text
    inner = Box(PrivateKey(sender.secret), PublicKey(public)).encrypt(
        bindings.sodium_pad(whole, _bucket(len(whole))), secrets.token_bytes(Box.NONCE_SIZE)
    )
    return VERSION + SealedBox(PublicKey(public)).encrypt(inner)


def pick_up(pair: Pair, sender: bytes, box: bytes, *place: str | int) -> bytes:
    """What `drop` hid, where it came from this sender; or CannotOpen."""
    try:
        inner = SealedBox(PrivateKey(pair.secret)).decrypt(box[1:])
        padded = Box(PrivateKey(pair.secret), PublicKey(sender)).decrypt(inner)
        whole = bindings.sodium_unpad(padded, _bucket(len(padded) - 1))
    except (exceptions.CryptoError, ValueError) as fault:
        raise CannotOpen from fault
    if box[:1] != VERSION or whole[:KEY] != _digest(bound(*place)):
        raise CannotOpen
    return whole[KEY:]


def new_code() -> str:
    """A code to read aloud: 20 characters, 100 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE))


def new_recovery_code() -> str:
    """A code nobody could guess, however long they try: 26 characters, 128 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY))


def new_phrase(words: Sequence[str], count: int) -> str:
    """That many different words, drawn by chance."""
    return " ".join(secrets.SystemRandom().sample(words, count))


def tidy_code(typed: str, length: int = CODE) -> str:
    """What was typed or pasted, as the code it means; spaces, dashes and lower case are forgiven."""
    return "".join(c for c in typed.upper() if c in ALPHABET)[: length + 1]


def in_groups(code: str, size: int = 5) -> str:
    """The code as it is read aloud and copied by hand."""
    return " ".join(code[at : at + size] for at in range(0, len(code), size))


def code_lookup(code: str) -> bytes:
    """What the server stores to find an invitation by its code; tells nothing about the key."""
    return _digest(code.encode(), b"invitation look-up")


def code_key(code: str) -> bytes:
    """The key an invitation's envelope is sealed under."""
    return _digest(code.encode(), b"invitation key")


def recovery_key(code: str) -> bytes:
    """The key a recovery code stands for. It has the bits of a key already, so guessing need not be made slow."""
    return _digest(code.encode(), b"recovery key")


def age_file(phrase: str, text: bytes) -> bytes:
    """A file in the age format (scrypt, then ChaCha20-Poly1305) that opens with this passphrase and nothing else."""
    return bytes(pyrage.passphrase.encrypt(text, phrase))


def mixed(purpose: str, *parts: bytes) -> bytes:
    """A key that only someone who holds every part can make."""
    return _digest(b"".join(parts), purpose.encode())


def fingerprint(key: bytes, text: bytes) -> bytes:
    """A keyed digest: equal for equal texts, and worthless to whoever lacks the key."""
    return _digest(text, b"fingerprint", key)


def row_id(cookie_key: bytes) -> str:
    """The name under which a session's half of a key is stored; the cookie cannot be had back from it."""
    return _digest(cookie_key, b"row id").hex()


def bound(*place: str | int) -> bytes:
    """A place as bytes, each part with its length, so that no two places run together."""
    parts = [str(part).encode() for part in ("reknit", *place)]
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _bucket(length: int) -> int:
    return max(SMALLEST, 1 << length.bit_length())


def _digest(text: bytes, purpose: bytes = b"", key: bytes = b"") -> bytes:
    return blake2b(text, digest_size=KEY, key=key, person=_digest(purpose)[:16] if purpose else b"", encoder=RawEncoder)
