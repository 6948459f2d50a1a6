#!/usr/bin/env bash
# The language server driven by Neovim, a client that is none of ours. Continuous integration runs it; it installs Neovim where there is none
# and it may. Needs the built packages. Prints a line a check and ends with `N passed, M failed`.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v nvim >/dev/null; then
  { apt-get update && apt-get install -y --no-install-recommends neovim; } >/dev/null 2>&1 || sudo -n sh -c 'apt-get update && apt-get install -y --no-install-recommends neovim' >/dev/null 2>&1 || { echo 'Neovim is not here and could not be installed'; exit 1; }
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node_modules/.bin/esbuild test/lsp/project.ts --format=esm --platform=node --outfile="$folder/project.mjs" --log-level=error
node --input-type=module -e '
  import { writeFileSync } from "node:fs";
  const { answers, replication, spec } = await import(`${process.argv[1]}/project.mjs`);
  writeFileSync(`${process.argv[1]}/answers.csv`, answers());
  writeFileSync(`${process.argv[1]}/study.study`, spec);
  writeFileSync(`${process.argv[1]}/elsewhere.study`, `${replication}\nregression model { by sex, age, talks }\n`);
' "$folder"
STUDYSPEC_PROGRAM="$PWD/packages/cli/bin/studyspec.js" STUDYSPEC_FOLDER="$folder" HOME="$folder" timeout 900 nvim --headless --clean -n -c "luafile test/heavy/neovim.lua" -c 'cquit! 1'
