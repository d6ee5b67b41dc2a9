# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Timetables a .ctt file by OR-Tools' CP-SAT: every rule of UD2 as its model states it."""
import sys
import time

from ortools.sat.python import cp_model

from tables import report

path, limit = sys.argv[1], float(sys.argv[2])
begun = time.perf_counter()
head, section, parts = {}, None, {"COURSES:": [], "ROOMS:": [], "CURRICULA:": [], "UNAVAILABILITY_CONSTRAINTS:": []}
for line in open(path, encoding="utf-8"):
    words = line.split()
    if not words or words[0] == "END.":
        continue
    if words[0] in parts:
        section = words[0]
    elif section:
        parts[section].append(words)
    else:
        head[words[0].rstrip(":")] = words[1]
days, per_day = int(head["Days"]), int(head["Periods_per_day"])
courses = {c[0]: (c[1], int(c[2]), int(c[3]), int(c[4])) for c in parts["COURSES:"]}
rooms = [(r[0], int(r[1])) for r in parts["ROOMS:"]]
curricula = [c[2:] for c in parts["CURRICULA:"]]
barred = {(u[0], int(u[1]), int(u[2])) for u in parts["UNAVAILABILITY_CONSTRAINTS:"]}
read = time.perf_counter() - begun
begun = time.perf_counter()
model = cp_model.CpModel()
slots = [(d, p) for d in range(days) for p in range(per_day)]
at, cost = {}, []
for course, (_, lectures, least_days, students) in courses.items():
    for slot in slots:
        if (course, *slot) in barred:
            continue
        places = [model.new_bool_var("") for _ in rooms]
        taught = model.new_bool_var("")
        model.add(sum(places) == taught)
        for (_, size), place in zip(rooms, places):
            if students > size:
                cost.append((students - size) * place)
        at[course, slot] = taught, places
    mine = [at[course, slot] for slot in slots if (course, slot) in at]
    model.add(sum(taught for taught, _ in mine) == lectures)
    used = []
    for day in range(days):
        on = model.new_bool_var("")
        today = [at[course, (day, p)][0] for p in range(per_day) if (course, (day, p)) in at]
        model.add_max_equality(on, today or [model.new_constant(0)])
        used.append(on)
    missing = model.new_int_var(0, least_days, "")
    model.add(missing >= least_days - sum(used))
    cost.append(5 * missing)
    several = []
    for room in range(len(rooms)):
        on = model.new_bool_var("")
        model.add_max_equality(on, [places[room] for _, places in mine])
        several.append(on)
    cost.append(sum(several) - 1)
for slot in slots:
    here = [at[course, slot] for course in courses if (course, slot) in at]
    for room in range(len(rooms)):
        model.add_at_most_one([places[room] for _, places in here])
    for teacher in {course[0] for course in courses.values()}:
        model.add_at_most_one([at[c, slot][0] for c, one in courses.items() if one[0] == teacher and (c, slot) in at])
for curriculum in curricula:
    busy = {}
    for slot in slots:
        some = [at[course, slot][0] for course in curriculum if (course, slot) in at]
        busy[slot] = model.new_bool_var("")
        model.add(sum(some) == busy[slot])
    for day, period in slots:
        alone = model.new_bool_var("")
        beside = [busy[day, p] for p in (period - 1, period + 1) if (day, p) in busy]
        model.add(alone >= busy[day, period] - sum(beside))
        cost.append(2 * alone)
model.minimize(sum(cost))
solver = cp_model.CpSolver()
solver.parameters.max_time_in_seconds = limit
solver.parameters.num_workers = 1
status = solver.solve(model)
found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
report("OR-Tools CP-SAT", solver.objective_value if found else None, read, time.perf_counter() - begun,
       status == cp_model.OPTIMAL)
