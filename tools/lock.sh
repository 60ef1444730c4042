#!/bin/sh
# Renew the pinned dependencies (with hashes, for every platform and Python from 3.11). Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock() {
    uv pip compile pyproject.toml "$@" --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet
}
printf 'hatchling\neditables\n' > build-requirements.tmp
trap 'rm -f build-requirements.tmp' EXIT
lock build-requirements.tmp --output-file constraints.txt
lock build-requirements.tmp --extra dev --constraint constraints.txt --output-file constraints-dev.txt
