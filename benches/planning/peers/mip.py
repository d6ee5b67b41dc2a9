# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Places people by HiGHS as a mixed-integer programme: capacity, minimum size, keep-apart pairs, group minimums."""
import sys
import time

import highspy
import numpy as np

from tables import report, table

folder, limit = sys.argv[1], float(sys.argv[2])
begun = time.perf_counter()
persons, cohorts, edges, apart, quotas = (
    table(folder, name) for name in ("persons", "cohorts", "edges", "apart", "quotas"))
read = time.perf_counter() - begun
begun = time.perf_counter()
has_sides = len(apart) or len(quotas) or (cohorts[:, 6] > 1).any()
columns = len(edges) + (len(cohorts) if has_sides else 0)
rows, lower, upper = [], [], []


def row(places, factors, low, high):
    rows.append((np.asarray(places), np.asarray(factors, dtype=float)))
    lower.append(low)
    upper.append(high)


infinite = highspy.kHighsInf
of_person = [[] for _ in persons]
of_cohort = [[] for _ in cohorts]
at = {}
for place, (person, cohort, _) in enumerate(edges.tolist()):
    of_person[person].append(place)
    of_cohort[cohort].append(place)
    at[person, cohort] = place
for places in of_person:
    if places:
        row(places, np.ones(len(places)), -infinite, 1)
for cohort, places in enumerate(of_cohort):
    capacity, minimum = int(cohorts[cohort, 5]), int(cohorts[cohort, 6])
    if not has_sides:
        row(places, np.ones(len(places)), -infinite, capacity)
        continue
    opens = len(edges) + cohort
    row(places + [opens], [1] * len(places) + [-capacity], -infinite, 0)
    row(places + [opens], [1] * len(places) + [-minimum], 0, infinite)
for one, other in apart.tolist():
    for cohort in range(len(cohorts)):
        if (one, cohort) in at and (other, cohort) in at:
            row([at[one, cohort], at[other, cohort]], [1, 1], -infinite, 1)
for group, at_least in quotas.tolist():
    places = [place for place, (person, _, _) in enumerate(edges.tolist()) if persons[person, 5] == group]
    row(places, np.ones(len(places)), at_least, infinite)

lp = highspy.HighsLp()
lp.num_col_, lp.num_row_ = columns, len(rows)
lp.sense_ = highspy.ObjSense.kMaximize
lp.col_cost_ = np.concatenate([edges[:, 2].astype(float), np.zeros(columns - len(edges))])
lp.col_lower_, lp.col_upper_ = np.zeros(columns), np.ones(columns)
lp.row_lower_, lp.row_upper_ = np.array(lower, dtype=float), np.array(upper, dtype=float)
lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
lp.a_matrix_.start_ = np.cumsum([0] + [len(places) for places, _ in rows], dtype=np.int32)
lp.a_matrix_.index_ = np.concatenate([np.asarray(places, dtype=np.int32) for places, _ in rows])
lp.a_matrix_.value_ = np.concatenate([factors for _, factors in rows])
if has_sides:
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
highs = highspy.Highs()
highs.silent()
highs.setOptionValue("time_limit", limit)
highs.setOptionValue("mip_rel_gap", 0.0)
highs.passModel(lp)
highs.run()
info = highs.getInfo()
proven = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
found = info.primal_solution_status == 2
report("HiGHS " + ("MIP" if has_sides else "LP"), info.objective_function_value if found else None, read,
       time.perf_counter() - begun, proven)
