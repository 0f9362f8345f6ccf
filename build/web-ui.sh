# Sourced by ./run and ./test: builds the Web UI from DevServer/WebUi/shell into out/web-ui/site, when it is missing or of other sources.
# usage: build_web_ui ROOT

build_web_ui() {
  local shell="$1/DevServer/WebUi/shell" out="$1/out/web-ui" sources
  mkdir -p "$out"
  # One at a time; whoever has waited finds it built.
  exec 8>"$out/.lock"
  flock 8
  sources=$(cd "$shell" && find . \( -name node_modules -o -name build -o -name .svelte-kit \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  if [ ! -e "$out/site/index.html" ] || [ "$(cat "$out/.built" 2>/dev/null)" != "$sources" ]; then
    echo "Building the Web UI (once, about half a minute) ..." >&2
    rm -rf "$out/build"
    cp -r "$shell" "$out/build"
    if ! (cd "$out/build" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run build) >"$out/build.log" 2>&1; then
      echo "The Web UI could not be built ($out/build.log):" >&2
      tail -n 20 "$out/build.log" >&2
      exec 8>&-
      return 1
    fi
    rm -rf "$out/site"
    mv "$out/build/build" "$out/site"
    rm -rf "$out/build"
    echo "$sources" >"$out/.built"
  fi
  exec 8>&-
}
