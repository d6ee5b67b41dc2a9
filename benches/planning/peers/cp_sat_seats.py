# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Places people by OR-Tools' CP-SAT, with everything a plan has to keep."""
import sys
import time

from ortools.sat.python import cp_model

from tables import report, table

folder, limit = sys.argv[1], float(sys.argv[2])
begun = time.perf_counter()
persons, cohorts, edges, apart, quotas = (
    table(folder, name) for name in ("persons", "cohorts", "edges", "apart", "quotas"))
read = time.perf_counter() - begun
begun = time.perf_counter()
model = cp_model.CpModel()
seats = {(person, cohort): model.new_bool_var("") for person, cohort, _ in edges.tolist()}
of_person, of_cohort, of_group = {}, {}, {}
for (person, cohort), seat in seats.items():
    of_person.setdefault(person, []).append(seat)
    of_cohort.setdefault(cohort, []).append(seat)
    of_group.setdefault(persons[person, 5], []).append(seat)
for some in of_person.values():
    model.add_at_most_one(some)
for cohort, some in of_cohort.items():
    opens = model.new_bool_var("")
    model.add(sum(some) <= int(cohorts[cohort, 5]) * opens)
    model.add(sum(some) >= int(cohorts[cohort, 6]) * opens)
for one, other in apart.tolist():
    for cohort in range(len(cohorts)):
        if (one, cohort) in seats and (other, cohort) in seats:
            model.add_at_most_one([seats[one, cohort], seats[other, cohort]])
for group, at_least in quotas.tolist():
    model.add(sum(of_group.get(group, [])) >= int(at_least))
model.maximize(sum(weight * seats[person, cohort] for person, cohort, weight in edges.tolist()))
solver = cp_model.CpSolver()
solver.parameters.max_time_in_seconds = limit
solver.parameters.num_workers = 2
status = solver.solve(model)
found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
report("OR-Tools CP-SAT", solver.objective_value if found else None, read, time.perf_counter() - begun,
       status == cp_model.OPTIMAL)
