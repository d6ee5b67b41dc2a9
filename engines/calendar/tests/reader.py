# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Reads a calendar with the library icalendar and prints one line an event. Ends with 3 where the library is missing."""

import sys

try:
    from icalendar import Calendar
except ImportError:
    sys.exit(3)

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

broken = [error for part in calendar.walk() for error in getattr(part, "errors", [])]
if broken:
    sys.exit(f"not a calendar: {broken}")
for needed in ("VERSION", "PRODID"):
    if needed not in calendar:
        sys.exit(f"{needed} is missing")

for event in calendar.walk("VEVENT"):
    begins, ends = event["DTSTART"].dt, event["DTEND"].dt
    print(
        begins.isoformat(),
        ends.isoformat(),
        event["SEQUENCE"],
        event["STATUS"],
        event.get("LOCATION", "-"),
        event["SUMMARY"],
    )
