"""Many people at once among many spaces: `python -m tests.load`. docs/bench.md says what it measures."""
