#!/usr/bin/env bash
# The graphic dragged out of the real window into windows of another program. What arrives there must be, byte for
# byte, what `hemicycle render` writes; what is called off, or let go where nothing takes it, must not arrive.
#
#   tests/drag/drag.sh HEMICYCLE VOTE FOLDER
#
# Needs a display of 1440 by 900 (DISPLAY), xdotool, import (ImageMagick), and GTK 3 for Python (python3-gi,
# gir1.2-gtk-3.0); leaves files and pictures in FOLDER.
set -euo pipefail
hemicycle=$1
vote=$2
folder=$3
receiver="$(dirname "$0")/receiver.py"
export XDG_DATA_HOME="$folder/data" TMPDIR="$folder/temporary"
mkdir -p "$XDG_DATA_HOME" "$TMPDIR"

processes=()
cleanup() { [ "${#processes[@]}" = 0 ] || kill "${processes[@]}" 2>/dev/null || true; }
trap cleanup EXIT
source "$(dirname "$0")/arrivals.sh"
window_of() { # window_of TITLE: waits for a window and names it
  for _ in $(seq 120); do
    xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1 | grep . && return
    sleep 0.25
  done
  fail "no window: $1"
}

# Debian's Python, whatever else is installed.
/usr/bin/python3 "$receiver" text/uri-list "$folder/list" 1000 20 420 260 "#D0E8D0" &
processes+=($!)
/usr/bin/python3 "$receiver" image/png "$folder/bytes" 1000 320 420 260 "#D0D0E8" &
processes+=($!)
"$hemicycle" --lang en --theme light --window-size 960x860 "$vote" &
program=$!
processes+=("$program")
xdotool windowmove --sync "$(window_of '^Receiver of text')" 1000 20
xdotool windowmove --sync "$(window_of '^Receiver of image')" 1000 320
window=$(window_of '^Hemicycle$')
xdotool windowmove "$window" 0 0
xdotool windowfocus "$window"
sleep 3

drag() { # drag X Y [KEY]: a key goes down before
  [ -z "${3:-}" ] || xdotool keydown "$3"
  pull "$1" "$2"
}

check_what_arrives

drag 1200 150
xdotool key Escape
sleep 0.3
xdotool mouseup 1
drag 1200 800
xdotool mouseup 1
sleep 1
import -window root "$folder/not-taken.png"
[ ! -e "$folder/list" ] && [ ! -e "$folder/bytes" ] || fail "what was called off arrived"

# What was dragged is gone with the window.
[ -n "$(ls -A "$TMPDIR")" ] || fail "no temporary files"
xdotool key --window "$window" ctrl+q
for _ in $(seq 40); do kill -0 "$program" 2>/dev/null || break; sleep 0.25; done
[ -z "$(ls -A "$TMPDIR")" ] || fail "temporary files are left: $(ls -A "$TMPDIR")"
