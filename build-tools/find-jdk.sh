# Read by scripts that need JDK 25: find_jdk sets jdk to its folder, or fails.

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) return 0 ;;
        JAVA_VERSION=*) return 1 ;;
      esac
    done <"$1/release"
  fi
  case $("$1/bin/javac" -version 2>&1) in
    *'javac 25' | *'javac 25'[.-]*) return 0 ;;
  esac
  return 1
}

# Sets jdk. Looks where Maven's toolchain discovery looks, and at the java on the PATH.
find_jdk() {
  for jdk in "${JAVA25_HOME-}" "${JAVA_HOME-}" "${JDK_HOME-}"; do
    [ -n "$jdk" ] && is_jdk_25 "$jdk" && return 0
  done
  if java=$(command -v java); then
    while [ -h "$java" ]; do
      link=$(readlink "$java")
      case $link in /*) java=$link ;; *) java=${java%/*}/$link ;; esac
    done
    jdk=${java%/*}/..
    is_jdk_25 "$jdk" && return 0
  fi
  for jdk in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* \
    /opt/hostedtoolcache/Java*/*/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.m2/jdks/* \
    "${HOME-}"/.gradle/jdks/* "${HOME-}"/.jbang/cache/jdks/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/*; do
    is_jdk_25 "$jdk" && return 0
  done
  return 1
}
