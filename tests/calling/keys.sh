#!/usr/bin/env bash
# A roll call through the real window, by key presses alone: 577 unnamed seats in the groups of the founding vote,
# 119 against, 24 for, 6 abstentions; the program is killed in the middle and goes on. The file it exports must tally
# 119–24.
#
#   tests/calling/keys.sh HEMICYCLE FOLDER
#
# Needs a display (DISPLAY), xdotool and import (ImageMagick); leaves journal, files and pictures in FOLDER.
set -euo pipefail
hemicycle=$1
folder=$2
export XDG_DATA_HOME="$folder/data"
mkdir -p "$XDG_DATA_HOME"

# Groups with their seats, and how many of those are for, against and abstaining; spread over the group. Where the
# sources do not say who sat where, seats of the largest group with gaps stand for them.
chamber() { # chamber roster|keys
  awk -v what="$1" 'BEGIN { if (what == "roster") print "name,group" }
    {
      for (number = 0; number < $2; number++) {
        place = number * 7 % $2
        key = place < $3 ? "f" : place < $3 + $4 ? "a" : place < $3 + $4 + $5 ? "b" : "n"
        if (what == "roster") printf "%s %03d,%s\n", $1, number + 1, $1
        else print key
      }
    }' <<TABLE
LFI 71 0 19 0
GDR 17 0 2 0
ECOS 38 0 14 0
SOC 66 0 23 0
LIOT 23 0 0 0
DEM 36 3 6 3
EPR 94 11 9 1
HOR 33 2 2 2
DR 47 6 0 0
UDR 16 2 0 0
RN 123 0 43 0
NI 13 0 1 0
TABLE
}
chamber roster >"$folder/roster.csv"
chamber keys >"$folder/keys"

program=
trap '[ -z "$program" ] || kill "$program" 2>/dev/null || true' EXIT
fail() {
  echo "$*" >&2
  import -window root "$folder/failed.png" || true
  exit 1
}
open_window() { # open_window ARGUMENTS...: starts the program and gives its window the keys
  "$hemicycle" --lang en --theme light "$@" &
  program=$!
  local window=
  for _ in $(seq 120); do
    sleep 0.5
    window=$(xdotool search --onlyvisible --name '^Hemicycle$' 2>/dev/null | head -1) && [ -n "$window" ] && break
  done
  [ -n "$window" ] || fail "no window"
  xdotool windowfocus --sync "$window"
}
open_window --page roll-call "$folder/roster.csv"

journal=
lines() { cat "$XDG_DATA_HOME"/hemicycle/journals/*.journal 2>/dev/null | wc -l; }
wait_for() { # wait_for COUNT: until so many lines are on the disk
  for _ in $(seq 240); do
    [ "$(lines)" -ge "$1" ] && return
    sleep 0.25
  done
  fail "$(lines) lines on the disk instead of $1"
}

xdotool type --delay 30 "A vote of 577 seats"
# The roster is read on a thread: Ctrl+Enter starts once it is there.
for _ in $(seq 60); do
  xdotool key ctrl+Return
  sleep 0.5
  [ "$(lines)" -ge 1 ] && break
done
wait_for 1
journal=$(echo "$XDG_DATA_HOME"/hemicycle/journals/*.journal)

press() { xargs -n 40 xdotool key --delay "${DELAY:-14}"; }
head -n 300 "$folder/keys" | press
wait_for 301
import -window root "$folder/calling.png"
# Killed in the middle: it goes on with the journal at the next name, and what is on the disk is all there.
kill -KILL "$program"
wait "$program" 2>/dev/null || true
open_window "$journal"
sleep 2
tail -n +301 "$folder/keys" | press
wait_for 578
# The second call of those who did not answer.
grep '^n$' "$folder/keys" | press
wait_for 1006
xdotool key F9
sleep 0.5
xdotool key Return
wait_for 1007
sleep 0.5
xdotool type --delay 30 'Kim Clerk'
xdotool key Tab
xdotool type --delay 30 'Secretary'
xdotool key Return
wait_for 1008
xdotool key ctrl+s
csv="${journal%.journal}.csv"
for _ in $(seq 60); do [ -s "$csv" ] && break; sleep 0.25; done
[ -s "$csv" ] || fail "no CSV was written"
import -window root "$folder/closed.png"
xdotool key ctrl+Return
sleep 2
import -window root "$folder/replay.png"
xdotool key ctrl+q
for _ in $(seq 40); do kill -0 "$program" 2>/dev/null || break; sleep 0.25; done

"$hemicycle" verify "$journal"
grep -q '^Signed: Kim Clerk, Secretary, ' "${journal%.journal}.txt" || fail "the signature is not as it was typed"
"$hemicycle" tally "$csv" --lang en | tee "$folder/tally"
grep -q '119–24' "$folder/tally" || fail "the file does not tally 119–24"
for position in '"against": 119' '"for": 24' '"abstain": 6'; do
  "$hemicycle" tally "$csv" --json | grep -q "$position" || fail "not in the tally: $position"
done
