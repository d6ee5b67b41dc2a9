# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Asks pyHanko about every line of a file of sealed papers: python pades.py FILE"""

import json
import logging
import sys

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def holds(case):
    try:
        with open(case["file"], "rb") as file:
            reader = PdfFileReader(file)
            if len(reader.embedded_signatures) != 1:
                return False, "not one seal"
            seal = reader.embedded_signatures[0]
            if seal.sig_object["/SubFilter"] != SigSeedSubFilter.PADES.value:
                return False, "not a PAdES seal"
            trusted = ValidationContext(trust_roots=[Certificate.load(bytes.fromhex(case["trust"]))])
            status = validate_pdf_signature(seal, trusted)
            covered = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
            whole = covered and status.intact and status.valid and status.trusted and status.bottom_line
            return whole, status.summary()
    except Exception as cause:  # The library has no one root for what it refuses.
        return False, f"{type(cause).__name__} {cause}"


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
