#!/usr/bin/env bash
# Installs a real VS Code workbench, code-server 4.100.3 (VS Code 1.100.3), from the npm registry alone: install.sh DIR.
# About a minute and 300 MB; nothing is done when it is there already. DIR must lie outside the pnpm workspace's packages.
# No lifecycle scripts are run: the package's own postinstall downloads ripgrep and needs headers that a plain machine lacks.
set -euo pipefail
version=4.100.3
mkdir -p "$1"
cd "$1"
dir=$PWD
npm="npm --no-audit --no-fund --loglevel=error"
[ -f package.json ] || echo '{"private":true}' > package.json
if [ "$(cat .done 2>/dev/null || true)" != "$version" ]; then
  $npm install --ignore-scripts --save-exact "code-server@$version"
  $npm rebuild argon2 --foreground-scripts > argon2.log 2>&1
  cd node_modules/code-server/lib/vscode
  $npm install --ignore-scripts --omit=dev # its npm-shrinkwrap.json pins everything
  # Its last step, which is for another system, fails after the addon was built.
  $npm rebuild node-pty --foreground-scripts > pty.log 2>&1 || [ -f node_modules/node-pty/build/Release/pty.node ] || echo "node-pty was not built: there are no terminals" >&2
  # Without these two the server works, but writes a stack trace of the missing addon into every log.
  $npm rebuild @vscode/spdlog native-watchdog --foreground-scripts > rebuild.log 2>&1 || echo "spdlog and native-watchdog were not built (harmless)" >&2
  cd "$dir"
  # Searching files (and with it watching and workspaceContains) needs ripgrep, which this release does not bring along.
  $npm install --ignore-scripts --save-exact @vscode/ripgrep-linux-x64@1.18.0
  mkdir -p node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep/bin
  ln -sf "$dir/node_modules/@vscode/ripgrep-linux-x64/bin/rg" node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep/bin/rg
  echo "$version" > .done
fi
