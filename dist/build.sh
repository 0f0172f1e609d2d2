#!/bin/sh
# Builds the distribution into target/arenad of the checkout, with progress on standard error. Used by ./arenad.
#
# What runs is a copy of what Maven assembled, put there by renaming: a later Maven build does not change
# files under a running daemon. Two builds at once wait for each other.

root=$(CDPATH='' cd -- "${0%/*}/.." && pwd -P) || exit 3
target=$root/target
log=$target/build.log

# shellcheck source=src/main/launcher/find-jdk.sh
. "$root/dist/src/main/launcher/find-jdk.sh"
# shellcheck source=out-of-date.sh
. "$root/dist/out-of-date.sh"
find_jdk javac || {
  no_jdk javac
  exit 3
}
command -v mvn > /dev/null || {
  echo "arenad: needs Maven (the command mvn) to build itself, for example: apt-get install maven" >&2
  exit 3
}

# One line for each module that Maven starts, from its own "Building NAME VERSION [2/7]".
progress() {
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      '[INFO] Building arenad'*' ['*/*']')
        count=${line##*\[}
        module=${line#'[INFO] Building '}
        printf 'arenad: building %s (%s of %s)\n' "${module%% *}" "${count%%/*}" "$(printf '%s' "${count#*/}" | tr -d ']')" >&2
        ;;
    esac
  done
}

build() {
  printf 'arenad: building, because it is new or its sources changed (the first time it also fetches its libraries)\n' >&2
  started=$target/build-started
  : > "$started"
  cd "$root" || return 3
  {
    mvn -Dmaven.test.skip=true -Dstyle.color=never -pl dist -am package 2>&1
    echo $? > "$target/build-status"
  } | progress > "$log"
  if [ "$(cat "$target/build-status")" -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -n 40 >&2
    echo "arenad: the build failed; all of its output is in $log" >&2
    return 3
  fi
  rm -rf "$target/arenad.new" "$target/arenad.old"
  cp -R "$root/dist/target/arenad" "$target/arenad.new" || return 3
  echo 'arenad: making its cache of linked classes' >&2
  JAVA_HOME=$jdk "$target/arenad.new/bin/train" || echo 'arenad: going on without it' >&2
  mv "$started" "$target/arenad.new/built"
  [ ! -e "$target/arenad" ] || mv "$target/arenad" "$target/arenad.old"
  mv "$target/arenad.new" "$target/arenad"
  rm -rf "$target/arenad.old"
}

mkdir -p "$target"
if command -v flock > /dev/null; then
  exec 9> "$target/build.lock"
  flock 9
  # Another process may have built it while this one waited.
  out_of_date || exit 0
fi
build 9>&-
