#!/usr/bin/env bash
# What is for CI, as far as it can be tried without GitHub, GitLab and Docker: the files are valid, and what they install works.
# Usage: tests/ci/check_ci.sh   (needs .venv with the group ci, and an index to install from)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=$root/.venv/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

"$bin/check-jsonschema" --quiet --builtin-schema vendor.github-actions action.yml && echo "ok: action.yml is an action"
"$bin/check-jsonschema" --quiet --builtin-schema vendor.gitlab-ci ci/gitlab.yml && echo "ok: ci/gitlab.yml is for GitLab"
"$bin/hadolint" Dockerfile && echo "ok: hadolint likes the Dockerfile"

# The step of the action that installs, from the sources beside it
install=$("$bin/python" -c 'import yaml; print(next(s["run"] for s in yaml.safe_load(open("action.yml"))["runs"]["steps"] if s.get("id") == "install"))')
mkdir "$work/source"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [ -f "$file" ] && printf '%s\0' "$file"
done | tar --null --files-from=- -cf - | tar -xf - -C "$work/source"
PYTHON=$bin/python VERSION='' EXTRAS=documents SOURCE=$work/source VENV=$work/venv GITHUB_OUTPUT=$work/output \
    bash --noprofile --norc -eo pipefail -c "$install"
"$(sed -n 's/^program=//p' "$work/output")" --version
"$work/venv/bin/python" -c 'import lxml, justhtml, pypdfium2, python_calamine'
echo "ok: the action installs what it says"

# The image: a wheel is built of what the Dockerfile copies, and installed with its extras
mkdir "$work/image"
while read -r -a words; do
    if [ "${words[0]:-}" = COPY ]; then
        for name in "${words[@]:1:${#words[@]}-2}"; do cp -r "$work/source/$name" "$work/image/"; done
    fi
done <Dockerfile
"$bin/python" -m pip wheel --quiet --no-deps --wheel-dir "$work/wheels" "$work/image"
"$bin/python" -m venv "$work/installed"
EXTRAS=$(sed -n 's/^ARG EXTRAS=//p' Dockerfile)
"$work/installed/bin/python" -m pip install --quiet --disable-pip-version-check "$(echo "$work"/wheels/*.whl)${EXTRAS:+[$EXTRAS]}"
(cd "$work/source" && "$work/installed/bin/reportlint" -f "xlsx:$work/list.xlsx" --exit-zero examples)
[ -s "$work/list.xlsx" ] && echo "ok: what the Dockerfile copies is enough for a wheel, and that works with its extras"
