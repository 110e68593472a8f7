# Sourced by every script here: where things are, which Node is used, how stages report.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"
LOGS="$ROOT/build/log"
TOOLCHAIN="$ROOT/build/toolchain"
mkdir -p "$LOGS"
: "${STARTED:=$(date +%s)}"
export STARTED

# The pinned Node and npm come first, where scripts/setup had to install them.
[[ ":$PATH:" == *":$TOOLCHAIN/bin:"* ]] || export PATH="$TOOLCHAIN/bin:$PATH"
# Debian's emcc looks for its JavaScript libraries where only Debian's own Node looks by itself.
export NODE_PATH="/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}"

# ccache takes precompiled headers on only where it is told that it may.
export CCACHE_SLOPPINESS=pch_defines,time_macros

say() { printf '[%4d s] %s\n' $(($(date +%s) - STARTED)) "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# stage NAME COMMAND...: runs the command with its output in build/log/NAME.log. Says when it
# begins and ends, gives a sign of life every 20 s, and shows the log's tail if it fails.
stage() {
  local name=$1 began pid status=0 waited=0
  shift
  local log="$LOGS/${name// /-}.log"
  began=$(date +%s)
  say "$name …"
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  # A shell's background commands ignore Ctrl-C, so it is passed on.
  trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
    waited=$((waited + 1))
    if ((waited % 200 == 0)); then
      say "$name … $(tail -c 400 "$log" | tr '\r' '\n' | sed '/^[[:space:]]*$/d' | tail -n 1 | cut -c1-100)"
    fi
  done
  wait "$pid" || status=$?
  trap - INT TERM
  if ((status != 0)); then
    say "$name failed after $(($(date +%s) - began)) s; the end of $log:"
    tail -n 60 "$log" >&2
    return "$status"
  fi
  say "$name done in $(($(date +%s) - began)) s"
}

# is_newer STAMP PATH...: true when the stamp is missing or anything below the paths changed
# after it was made.
is_newer() {
  local stamp=$1
  shift
  [[ ! -e $stamp ]] || [[ -n $(find "$@" -name node_modules -prune -o -newer "$stamp" -print -quit) ]]
}
