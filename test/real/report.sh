#!/usr/bin/env bash
# The page in a real browser: it draws it in light and dark, wide and narrow, asks for nothing but the file, and runs nothing. Needs chromium and the built program.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
check() {
  if eval "$2"; then echo "ok      $1"; else echo "not ok  $1"; failed=1; fi
}
followup() {
  env -i PATH="$PATH" HOME="$scratch" FOLLOWUP_DB="$scratch/x.db" FOLLOWUP_BACKUP=off TZ=Europe/Berlin FOLLOWUP_NOW=2027-03-04T09:00:00Z \
    node "$here/bin/followup.js" "$@"
}
browser() {
  timeout 60 chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$scratch/profile" --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync "$@" "file://$scratch/r.html" 2>/dev/null
}
evil='<script>document.title="ran"</script><img src=http://127.0.0.1:9/x onerror="document.title=1">'
followup log "Acme $evil" --role "$evil" --with 'אבי כהן <avi@x.example>' --at 2027-02-10T10:00 --landing oversold --note "$evil" --quiet
followup log 'شركة النور' --at 2027-02-20T10:00 --quiet
followup report --out "$scratch/r.html" >/dev/null
for theme in 1 2; do
  for width in 1200 400; do
    browser --window-size="$width,2400" --blink-settings=preferredColorScheme=$((theme - 1)) --screenshot="$scratch/$theme-$width.png" >/dev/null
    check "a picture $width wide, scheme $theme" '[ "$(head -c 8 "$scratch/$theme-$width.png" | od -An -c | tr -d " ")" = "211PNG\r\n032\n" ]'
  done
done
[ -z "${KEEP_PICTURES:-}" ] || cp "$scratch"/*.png "$KEEP_PICTURES"
browser --dump-dom --log-net-log="$scratch/net.json" >"$scratch/dom.html"
check 'the text is there as text' 'grep -q "&lt;script&gt;document.title" "$scratch/dom.html"'
check 'nothing ran' 'grep -q "<title>Where things stand" "$scratch/dom.html"'
check 'no script and no image came to be' '! grep -qiE "<(script|img|iframe|link|object)\b" "$scratch/dom.html"'
check 'nothing but the file was asked for' '! grep -oE "\"url\":\"(https?|ftp|ws)[^\"]*\"" "$scratch/net.json" | grep -vE "google|gstatic|chrome" | grep -q .'
exit $failed
