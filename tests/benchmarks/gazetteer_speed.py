"""Measures the gazetteer: processor time to open it, memory that it takes, processor time for a look-up.

python -m tests.benchmarks.gazetteer_speed
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from pathlib import Path

from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.keys import name_key

# Names of all kinds: cities and villages, provinces, quarters, other spellings, and some that are nowhere.
NAMES = (
    "Baghdad", "Deir Ezzor", "Idlib", "Springfield", "San Salvador", "Karrada", "Kalma", "Helmand", "Gudumbali",
    "Tripoli", "Frayser", "Jalalabad", "Nowherestan", "Qwertyville", "Harrison Street", "Boko Haram",
)  # fmt: skip
ROUNDS = 50
MOST_OPEN_S, MOST_MEMORY_MB, MOST_LOOKUP_MS = 0.3, 150.0, 0.2


def memory_mb() -> float:
    """Memory that this process holds now, where the system tells; else the most that it ever held."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures with their bounds."""
    before, start = memory_mb(), time.process_time()
    gazetteer = Gazetteer()
    opened = time.process_time() - start
    times = []
    for _ in range(ROUNDS):
        gazetteer.named.cache_clear()
        for name in NAMES:
            start = time.process_time()
            gazetteer.named(name_key(name))
            times.append(1000 * (time.process_time() - start))
    sys.stdout.write(
        f"opened in {opened:.3f} s (at most {MOST_OPEN_S})\n"
        f"memory {memory_mb() - before:.0f} MB (at most {MOST_MEMORY_MB:.0f})\n"
        f"look-up {statistics.mean(times):.3f} ms on average (at most {MOST_LOOKUP_MS})\n"
    )


if __name__ == "__main__":
    main()
