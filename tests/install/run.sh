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
"$work/client/client" >"$work/client.json"
"$work/prefix/bin/isnad" --version
# The documentation that is made from the table of options came along and is not empty.
for file in man/man1/isnad.1 bash-completion/completions/isnad zsh/site-functions/_isnad fish/vendor_completions.d/isnad.fish; do
  grep -q report "$work/prefix/share/$file"
done
bash -n "$work/prefix/share/bash-completion/completions/isnad"
