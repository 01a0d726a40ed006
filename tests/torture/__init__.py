"""What the program has to survive, with the figures measured: ``python3 dev.py torture``.

A module here that has ``TRIALS`` adds its rows to the table; `test_trials.py` runs each of them in its short form.
"""
