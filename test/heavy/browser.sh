#!/usr/bin/env bash
# Runs one of this folder's scripts with a browser that is none of ours: `test/heavy/browser.sh print.mjs`. Continuous integration runs it; it installs
# Chromium and pdftotext where there are none and it may. Needs the built packages. The scripts print a line a check and end with `N passed, M failed`.
set -eu
cd "$(dirname "$0")/../.."
browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
# What is pasted from a page is opened by LibreOffice.
office=''
[ "$1" != page.mjs ] || office='libreoffice-writer libreoffice-calc'
if ! browser >/dev/null || ! command -v pdftotext >/dev/null || { [ -n "$office" ] && ! command -v soffice >/dev/null; }; then
  install="apt-get update && apt-get install -y --no-install-recommends chromium poppler-utils fonts-noto-cjk $office"
  sh -c "$install" >/dev/null 2>&1 || sudo -n sh -c "$install" >/dev/null 2>&1 || { echo "Chromium, pdftotext${office:+ and LibreOffice} are not here and could not be installed"; exit 1; }
fi
script=$1
shift
CHROMIUM="$(browser)" node "test/heavy/$script" "$@"
