# Read by the launchers in the root of the repository, which set:
#   root      that folder
#   program   the name of the program, also in messages
#   module    the module that packages it
#   artifact  the name of that module in Maven
#   also      other modules whose sources the program holds, beside those that all programs hold
# Builds the program when it is missing or older than its sources, then becomes the program. When
# there is nothing to build this must stay cheap: it starts no process at all.

build=$root/.netlog-build
stamp=$build/$program.stamp
bin=$build/$artifact/image/bin
start=$bin/../lib/$program.sh
lock=$build/lock

say() {
  printf '%s: %s\n' "$program" "$1" >&2
}

give_up() {
  say "$1"
  exit 3
}

# The stamp is a script that compares its own age with that of every source. It is as old as the
# start of the build, so what changed while Maven ran is newer. Folders are in it because their
# time changes when a file is added or removed.
write_stamp() {
  (
    CDPATH= cd -- "$root" || exit
    find pom.xml build-tools docs/rules rule-engine/pom.xml rule-engine/src/main \
      schemas/netlog.schema.json manifest-io/pom.xml manifest-io/src/main \
      "$module/pom.xml" "$module/src/main" "$module/src/packaging"
    for other in $also; do
      find "$other/pom.xml" "$other/src/main"
    done
  ) | sed -e 's/[\\"$`]/\\&/g' -e 's|.*|[ "$root/&" -nt "$stamp" ] \&\& return|'
  echo 'current=yes'
}

is_current() {
  current=no
  [ -f "$stamp" ] && [ -f "$start" ] && . "$stamp"
  [ "$current" = yes ]
}

# True when the owner of the lock is dead, or when its number belongs to another process by now.
lock_is_stale() {
  ! kill -0 "${owner#pid-}" 2>/dev/null || [ -n "$(find "$lock" -mmin +20 2>/dev/null)" ]
}

# One builder at a time. The lock is a symbolic link because making one is atomic and its target
# can name the owner.
take_lock() {
  waited=no
  missing=0
  until ln -s "pid-$$" "$lock" 2>/dev/null; do
    if ! owner=$(readlink "$lock"); then
      # Just released, or it cannot be made at all.
      missing=$((missing + 1))
      [ "$missing" -lt 100 ] || give_up "cannot make $lock"
      continue
    fi
    missing=0
    if lock_is_stale; then
      # Whoever moves it away first goes on; a live lock goes back.
      mv "$lock" "$lock-$$" 2>/dev/null || continue
      if [ "$(readlink "$lock-$$")" = "$owner" ]; then
        rm -f "$lock-$$"
      else
        mv "$lock-$$" "$lock"
      fi
      continue
    fi
    if [ "$waited" = no ]; then
      waited=yes
      say "waiting for a build that is under way ..."
    fi
    sleep 1
  done
  trap 'rm -f "$lock"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

run_maven() {
  JAVA25_HOME=$jdk
  export JAVA25_HOME
  # Maven itself runs on whatever Java it finds.
  if [ -z "${JAVA_HOME-}" ] && ! command -v java >/dev/null; then
    JAVA_HOME=$jdk
    export JAVA_HOME
  fi
  CDPATH= cd -- "$root" &&
    mvn -q -B -Dstyle.color=never -Dquick -pl "$module" -am package
}

# The last lines that say something: without stack traces and Maven's advice.
show_errors() {
  escape=$(printf '\033')
  sed "s/$escape\[[0-9;]*m//g" "$1" |
    grep -Ev '^[[:space:]]+at |^(\[ERROR\] )?(-> \[Help|\[Help|To see|Re-run|For more|After corr|  mvn <)|^\[ERROR\] *$' |
    tail -n 20
}

build() {
  command -v mvn >/dev/null ||
    give_up 'the first use builds the program with Maven, which was not found; install Maven 3.8.7 or newer so that "mvn" is on the PATH'
  . "$root/build-tools/find-jdk.sh"
  find_jdk ||
    give_up 'the build needs JDK 25, which was not found; install one (for example Temurin 25) or set JAVA25_HOME to its folder'
  if [ -f "$start" ]; then
    say 'a source is newer than the program, building it again ...'
  else
    say 'building for the first time, about a minute ...'
  fi
  log=$build/$program.log
  write_stamp >"$stamp.new"
  if ! (run_maven) >"$log" 2>&1 </dev/null; then
    show_errors "$log" >&2
    give_up "the build failed; its output is in $log"
  fi
  mv "$stamp.new" "$stamp"
}

if ! is_current; then
  if mkdir -p "$build" 2>/dev/null && [ -w "$build" ]; then
    take_lock
    is_current || build
    rm -f "$lock"
    trap - EXIT HUP INT TERM
  elif [ -f "$start" ]; then
    say "a source is newer than the program, but $build cannot be written; the program runs as it is"
  else
    give_up "the first use builds the program, but $build cannot be written"
  fi
fi

. "$start"
