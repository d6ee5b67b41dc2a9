# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Places people by OR-Tools' min-cost flow: capacities only, nothing else to keep."""
import sys
import time

import numpy as np
from ortools.graph.python import min_cost_flow

from tables import report, table

folder = sys.argv[1]
begun = time.perf_counter()
persons, cohorts, edges = (table(folder, name) for name in ("persons", "cohorts", "edges"))
read = time.perf_counter() - begun
begun = time.perf_counter()
people, groups = len(persons), len(cohorts)
source, sink = people + groups, people + groups + 1
flow = min_cost_flow.SimpleMinCostFlow()
one = np.ones(len(edges), dtype=np.int64)
flow.add_arcs_with_capacity_and_unit_cost(edges[:, 0], people + edges[:, 1], one, -edges[:, 2])
everyone = np.arange(people)
flow.add_arcs_with_capacity_and_unit_cost(
    np.full(people, source), everyone, np.ones(people, dtype=np.int64), np.zeros(people, dtype=np.int64))
flow.add_arcs_with_capacity_and_unit_cost(
    people + np.arange(groups), np.full(groups, sink), cohorts[:, 5], np.zeros(groups, dtype=np.int64))
flow.add_arcs_with_capacity_and_unit_cost([source], [sink], [people], [0])
flow.set_node_supply(source, people)
flow.set_node_supply(sink, -people)
status = flow.solve()
report("OR-Tools min-cost flow", -flow.optimal_cost() if status == flow.OPTIMAL else None, read,
       time.perf_counter() - begun, status == flow.OPTIMAL)
