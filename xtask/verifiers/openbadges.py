# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Asks openbadgeslib about every line of a file of certificates: python openbadges.py FILE"""

import json
import sys

from openbadgeslib.ob3 import OB3LdpVerifier


def holds(credential):
    issuer = credential["issuer"]
    did = issuer["id"] if isinstance(issuer, dict) else issuer
    try:
        OB3LdpVerifier.for_issuer_did(did).verify(json.dumps(credential))
    except Exception as cause:  # The library has no one root for what it refuses.
        return False, f"{type(cause).__name__} {cause}"
    return True, "accepted"


def main():
    asked = wrong = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            answer, cause = holds(case["credential"])
            asked += 1
            if answer != (case["mutation"] is None):
                wrong += 1
                print(f"{case['mutation'] or 'unchanged'}: {cause[:200]}")
    print(f"{asked} asked, {wrong} answered wrongly")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
