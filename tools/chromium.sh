#!/bin/sh
# Makes sure that a Chromium or Chrome is there for the browser tests; installs Debian's when root.
set -eu
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium from the system's packages for the browser tests..." >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >&2 && exit 0
fi
echo "The browser tests need Chromium or Chrome, and none was found." >&2
echo "On Debian: sudo apt-get install chromium    On Ubuntu: sudo snap install chromium" >&2
exit 1
