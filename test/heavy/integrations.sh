#!/usr/bin/env bash
# The Quarto shortcode within pandoc and studyspec.R within R, against our own numbers. Continuous integration runs it; it installs
# pandoc and R where there is none and it may. Quarto itself is not run. Needs the built packages. Prints a line a check and ends with
# `N passed, M failed`.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v pandoc >/dev/null || ! Rscript -e 'stopifnot(requireNamespace("jsonlite", quietly = TRUE))' >/dev/null 2>&1; then
  install='apt-get update && apt-get install -y --no-install-recommends pandoc r-base-core r-cran-jsonlite'
  sh -c "$install" >/dev/null 2>&1 || sudo -n sh -c "$install" >/dev/null 2>&1 || { echo 'pandoc and R are not here and could not be installed'; exit 1; }
fi
node test/heavy/integrations.mjs
