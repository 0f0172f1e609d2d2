#!/bin/sh
# dist/package.sh    makes what can be handed out: target/arenad-VERSION.tar.gz and, where there is npm, target/arenad.vsix
set -eu
root=$(CDPATH='' cd -- "${0%/*}/.." && pwd -P)
cd "$root"

# shellcheck source=src/main/launcher/find-jdk.sh
. dist/src/main/launcher/find-jdk.sh
find_jdk javac || {
  no_jdk javac
  exit 3
}
mvn -q -Dmaven.test.skip=true -pl dist -am package
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
tar -czf "target/arenad-$version.tar.gz" -C dist/target arenad
echo "target/arenad-$version.tar.gz"

if command -v npm > /dev/null; then
  (cd vscode-extension && npm ci --silent --ignore-scripts && npm run --silent package)
  cp vscode-extension/out/arenad.vsix target/arenad.vsix
  echo target/arenad.vsix
else
  echo '!!!! SKIPPED: the VS Code extension: there is no npm here' >&2
fi
