#!/usr/bin/env bash
# Plays every tone of the calling page through a real sound server and compares what comes out with what should:
#   tests/calling/tones.sh
# Needs pulseaudio and parec (Debian: pulseaudio, pulseaudio-utils). The server is started for this, with a sink that
# nobody hears, and ended after it.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
server=
cleanup() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT
export PULSE_SERVER="unix:$folder/native"
HOME="$folder" XDG_RUNTIME_DIR="$folder" pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disallow-exit --log-target=stderr --log-level=error \
  --load="module-null-sink sink_name=hemicycle rate=48000" \
  --load="module-native-protocol-unix socket=$folder/native auth-anonymous=1" &
server=$!
for _ in $(seq 100); do [ -S "$folder/native" ] && break; sleep 0.1; done
[ -S "$folder/native" ] || { echo "the sound server did not start"; exit 1; }
"${CARGO:-cargo}" test --locked --test tones
