#!/usr/bin/env bash
# The example of a plug-in, built and installed like anybody's, in the virtual environment $1 that has reportlint and pytest.
set -euo pipefail
venv=$(cd "$1" && pwd)
plugin=$(cd "$(dirname "$0")/../../example-plugin" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work/cache" LC_ALL=C.UTF-8

cp -r "$plugin" "$work/plugin"
(cd "$work/plugin" && "$venv/bin/python" -m build --wheel --no-isolation --outdir "$work/dist" . >"$work/build.log" 2>&1) || { cat "$work/build.log"; exit 1; }
"$venv/bin/python" -m pip install --quiet --no-deps --disable-pip-version-check "$work"/dist/*.whl
mkdir "$work/reports" "$work/tests"
cp "$plugin"/tests/*.py "$work/tests/"
(cd "$work/tests" && "$venv/bin/python" -m pytest -q .)

cd "$work/reports"
printf '云岭县农村供水调研报告\n一、调研方法\n走访九个村，成效显著。\n二、主要结论\n开通一网通办，推广一窗通办。\n' >a.txt
echo 'plugins = ["county"]' >reportlint.toml
"$venv/bin/reportlint" rule test | grep -x '2 rules, none with problems.'
"$venv/bin/reportlint" --select XCTY --fail-on warning --output-format concise a.txt >out.txt && { echo "no finding"; exit 1; }
diff - out.txt <<'END'
a.txt:3:7: warning XCTY001 “成效显著” is backed by no figure
a.txt:5:10: warning XCTY002 “一窗通办” was called “一网通办” before
END
"$venv/bin/reportlint" explain XCTY001 | grep -x 'From: county 1.0.0'
"$venv/bin/reportlint" --show-files a.txt | grep -q survey
"$venv/bin/python" -m pip uninstall --quiet --yes reportlint-example-county
code=0; "$venv/bin/reportlint" a.txt 2>err.txt || code=$?
test "$code" = 2 && grep -q 'reportlint.toml:1: plugins\[1\]: plug-in county cannot be loaded' err.txt
