"""How long things take, each against a reference measured in the same run: ``python3 dev.py bench``."""
