#!/usr/bin/env bash
# Usage: phases.sh URL [LIMIT_MS]
# Names the phase in which a call loses its time.
url=${1:?usage: phases.sh URL [LIMIT_MS]}
limit=${2:-200}

field() {
    curl -so /dev/null -w "%{$1}" "$url"
}

report() {
    local ms
    ms=$(awk -v s="$2" 'BEGIN { printf "%d", s * 1000 }')
    if (( ms > limit )); then
        echo "$1 $ms ms SLOW"
    else
        echo "$1 $ms ms"
    fi
}

report resolve  "$(field time_namelookup)"
report connect  "$(field time_connect)"
report tls      "$(field time_appconnect)"
report server   "$(field time_starttransfer)"
report transfer "$(field time_total)"
