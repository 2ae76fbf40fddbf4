update-expected:
	.venv/bin/python tests/harness/update.py $(ONLY)
