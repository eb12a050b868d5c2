#!/usr/bin/env bash
# Takes the README's picture of the sheet: starts the demo desk in a folder of its own, phones it over the simulator
# page's own buttons, and looks at the sheet in Chromium. Usage: tests/picture.sh [FILE.png]
# tests/picture.sh night takes the guide's pictures of a night of demo, while a browser test plays it.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
if [ "${1:-}" = night ]; then
  PICTURES=1 exec dotnet test "$top/tests/FrontDesk.BrowserTests" --filter FullyQualifiedName~NightInBrowserTests
fi

picture=${1:-$top/docs/pictures/sheet.png}
port=${PICTURE_PORT:-5087}
desk=http://localhost:$port
folder=$(mktemp -d)
trap 'kill "${service:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT

dotnet build "$top/src/FrontDesk.Web" -v q --nologo >/dev/null
(cd "$folder" && exec dotnet "$top/src/FrontDesk.Web/bin/Debug/net10.0/FrontDesk.Web.dll" \
  --urls "$desk" --PublicUrl "$desk" --Twilio:ApiBaseUrl "$desk/simulator/api") >"$folder/log" 2>&1 &
service=$!
for _ in $(seq 120); do curl -sf -o /dev/null "$desk/health/live" && break; sleep 0.5; done

press() { curl -sf -X POST -H 'content-type: application/json' -d "$3" "$desk/simulator/phones/$1/$2" >/dev/null; }
state() { curl -sf "$desk/simulator/state" | python3 -c '
import json, sys
phone = next(phone for phone in json.load(sys.stdin)["phones"] if phone["id"] == sys.argv[1])
call = phone["call"]
print("over" if not call or call["state"] == "over" else "listening" if call["listening"] else "busy")' "$1"; }

# phones NAME ANSWER...: dials, and says one answer after the other. Important callers hold meanwhile; nobody picks up for them.
phones() {
  local who=$1; shift
  press "$who" dial '{}'
  for answer in "$@"; do
    for _ in $(seq 900); do [ "$(state "$who")" = listening ] && break; sleep 0.1; done
    press "$who" say "{\"words\": \"$answer\"}" || true
  done
  for _ in $(seq 900); do [ "$(state "$who")" = over ] && return; sleep 0.1; done
}

phones john "Hi, John Smith calling for Ms. Miller" "Yes, please" "Yes" "the Big Merger" &
calls=($!)
phones danni "It's Danni Okafor, returning her call" "Yes please" "Yes" "the second draft" &
calls+=($!)
phones eleanor "Eleanor Voss's office" "Yes" "Yes" "the premiere on the ninth" &
calls+=($!)
phones stranger "My name is Rosalind Achebe" "Yes please" "Yes" "a script, it is rather urgent" &
calls+=($!)
phones withheld "I would rather not say" "No, thank you" &
calls+=($!)
wait "${calls[@]}"

mkdir -p "$(dirname "$picture")"
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$folder/browser" \
  --window-size=1280,830 --timeout=4000 --screenshot="$picture" "$desk/" >/dev/null 2>&1
echo "$picture"
