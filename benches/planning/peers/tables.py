# SPDX-License-Identifier: Apache-2.0 OR MIT
"""What the peers share: reading tables, and one line of JSON about a run."""
import json
import resource

import numpy as np
import pandas


def table(folder, name):
    try:
        return pandas.read_csv(f"{folder}/{name}.csv", dtype=np.int64).to_numpy()
    except FileNotFoundError:
        return np.zeros((0, 8), dtype=np.int64)


def report(name, value, read, solve, proven):
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"name": name, "value": None if value is None else int(round(value)), "seconds_reading": round(read, 3),
                      "seconds_solving": round(solve, 3), "memory_mib": round(memory, 1), "proven": bool(proven)}))
