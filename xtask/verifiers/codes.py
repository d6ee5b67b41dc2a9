# SPDX-License-Identifier: Apache-2.0 OR MIT
"""Asks zxing-cpp for the codes of every genuine paper in a file of sealed papers: python codes.py FILE

Pages are drawn at 150 dpi, as an office printer's draft mode, and again as JPEG of quality 40, as pictures are passed on by telephone.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import zxingcpp
from PIL import Image

KINDS = {"150 dpi": ["-png"], "JPEG 40": ["-jpeg", "-jpegopt", "quality=40"]}


def codes(paper, kind):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", *kind, paper, f"{folder}/page"], check=True)
        found = []
        for page in sorted(pathlib.Path(folder).iterdir()):
            with Image.open(page) as picture:
                read = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
            found.extend(code.text for code in read)
        return found


def main():
    asked = wrong = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            if case["mutation"] is not None:
                continue
            for name, kind in KINDS.items():
                found = codes(case["file"], kind)
                asked += 1
                if sorted(found) != sorted(case["codes"]):
                    wrong += 1
                    print(f"{case['file']}, {name}: {found}")
    print(f"{asked} asked, {wrong} answered wrongly")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
