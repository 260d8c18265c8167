#!/usr/bin/env bash
# Installs a build to a folder of its own, then builds and runs a client that knows only that folder.
# usage: run.sh BUILD_DIR
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1
work=$build/install-test
rm -rf "$work"
cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -G Ninja -S "$here/client" -B "$work/client" -DCMAKE_PREFIX_PATH="$work/prefix" >"$work/configure.log" ||
  { cat "$work/configure.log"; exit 1; }
cmake --build "$work/client"
"$work/client/client"
"$work/prefix/bin/isnad" --version
