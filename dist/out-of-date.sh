# shellcheck shell=sh
# out_of_date: whether something that goes into the distribution is newer than target/arenad below `root`. A folder is newer
# when a file in it came or went. Sourced by ./arenad and dist/build.sh.

out_of_date() {
  [ -e "$root/target/arenad/built" ] || return 0
  changed=$(
    cd "$root" || exit
    find pom.xml runtime/pom.xml lang-core/pom.xml codegen-jvm/pom.xml daemon/pom.xml lsp-server/pom.xml dist/pom.xml \
      runtime/src/main lang-core/src/main codegen-jvm/src/main daemon/src/main lsp-server/src/main dist/src/main \
      -newer target/arenad/built -print -quit 2> /dev/null
  )
  [ -n "$changed" ]
}
