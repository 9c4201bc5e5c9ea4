"""Plays scenarios and prints their traces, each below a line with its name.

    python3.13 play.py Scenarios/Groups/FirstFailureCancelsSiblings.py ...

Without names: lists the public names of asyncio's high-level API, each with its chapter.
"""
import os
import runpy
import sys
import warnings

if sys.version_info[:2] != (3, 13):
    raise SystemExit(f"The traces are those of CPython 3.13; this is {sys.version.split()[0]}.")

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
warnings.simplefilter("ignore")     # coroutines that never ran are part of the game

for script in sys.argv[1:]:
    print("==", script)
    runpy.run_path(script, run_name="__main__")
if len(sys.argv) == 1:
    import names
    names.main()
