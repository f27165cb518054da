#!/usr/bin/env bash
# Usage: phases.sh URL [LIMIT_MS]
# Names the phase in which a call loses its time.
url=${1:?usage: phases.sh URL [LIMIT_MS]}
limit=${2:-200}

fields='%{time_namelookup} %{time_connect} %{time_appconnect}'
fields+=' %{time_pretransfer} %{time_starttransfer} %{time_total}'

if ! times=$(curl -fsS -m 10 -o /dev/null -w "$fields" "$url"); then
    echo "call failed, no timing" >&2
    exit 1
fi

awk -v limit="$limit" '
    function report(name, seconds) {
        ms = int(seconds * 1000)
        print name, ms, "ms" (ms > limit ? " SLOW" : "")
    }
    {
        if ($3 == 0) $3 = $2          # http:// has no TLS
        report("resolve",  $1)
        report("connect",  $2 - $1)
        report("tls",      $3 - $2)
        report("server",   $5 - $4)
        report("transfer", $6 - $5)
    }' <<<"$times"
