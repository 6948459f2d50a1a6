#!/usr/bin/env bash
# Scripts that `studyspec export` writes, run by the programs that they are for and held against our numbers. Continuous integration runs it; it
# installs R and PSPP where there is none and it may. Needs the built packages. Prints a line a study and ends with `N passed, M failed`.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v pspp >/dev/null || ! Rscript -e 'stopifnot(requireNamespace("readxl", quietly = TRUE))' >/dev/null 2>&1; then
  install='apt-get update && apt-get install -y --no-install-recommends r-base-core r-recommended r-cran-readxl pspp'
  sh -c "$install" >/dev/null 2>&1 || sudo -n sh -c "$install" >/dev/null 2>&1 || { echo 'R and PSPP are not here and could not be installed'; exit 1; }
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node_modules/.bin/esbuild test/support/every-clause.ts test/export/hostile.ts --bundle --format=esm --platform=node --outdir="$folder" --out-extension:.js=.mjs --log-level=error
node test/heavy/scripts.mjs "$folder"
