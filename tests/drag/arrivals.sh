# What the graphic dragged out is on every display: drag.sh and wayland.sh source this. They set `hemicycle`, `vote` and
# `folder`, bring the program to the upper left corner with two receivers at its right, and say by `drag` how to pull.

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
# The handle stands left of the button that exports.
pull() { # pull X Y: from the handle to a point of the display, without letting go
  xdotool mousemove 820 24
  sleep 0.3
  xdotool mousedown 1
  # What is pressed and moved before the window is drawn again counts for where the pointer is by then.
  sleep 0.4
  for step in $(seq 8); do
    xdotool mousemove $((820 + ($1 - 820) * step / 8)) $((24 + ($2 - 24) * step / 8))
    sleep 0.06
  done
  sleep 0.6
}
dropped() { # dropped: the file that the list names, and no other
  sed 's/\r$//; s#^file://##' "$folder/list"
}
# Picture, drawing and bytes arrive as `hemicycle render` writes them; `drag X Y [KEY]` pulls as the display needs it.
check_what_arrives() {
  drag 1200 150
  import -window root "$folder/over.png"
  xdotool mouseup 1
  wait_for "$folder/list"
  "$hemicycle" render "$vote" --lang en --scale 2 -o "$folder/rendered.png"
  cmp "$(dropped)" "$folder/rendered.png"
  sleep 0.5
  import -window root "$folder/taken.png"

  rm "$folder/list"
  drag 1200 150 shift
  xdotool mouseup 1 keyup shift
  wait_for "$folder/list"
  "$hemicycle" render "$vote" --lang en -o "$folder/rendered.svg"
  cmp "$(dropped)" "$folder/rendered.svg"

  # A program that takes no files is given the picture itself.
  drag 1200 450
  xdotool mouseup 1
  wait_for "$folder/bytes"
  cmp "$folder/bytes" "$folder/rendered.png"
  rm "$folder/list" "$folder/bytes"
}
