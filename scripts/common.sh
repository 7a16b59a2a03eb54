# shellcheck shell=bash
# Sourced by the other scripts: installs what is missing, configures, builds.
# Everything said here goes to stderr: stdout belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
unavailable=69  # EX_UNAVAILABLE: no exit code of assay itself

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# The packages of the named groups, one a line.
packages_of() {
  local group package rest
  while read -r group package rest; do
    [[ " $* " == *" $group "* ]] && printf '%s\n' "$package"
  done < <(grep -v '^#' "$root/scripts/packages")
  return 0
}

# Installs what the named groups lack. Silent and quick when nothing is missing; ASSAY_NO_INSTALL=1 leaves it alone.
install_missing() {
  [[ -n ${ASSAY_NO_INSTALL:-} ]] && return 0
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    return 0  # not Debian: CMake names what it cannot find
  fi
  local wanted missing package
  mapfile -t wanted < <(packages_of "$@")
  mapfile -t missing < <(
    declare -A installed
    while IFS=' :' read -r package status; do
      [[ $status == installed ]] && installed[$package]=1
    done < <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null)
    for package in "${wanted[@]}"; do
      [[ -n ${installed[$package]:-} ]] || printf '%s\n' "$package"
    done
  )
  ((${#missing[@]} == 0)) && return 0

  local -a as_root=()
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      say "missing packages, and no right to install them. As root: apt-get install --no-install-recommends ${missing[*]}"
      return "$unavailable"
    fi
    as_root=(sudo)
  fi
  say "installing what the build needs: ${missing[*]}"
  local log
  log=$(mktemp)
  # Standard input stays the caller's: apt must not eat what is meant for the program.
  if ! "${as_root[@]}" apt-get update -q </dev/null >"$log" 2>&1 ||
    ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
      "${missing[@]}" </dev/null >>"$log" 2>&1; then
    tail -n 30 "$log" >&2
    rm -f "$log"
    say "could not install: ${missing[*]}"
    return "$unavailable"
  fi
  rm -f "$log"
}

# How many compilers to run: one a core, but no more than memory allows (a sanitised translation unit takes 1 GB).
build_jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable:/ {print int($2 / 1048576)}' /proc/meminfo 2>/dev/null)
  [[ -n $memory && $memory -lt $cores ]] && cores=$memory
  ((cores < 1)) && cores=1
  printf '%s\n' "$cores"
}

# Passes ninja's output on as progress: on a terminal one line that is rewritten, elsewhere one line in all.
show_progress() {
  local what=$1 line shown=0
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] && ${BASH_REMATCH[1]} != 0 ]] || continue
    if [[ -t 2 ]]; then
      printf '\r\e[K%s: building %s, step %s of %s' "${0##*/}" "$what" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
    elif ((!shown)); then
      say "building $what, ${BASH_REMATCH[2]} steps"
    fi
    shown=1
  done
  [[ -t 2 ]] && ((shown)) && printf '\r\e[K' >&2
  return 0
}

# configure_preset PRESET CMAKE-ARGUMENT...: only when it is not configured so already.
configure_preset() {
  local preset=$1 folder=$root/build/$1
  shift
  is_configured "$folder" "$@" && return 0
  say "configuring build/$preset"
  if ! (cd "$root" && cmake --fresh --preset "$preset" "$@") </dev/null >"$folder/build.log" 2>&1; then
    tail -n 30 "$folder/build.log" >&2
    say "CMake could not configure build/$preset"
    rm -f "$folder/build.ninja"
    return "$unavailable"
  fi
}

# build_preset PRESET CMAKE-ARGUMENT TARGET...: configures and builds under a lock, so that two callers do not meet in
# one folder. The whole output is in build/PRESET/build.log, and on stderr if it fails.
build_preset() {
  local preset=$1 argument=$2 folder=$root/build/$1 log
  shift 2
  log=$folder/build.log
  if ! mkdir -p "$folder"; then return "$unavailable"; fi
  # A home that cannot be written to (CI users) must not fail every compile through ccache.
  [[ -w ${HOME:-/nonexistent} ]] || export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}
  (
    flock 9
    configure_preset "$preset" "$argument" || exit "$unavailable"
    if ! LC_ALL=C.UTF-8 ninja -C "$folder" -j "$(build_jobs)" "$@" </dev/null 2>&1 | tee "$log" |
      show_progress "build/$preset"; then
      grep -v -E '^\[[0-9]+/[0-9]+\]' "$log" | tail -n 60 >&2
      say "the build failed; all of it is in build/$preset/build.log"
      exit "$unavailable"
    fi
  ) 9>"$folder/.lock"
}

# A build folder that was copied from elsewhere, or configured without what is asked for now, is configured afresh.
is_configured() {
  local folder=$1 argument cache
  shift
  [[ -f $folder/build.ninja && -f $folder/CMakeCache.txt ]] || return 1
  cache=$(<"$folder/CMakeCache.txt")
  [[ $cache == *"CMAKE_HOME_DIRECTORY:INTERNAL=$root"$'\n'* ]] || return 1
  for argument in "$@"; do
    argument=${argument#-D}
    [[ $cache == *"${argument%%=*}:BOOL=${argument#*=}"$'\n'* ]] || return 1
  done
}
