#!/usr/bin/env bash
# Do Node 20, 22 and 24, and two working folders, give the same bytes? Runs the examples, and the small studies of test/limits and test/cells, with this
# Node and with two that it installs into a folder of its own (npm packages `node@20`, `node@22`, `node@24`), and compares the digests of every file
# written. One line a comparison; ends with `N passed, M failed`, and with 1 when one differs or could not be made.
set -eu
# What one Node made must not be what another tells.
export STUDYSPEC_CACHE=off
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$root/packages/cli/bin/studyspec.js

# Everything that the commands write about the examples, called from the folder that is given, which holds `examples`.
outputs() {
  local node=$1 from=$2 path=$3 to=$4
  mkdir -p "$to"
  (
    cd "$from"
    # A claim or a figure that fails ends with 1; what counts here is what is written.
    studyspec() { "$node" "$program" "$@" 2>/dev/null || [ $? -eq 1 ]; }
    for study in anshun/anshun anshun/anshun-clean bijie/bijie; do
      name=${study##*/}
      studyspec run "$path$study.study" --out "$to/$name" > "$to/$name.out"
      studyspec run "$path$study.study" --json > "$to/$name.json"
      studyspec run "$path$study.study" --details --format html > "$to/$name.html"
      studyspec run "$path$study.study" --lang zh > "$to/$name.zh.txt"
    done
    for study in anshun/anshun anshun/published; do
      studyspec audit "$path$study.study" --json > "$to/${study##*/}.audit.json"
    done
    for format in text json html; do
      studyspec compare "$path"anshun/anshun.study "$path"bijie/bijie.study --format "$format" --replications 50 > "$to/compare.$format"
    done
    # Small studies at the limits of numbers, and cells in all encodings.
    while read -r study; do
      name=${study#"$root"/test/}
      studyspec run "$study" --json > "$to/${name//\//-}.json"
    done < <(find "$root"/test/limits/cases "$root"/test/cells/cases -name '*.study' | LC_ALL=C sort)
  )
  (cd "$to" && find . -type f ! -empty -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) > "$to.sums"
}

own=$(node -p 'process.versions.node.split(".")[0]')
outputs "$(command -v node)" "$root" examples/ "$work/own"
files=$(wc -l < "$work/own.sums")
[ "$files" -ge 30 ] || { echo "only $files files were written"; exit 1; }

passed=0
failed=0
compared() {
  local name=$1 to=$2 count
  count=$(wc -l < "$work/$to.sums" 2> /dev/null || echo 0)
  if [ "$count" -gt 0 ] && diff "$work/own.sums" "$work/$to.sums" > "$work/$to.diff"; then
    passed=$((passed + 1)); echo "$name: the same $count files"
  else
    failed=$((failed + 1)); echo "FAILED: $name differs"; cat "$work/$to.diff" 2> /dev/null || echo 'nothing was written'
  fi
}
outputs "$(command -v node)" "$root/examples" '' "$work/folder"
compared "Node $own from another folder" folder
for version in 20 22 24; do
  [ "$version" = "$own" ] && continue
  mkdir "$work/node$version"
  # What cannot be installed is a comparison that was not made: it fails, and the others go on.
  (cd "$work/node$version" && npm init -y > /dev/null && npm install --no-audit --no-fund --silent "node@$version") || true
  node=$work/node$version/node_modules/.bin/node
  if "$node" --version 2> /dev/null | grep -q "^v$version\."; then outputs "$node" "$root" examples/ "$work/on$version"; else echo "Node $version could not be installed"; fi
  compared "Node $version" "on$version"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
