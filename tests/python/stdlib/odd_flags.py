"""Flags whose members are no ints."""
import enum
for make in (lambda: enum.Flag("F", {"A": "a"}), lambda: enum.Flag("F", {"A": 1, "B": 2.5}), lambda: enum.Flag("F", {"A": None}), lambda: list(enum.Flag("F", {"A": 1, "Z": 0, "C": 3, "D": 4})), lambda: enum.IntFlag("F", {"A": "1"}), lambda: enum.Flag("F", {"A": True}), lambda: enum.Flag("F", {"A": (1, 2)}), lambda: list(enum.IntFlag("F", {"N": -1, "A": 1}))):
    try: print(make())
    except Exception as e: print(type(e).__name__, e)
