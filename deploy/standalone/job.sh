#!/usr/bin/env bash
# Starts, stops and moves the job on a standalone Flink: job.sh start [SAVEPOINT] | stop | rescale N
# Settings come from the environment (FUNDWATCH_...), best from a file that only this user reads.
set -euo pipefail

flink=${FLINK_HOME:-/opt/flink}/bin/flink
jar=${FUNDWATCH_JOB_JAR:-/opt/fundwatch/job/fundwatch-job.jar}
savepoints=${FUNDWATCH_STATE_DIRECTORY:?the folder of the state, which all machines mount}/savepoints
main=org.fundwatch.streaming.job.FundwatchJob

job_id() { "$flink" list -r | sed -n 's/.* : \([0-9a-f]\{32\}\) : fundwatch (.*/\1/p' | head -n 1; }

# What the job needs beside Flink lies with its jar, in the same folder on every machine.
start() {
  local options=() other
  [ -z "${1:-}" ] || options+=(-s "$1")
  for other in "$(dirname "$jar")"/*.jar; do
    [ "$other" = "$jar" ] || options+=(-C "file://$other")
  done
  "$flink" run -d -p "${FUNDWATCH_PARALLELISM:-2}" "${options[@]}" -c "$main" "$jar"
}

# Prints where the savepoint is.
stop() {
  local id
  id=$(job_id)
  [ -n "$id" ] || { echo "job.sh: no job of the name fundwatch runs" >&2; exit 1; }
  "$flink" stop --savepointPath "$savepoints" "$id" | sed -n 's/.*Path: \(.*\)/\1/p'
}

case "${1:-}" in
  start) start "${2:-}" ;;
  stop) stop ;;
  rescale)
    export FUNDWATCH_PARALLELISM=${2:?how many parts}
    start "$(stop)"
    ;;
  *) echo "usage: job.sh start [SAVEPOINT] | stop | rescale N" >&2; exit 2 ;;
esac
