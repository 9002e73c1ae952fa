"""`make audit` is not clean by accident: what was not asked about is not, nor is a list that lacks something."""

import json

from tests.audit import LOCK, listed, names, verdict

PAGE = {
    "dependencies": [
        {"name": "good", "version": "1", "vulns": []},
        {"name": "bad", "version": "2", "vulns": [{"id": "CVE-1"}, {"id": "CVE-2"}]},
        {"name": "unknown", "skip_reason": "not found"},
    ]
}


def test_faults_are_named_and_silence_is_not_clean() -> None:
    locked = {"good", "bad", "unknown", "left-out"}
    assert verdict(json.dumps(PAGE), locked) == (["bad 2: CVE-1", "bad 2: CVE-2"], {"unknown", "left-out"})
    assert verdict("no answer", locked) == ([], locked)


def test_the_list_names_versions_and_hashes() -> None:
    reference = [{"hashes": [{"alg": "SHA-256", "content": "0"}]}]
    parts = [
        {"name": "Django", "version": "5.2", "externalReferences": reference},
        {"name": "loose", "version": "", "externalReferences": reference},
        {"name": "bare", "version": "1", "externalReferences": [{}]},
    ]
    assert listed({"components": parts}) == {"django"}


def test_the_lock_is_read() -> None:
    found = names(LOCK.read_text(encoding="utf-8"))
    assert {"django", "pynacl", "psycopg"} <= found
    assert len(found) > 20
