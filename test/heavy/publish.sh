#!/usr/bin/env bash
# What a stranger gets: the packed packages (npm run pack), with nothing of this house in reach. Libraries: somebody's TypeScript compiles against
# their types, as `node16` and as `bundler` resolve them, and runs. Program, on Node 20, 22 and 24 (npm packages `node@20` …): a publication that stops
# before it sends anything; installed into an empty HOME, prefix and cache without network, it tells its version, runs the example, is started by
# `npx`, and both tutorials are followed literally. One line a check; ends with `N passed, M failed`, and with 1 when one fails.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
check() {
  local name=$1
  shift
  if "$@" > "$work/log" 2>&1; then passed=$((passed + 1)); echo "$name"; else failed=$((failed + 1)); echo "FAILED: $name"; tail -n 20 "$work/log"; return 1; fi
}
tarball() { echo "$root/out/packages/$1-$(node -p 'require(process.argv[1]).version' "$root/packages/core/package.json").tgz"; }

check "packages are packed" node "$root/scripts/pack.mjs"

# Somebody's program.
consumer=$work/consumer
mkdir -p "$consumer"
cp "$root/test/publish/consumer.ts" "$consumer/consumer.ts"
echo '{ "name": "consumer", "private": true, "type": "module" }' > "$consumer/package.json"
install_libraries() { cd "$consumer" && npm install --no-audit --no-fund --silent "$(tarball studyspec-core)" "$(tarball studyspec-dsl)"; }
check "the libraries can be installed" install_libraries
compile() {
  cd "$consumer" && node "$root/node_modules/typescript/bin/tsc" --strict --target es2022 --lib es2023,dom --types "" --skipLibCheck false "$@" consumer.ts
}
check "TypeScript compiles against the libraries as node16 resolves them" compile --module node16 --moduleResolution node16 --outDir node16
check "TypeScript compiles against the libraries as bundlers resolve them" compile --module esnext --moduleResolution bundler --outDir bundler
runs_consumer() { cd "$consumer" && [ "$(node node16/consumer.js)" = "true 5 3 object function" ] || { node node16/consumer.js; return 1; }; }
check "the compiled program runs" runs_consumer

npm_cli=$(node -p 'require("node:fs").realpathSync(process.argv[1])' "$(command -v npm)")
own=$(node -p 'process.versions.node.split(".")[0]')
for version in 20 22 24; do
  if [ "$version" = "$own" ]; then
    node=$(command -v node)
  else
    mkdir -p "$work/node$version"
    (cd "$work/node$version" && npm init -y > /dev/null && npm install --no-audit --no-fund --silent "node@$version") || true
    node=$work/node$version/node_modules/node/bin/node
  fi
  is_there() { "$node" --version | grep -q "^v$version\."; }
  check "Node $version is there" is_there || continue
  home=$work/home$version
  mkdir -p "$home/home" "$home/prefix" "$home/cache" "$home/project" "$home/bin"
  ln -s "$node" "$home/bin/node"
  # Nothing of who runs this, and no network: what is installed has to be whole.
  stranger() {
    env -i HOME="$home/home" PATH="$home/bin:$home/prefix/bin:/usr/bin:/bin" TMPDIR="${TMPDIR:-/tmp}" LANG=C.UTF-8 NO_COLOR=1 \
      npm_config_prefix="$home/prefix" npm_config_cache="$home/cache" npm_config_update_notifier=false "$@"
  }
  strange_npm() { stranger "$node" "$npm_cli" --offline --no-audit --no-fund "$@"; }
  for package in studyspec-core studyspec-dsl studyspec; do
    dry() { cd "$home" && "$node" "$npm_cli" publish --dry-run --tag next "$(tarball $package)"; }
    check "Node $version: $package would be published" dry
  done
  check "Node $version: it is installed with nothing in reach" strange_npm install --global "$(tarball studyspec)"
  tells_version() { [ "$(stranger studyspec --version)" = "$(node -p 'require(process.argv[1]).version' "$root/packages/cli/package.json")" ]; }
  check "Node $version: it tells its version" tells_version
  cp -r "$root/examples" "$home/project/examples"
  runs() {
    cd "$home/project" && stranger studyspec run examples/anshun/anshun.study --out report > out.txt; [ $? -le 1 ] || return 1
    grep -q varimax report/report.txt && [ -s report/report.html ] && [ -s report/report.docx ] && [ -s report/results.json ] && [ -n "$(ls report/figures)" ]
  }
  check "Node $version: it runs the example" runs
  by_npx() {
    mkdir -p "$home/npx" && cd "$home/npx" && echo '{ "private": true }' > package.json && strange_npm install "$(tarball studyspec)" || return 1
    stranger "$node" "$(dirname "$npm_cli")/npx-cli.js" --offline studyspec explain SS321 | grep -q SS321
  }
  check "Node $version: npx starts it" by_npx
  program=$home/prefix/lib/node_modules/studyspec/bin/studyspec.js
  for language in "" zh/; do
    follow() { stranger "$node" "$root/test/heavy/tutorial.mjs" "$program" "$root/docs/${language}tutorial.md" "$node"; }
    check "Node $version: docs/${language}tutorial.md can be followed literally" follow
  done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
