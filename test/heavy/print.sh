#!/usr/bin/env bash
# Reports on paper and in a window of 1,200 pixels, by a browser that is none of ours: every digit is there, none is cut, headings stand above
# their digits. Continuous integration runs it; it installs Chromium and pdftotext where there are none and it may. Needs the built packages.
# Prints a line a check and ends with `N passed, M failed`.
set -eu
cd "$(dirname "$0")/../.."
browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
if ! browser >/dev/null || ! command -v pdftotext >/dev/null; then
  install='apt-get update && apt-get install -y --no-install-recommends chromium poppler-utils fonts-noto-cjk'
  sh -c "$install" >/dev/null 2>&1 || sudo -n sh -c "$install" >/dev/null 2>&1 || { echo 'Chromium and pdftotext are not here and could not be installed'; exit 1; }
fi
CHROMIUM="$(browser)" node test/heavy/print.mjs
