# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Asks the reference implementation sd-jwt about every line of a file of selections: python sdjwt.py FILE

It passes over disclosures that no digest asks for. Then it must read nothing in their place: the claims beside a forgery.
"""

import json
import logging
import sys

from jwcrypto.jwk import JWK
from sd_jwt.verifier import SDJWTVerifier


def holds(case):
    def issuer_key(issuer, header):
        if header.get("typ") != "dc+sd-jwt":
            raise ValueError("another type")
        return JWK(**case["key"])

    try:
        claims = SDJWTVerifier(case["file"], issuer_key).get_verified_payload()
    except Exception as cause:  # The library has no one root for what it refuses.
        return False, f"{type(cause).__name__} {cause}"
    if case["mutation"] is None:
        return claims == case["claims"], f"read {json.dumps(claims)}"
    return claims != case.get("claims"), "accepted"


def main():
    logging.disable(logging.CRITICAL)
    asked = wrong = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            answer, cause = holds(case)
            asked += 1
            if answer != (case["mutation"] is None):
                wrong += 1
                print(f"{case['mutation'] or 'unchanged'}: {cause[:200]}")
    print(f"{asked} asked, {wrong} answered wrongly")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
