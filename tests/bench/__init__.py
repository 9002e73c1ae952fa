"""What things cost: `make bench`, or `python -m tests.bench [SUBJECT …]`. docs/bench.md says how to add to it."""
