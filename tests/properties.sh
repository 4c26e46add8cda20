#!/usr/bin/env bash
# Runs every property test again and again, each time from another seed, for so many seconds. `cargo test` alone tries the
# cases of one seed (.cargo/config.toml); this goes on looking.
#
# usage: tests/properties.sh SEED SECONDS
#
# The rounds take the seeds SEED000, SEED001, …; each is printed before it runs, and a failure says how to repeat it.
# tests/house.rs sees to it that no file with properties is left out here.
set -euo pipefail
cd "$(dirname "$0")/.."
first=${1:?a seed, such as 20310520} seconds=${2:?for how long}

lib=(model::rule::tests record::tests record::journal::tests read::bulk::tests)
tests=(seating reading tables convert project graphics)
window=(style::the_command_line_renders_the_bytes_of_the_windows_export)

run() { # run WHAT ARGUMENTS…: quiet, but for what fails
  local what=$1 log
  shift
  # A first round is always whole.
  if [ "$round" -gt 0 ] && [ "$SECONDS" -ge "$seconds" ]; then return; fi
  if ! log=$(cargo test --locked --quiet "$@" 2>&1); then
    printf '%s\n' "$log"
    printf 'A property of %s does not hold. Again: PROPTEST_RNG_SEED=%s cargo test' "$what" "$PROPTEST_RNG_SEED"
    printf ' %s' "$@"
    printf '\n'
    exit 1
  fi
}

round=0
while [ "$round" = 0 ] || [ "$SECONDS" -lt "$seconds" ]; do
  PROPTEST_RNG_SEED=$(printf '%s%03d' "$first" "$round")
  export PROPTEST_RNG_SEED
  echo "seed $PROPTEST_RNG_SEED, after $SECONDS s"
  run "the library" --lib -- "${lib[@]}"
  for name in "${tests[@]}"; do run "tests/$name.rs" --test "$name"; done
  run "the window" --test window -- "${window[@]}"
  round=$((round + 1))
done
echo "$round rounds in $SECONDS s, the last one cut short: nothing found"
