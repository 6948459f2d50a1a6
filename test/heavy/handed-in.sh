#!/usr/bin/env bash
# Reports as they are handed in (Word, LaTeX, a workbook), opened by programs that are none of ours: LibreOffice, XeLaTeX, pdfLaTeX. Continuous
# integration runs it; it installs them where they are not and it may. Needs the built packages. Prints a line a file and ends with
# `N passed, M failed`.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v soffice >/dev/null || ! command -v xelatex >/dev/null || ! command -v pdftotext >/dev/null; then
  install='apt-get update && apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils fonts-noto-cjk texlive-latex-recommended texlive-xetex texlive-lang-chinese'
  sh -c "$install" >/dev/null 2>&1 || sudo -n sh -c "$install" >/dev/null 2>&1 || { echo 'LibreOffice and LaTeX are not here and could not be installed'; exit 1; }
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node test/heavy/handed-in.mjs "$folder" "$@"
