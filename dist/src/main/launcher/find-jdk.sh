# shellcheck shell=sh
# find_jdk PROGRAM: sets `jdk` to the home of a Java 25 that has bin/PROGRAM (java, or javac where something is compiled).
# Looks at JAVA_HOME, then PATH, then the folders where JDKs usually lie. Starts no JVM: a Java's `release` file says what it is.
# Sourced by the launchers, ./test and ./format.

is_java_25() {
  [ -x "$1/bin/$2" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) return 0 ;;
      esac
    done < "$1/release"
    return 1
  fi
  case $("$1/bin/java" --version 2> /dev/null) in
    *' 25'[.\ ]*) return 0 ;;
  esac
  return 1
}

find_jdk() {
  jdk=
  if [ -n "${JAVA_HOME:-}" ] && is_java_25 "$JAVA_HOME" "$1"; then
    jdk=$JAVA_HOME
    return 0
  fi
  if found_on_path=$(command -v "$1" 2> /dev/null); then
    found_on_path=$(readlink -f "$found_on_path" 2> /dev/null || printf '%s' "$found_on_path")
    candidate=${found_on_path%/bin/*}
    if is_java_25 "$candidate" "$1"; then
      jdk=$candidate
      return 0
    fi
  fi
  for candidate in /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_java_25 "$candidate" "$1"; then
      jdk=$candidate
      return 0
    fi
  done
  return 1
}

no_jdk() {
  echo "arenad: needs a Java 25 with bin/$1: install a JDK 25 or set JAVA_HOME to one (looked at JAVA_HOME, PATH, /usr/lib/jvm and other usual folders)" >&2
}
