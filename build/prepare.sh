# Sourced by ./run, ./test and ./bench: sees to it that the programs they need are there.
# usage: prepare PROGRAM=DEBIAN_PACKAGE ...   (PROGRAM may be a path: then the path must exist)

prepare() {
  local missing=() need program package
  for need in "$@"; do
    program="${need%%=*}"; package="${need#*=}"
    case "$program" in
      /*) [ -e "$program" ] || missing+=("$package") ;;
      *) command -v "$program" >/dev/null || missing+=("$package") ;;
    esac
  done
  command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: install it (package dotnet-sdk-10.0 of your distribution or of Microsoft)." >&2; return 1; }
  command -v npm >/dev/null || missing+=(nodejs npm)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]}. Install them, on Debian with: sudo apt-get install ${missing[*]}" >&2
    return 1
  fi
  echo "Installing ${missing[*]} ..." >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null
}

# What it takes to make a video.
prepare_video() {
  prepare ffmpeg=ffmpeg node=nodejs flite=flite espeak-ng=espeak-ng /usr/share/fonts/opentype/inter/Inter-Regular.otf=fonts-inter /usr/share/fonts/truetype/lato/Lato-Regular.ttf=fonts-lato
}

# PostgreSQL's programs, for the tests, which run a server of their own. Its package would make another and start it, unless it is told not to.
prepare_postgres() {
  local folder=/etc/postgresql-common/createcluster.d status=0
  if command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    return 0
  fi
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$folder"
    echo "create_main_cluster = false" >"$folder/temporal-video.conf"
  fi
  prepare initdb=postgresql || status=$?
  if [ "$(id -u)" = 0 ]; then
    rm -f "$folder/temporal-video.conf"
  fi
  return "$status"
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
