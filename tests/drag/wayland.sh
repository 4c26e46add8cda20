#!/usr/bin/env bash
# The graphic dragged out of the real window into windows of another program, on Wayland. What arrives there must be,
# byte for byte, what `hemicycle render` writes; what is called off, or let go where nothing takes it, must not arrive;
# and the window must take clicks afterwards.
#
#   tests/drag/wayland.sh HEMICYCLE VOTE FOLDER
#
# Needs weston, Xvfb, xdotool, import and convert (ImageMagick), and GTK 3 for Python (python3-gi, gir1.2-gtk-3.0);
# leaves files and pictures in FOLDER. The compositor runs in a display of its own, and puts windows where it likes:
# they are found by their colours and moved where they are wanted. Escape is not tried: this compositor keeps the
# keyboard to itself during a drag, and does nothing with that key.
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
source "$(dirname "$0")/arrivals.sh"

Xvfb -displayfd 3 -screen 0 1440x900x24 -noreset 3>"$folder/display" >/dev/null 2>&1 &
processes+=($!)
for _ in $(seq 100); do [ -s "$folder/display" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$folder/display")"
export DISPLAY

cat >"$folder/weston.ini" <<'END'
[core]
shell=desktop-shell.so
idle-time=0
[shell]
panel-position=none
background-color=0xff404040
animation=none
startup-animation=none
close-animation=none
locking=false
[output]
name=X1
mode=1440x900
END
weston --config="$folder/weston.ini" --backend=x11-backend.so --use-pixman --socket=wayland-drag \
  >"$folder/weston.log" 2>&1 &
processes+=($!)
for _ in $(seq 200); do [ -S "$XDG_RUNTIME_DIR/wayland-drag" ] && break; sleep 0.1; done
[ -S "$XDG_RUNTIME_DIR/wayland-drag" ] || fail "no compositor: $(cat "$folder/weston.log")"

box() { # box COLOUR: where the display has it, as width, height, left and top
  import -window root "$folder/box.png"
  convert "$folder/box.png" -depth 8 -alpha off -fill black +opaque "$1" -fill white -opaque "$1" \
    -format '%@ %[fx:mean*w*h]' info: | sed 's/[x+]/ /g'
}
place() { # place COLOUR X Y: waits for a window and moves it by the corner of what has the colour
  local width height left top count
  for _ in $(seq 240); do
    read -r width height left top count <<<"$(box "$1" 2>/dev/null || true)"
    if awk "BEGIN { exit !(${count:-0} > 20000) }"; then
      if [ "$left $top" = "$2 $3" ]; then return; fi
      sleep 0.5 # A window that has just come may not be whole.
      xdotool mousemove $((left + 30)) $((top + 5)) keydown super
      sleep 0.2
      xdotool mousedown 1
      sleep 0.2
      xdotool mousemove $(((left + $2) / 2 + 30)) $(((top + $3) / 2 + 5))
      sleep 0.2
      xdotool mousemove $(($2 + 30)) $(($3 + 5))
      sleep 0.2
      xdotool mouseup 1 keyup super
    fi
    sleep 0.25
  done
  fail "no window of the colour $1 at $2, $3: $width $height $left $top $count"
}
on_wayland() { exec env -u DISPLAY WAYLAND_DISPLAY=wayland-drag GDK_BACKEND=wayland "$@"; } # on_wayland COMMAND...: in the background, in the place of the shell
on_wayland "$hemicycle" --lang en --theme light --window-size 960x860 "$vote" 2>"$folder/hemicycle.log" &
program=$!
processes+=("$program")
place '#F6F8FA' 0 0
# Debian's Python, whatever else is installed.
on_wayland /usr/bin/python3 "$receiver" text/uri-list "$folder/list" 0 0 420 260 '#D0E8D0' &
processes+=($!)
place '#D0E8D0' 1000 20
on_wayland /usr/bin/python3 "$receiver" image/png "$folder/bytes" 0 0 420 260 '#D0D0E8' &
processes+=($!)
place '#D0D0E8' 1000 320

focus() { # This compositor takes the keyboard away for a drag, and gives it back to a window that becomes the active one.
  xdotool mousemove 1200 250 click 1
  sleep 0.3
  xdotool mousemove 300 150 click 1
  sleep 0.3
}
drag() { # drag X Y [KEY]: a key goes down before
  focus
  [ -z "${3:-}" ] || xdotool keydown "$3"
  pull "$1" "$2"
}
note() { convert "$1" -crop 600x30+0+831 +repage -format '%#' info:; } # note PICTURE: what the last line of the window says

import -window root "$folder/before.png"
check_what_arrives

drag 1200 800
xdotool mouseup 1
sleep 1
import -window root "$folder/not-taken.png"
[ "$(note "$folder/not-taken.png")" != "$(note "$folder/before.png")" ] || fail "it was not said that nothing took it"
drag 480 500
xdotool mouseup 1
sleep 1
import -window root "$folder/own.png"

# A click counts as one after drags, of which the window never heard that the button came up: another tab is shown.
xdotool mousemove 725 73 click 1
sleep 1
import -window root "$folder/clicked.png"
side() { convert "$1" -crop 330x600+620+120 +repage -format '%#' info:; }
[ "$(side "$folder/own.png")" != "$(side "$folder/clicked.png")" ] || fail "a click after a drag was lost"

[ ! -e "$folder/list" ] && [ ! -e "$folder/bytes" ] || fail "what was called off arrived"

# What was dragged is gone with the window.
[ -n "$(ls -A "$TMPDIR")" ] || fail "no temporary files"
focus
xdotool key ctrl+q
for _ in $(seq 40); do kill -0 "$program" 2>/dev/null || break; sleep 0.25; done
wait "$program" || fail "the program did not end well: $(cat "$folder/hemicycle.log")"
[ -z "$(ls -A "$TMPDIR")" ] || fail "temporary files are left: $(ls -A "$TMPDIR")"
