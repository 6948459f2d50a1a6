#!/usr/bin/env bash
# Do Node 20, 22 and 24, and two working folders, give the same bytes? Runs the examples with this Node and with two that it installs into a
# folder of its own (npm packages `node@20`, `node@22`, `node@24`), and compares the digests of every file written. Ends with 1 when one differs.
set -eu
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
  )
  (cd "$to" && find . -type f ! -empty -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) > "$to.sums"
}

own=$(node -p 'process.versions.node.split(".")[0]')
outputs "$(command -v node)" "$root" examples/ "$work/own"
files=$(wc -l < "$work/own.sums")
[ "$files" -ge 30 ] || { echo "only $files files were written"; exit 1; }

failed=0
compared() {
  if diff "$work/own.sums" "$work/$2.sums" > "$work/$2.diff"; then echo "$1: the same $files files"; else echo "$1: differs"; grep '^>' "$work/$2.diff"; failed=1; fi
}
outputs "$(command -v node)" "$root/examples" '' "$work/folder"
compared "from another folder" folder
for version in 20 22 24; do
  [ "$version" = "$own" ] && continue
  mkdir "$work/node$version"
  (cd "$work/node$version" && npm init -y > /dev/null && npm install --no-audit --no-fund --silent "node@$version")
  outputs "$work/node$version/node_modules/.bin/node" "$root" examples/ "$work/on$version"
  compared "Node $version" "on$version"
done
exit "$failed"
