#!/usr/bin/env bash
# The graphic dragged out of the real window into windows of another program, on Wayland. What arrives there must be,
# byte for byte, what `hemicycle render` writes; what is called off, or let go where nothing takes it, must not arrive;
# and the window must take clicks afterwards.
#
#   tests/drag/wayland.sh HEMICYCLE VOTE FOLDER
#
# Needs weston, Xvfb, xdotool, import (ImageMagick), and GTK 3 for Python (python3-gi, gir1.2-gtk-3.0); leaves files
# and pictures in FOLDER. The compositor runs in a display of its own, with one screen for each window, side by side as
# its own account of them is: so everybody's place is known, and the pointer can be moved as in one screen.
set -euo pipefail
hemicycle=$1
vote=$2
folder=$(realpath "$3")
receiver="$(dirname "$0")/receiver.py"
export XDG_DATA_HOME="$folder/data" TMPDIR="$folder/temporary" XDG_RUNTIME_DIR="$folder/runtime"
mkdir -p "$XDG_DATA_HOME" "$TMPDIR" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

processes=()
cleanup() { [ "${#processes[@]}" = 0 ] || kill "${processes[@]}" 2>/dev/null || true; }
trap cleanup EXIT
fail() {
  echo "$*" >&2
  import -window root "$folder/failed.png" || true
  exit 1
}
wait_for() { # wait_for FILE
  for _ in $(seq 60); do
    [ -e "$1" ] && return
    sleep 0.1
  done
  fail "nothing arrived: $1"
}

Xvfb -displayfd 3 -screen 0 1600x900x24 -noreset 3>"$folder/display" >/dev/null 2>&1 &
processes+=($!)
for _ in $(seq 100); do [ -s "$folder/display" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$folder/display")"
export DISPLAY

{
  printf '[core]\nshell=kiosk-shell.so\nidle-time=0\n'
  screen() { printf '[output]\nname=%s\nmode=%s\napp-ids=%s\n' "$1" "$2" "$3"; }
  screen X1 960x860 hemicycle
  screen X2 200x860 text/uri-list
  screen X3 200x860 image/png
  screen X4 200x860 nobody
} >"$folder/weston.ini"
weston --config="$folder/weston.ini" --backend=x11-backend.so --use-pixman --output-count=4 --socket=wayland-drag \
  >"$folder/weston.log" 2>&1 &
processes+=($!)
screens=()
for _ in $(seq 120); do
  mapfile -t screens < <(xdotool search --onlyvisible --class '^weston' 2>/dev/null | sort -n || true)
  [ "${#screens[@]}" = 4 ] && [ -S "$XDG_RUNTIME_DIR/wayland-drag" ] && break
  sleep 0.25
done
[ "${#screens[@]}" = 4 ] || fail "the compositor has no screens: $(cat "$folder/weston.log")"
x=0
for screen in "${screens[@]}"; do
  xdotool windowmove "$screen" "$x" 0
  x=$((x == 0 ? 960 : x + 200))
done

on_wayland() { env -u DISPLAY WAYLAND_DISPLAY=wayland-drag GDK_BACKEND=wayland "$@"; }
# Debian's Python, whatever else is installed.
on_wayland /usr/bin/python3 "$receiver" text/uri-list "$folder/list" 0 0 200 860 &
processes+=($!)
on_wayland /usr/bin/python3 "$receiver" image/png "$folder/bytes" 0 0 200 860 &
processes+=($!)
on_wayland "$hemicycle" --lang en --theme light --window-size 960x860 "$vote" 2>"$folder/hemicycle.log" &
program=$!
processes+=("$program")

colour() { # colour X Y: of a point of the display
  import -window root -crop "1x1+$1+$2" +repage -format '%[hex:p{0,0}]' info: 2>/dev/null || true
}
shown() { # shown X Y: waits until a window covers a point of a screen, which is black without
  for _ in $(seq 240); do
    case "$(colour "$1" "$2")" in 000000* | "") sleep 0.25 ;; *) return ;; esac
  done
  fail "no window at $1, $2"
}
shown 1060 100
shown 1260 100
shown 480 8
sleep 3

# The handle stands left of the button that exports.
drag() { # drag X Y: from the handle to a point of the display, without letting go
  xdotool mousemove 820 24
  sleep 0.3
  xdotool mousedown 1
  for step in $(seq 8); do
    xdotool mousemove $((820 + ($1 - 820) * step / 8)) $((24 + ($2 - 24) * step / 8))
    sleep 0.06
  done
  sleep 0.6
}
dropped() { # dropped: the file that the list names, and no other
  sed 's/\r$//; s#^file://##' "$folder/list"
}

import -window root "$folder/before.png"
drag 1060 150
import -window root "$folder/over.png"
xdotool mouseup 1
wait_for "$folder/list"
"$hemicycle" render "$vote" --lang en --scale 2 -o "$folder/rendered.png"
cmp "$(dropped)" "$folder/rendered.png"
sleep 0.5
import -window root "$folder/taken.png"

rm "$folder/list"
xdotool keydown shift
drag 1060 150
xdotool mouseup 1 keyup shift
wait_for "$folder/list"
"$hemicycle" render "$vote" --lang en -o "$folder/rendered.svg"
cmp "$(dropped)" "$folder/rendered.svg"

# A program that takes no files is given the picture itself.
drag 1260 450
xdotool mouseup 1
wait_for "$folder/bytes"
cmp "$folder/bytes" "$folder/rendered.png"

rm "$folder/list" "$folder/bytes"
drag 1060 150
xdotool key Escape
sleep 0.3
xdotool mouseup 1
sleep 0.3
import -window root "$folder/called-off.png"
drag 1460 600
xdotool mouseup 1
sleep 1
import -window root "$folder/not-taken.png"
drag 480 500
xdotool mouseup 1
sleep 1
import -window root "$folder/own.png"
[ ! -e "$folder/list" ] && [ ! -e "$folder/bytes" ] || fail "what was called off arrived"

# What was dragged is gone with the window.
[ -n "$(ls -A "$TMPDIR")" ] || fail "no temporary files"
xdotool key ctrl+q
for _ in $(seq 40); do kill -0 "$program" 2>/dev/null || break; sleep 0.25; done
wait "$program" || fail "the program did not end well: $(cat "$folder/hemicycle.log")"
[ -z "$(ls -A "$TMPDIR")" ] || fail "temporary files are left: $(ls -A "$TMPDIR")"
