#!/usr/bin/env bash
# Run the hooks with the real pre-commit on a throw-away repository with Chinese file names.
# Usage: tests/hook/check_hook.sh   (needs .venv with pre-commit, git, and an index to install from)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
pre_commit() { "$root/.venv/bin/python" -m pre_commit "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME=$work/cache LC_ALL=C.UTF-8
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.invalid GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.invalid

# The hooks are installed from a commit, so what is here now becomes one, elsewhere.
mkdir "$work/linter"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [ -f "$file" ] && printf '%s\0' "$file"
done | tar --null --files-from=- -cf -) | tar -xf - -C "$work/linter"
git -C "$work/linter" init -q
git -C "$work/linter" add -A
git -C "$work/linter" commit -qm "as it is"

reports=$work/reports
mkdir -p "$reports/草稿"
cd "$reports"
git init -q
printf 'select = ["M001"]\nextend-exclude = ["草稿/"]\n' >reportlint.toml
printf '切实##paidbegin##加强预算约束。\n' >"2023年法治政府建设情况报告.txt"
printf '切实加强预算约束。\n' >"没有问题 的报告.MD"
printf '切实##paidbegin##加强。\n' >"草稿/未定稿.txt"
printf '\211PNG' >"图.png"
PYTHONPATH=$root "$root/.venv/bin/python" - <<'PYTHON'
from pathlib import Path
from tests.readers.word import document
Path("印发的报告.docx").write_bytes(document("切实##paidbegin##加强。"))
PYTHON
git add -A

failures=0
# expect DESCRIPTION EXIT_CODE PATTERN ABSENT_PATTERN COMMAND...: the output must have the one and lack the other
expect() {
    local what=$1 code=$2 pattern=$3 absent=$4 got=0
    shift 4
    "$@" >"$work/output" 2>&1 || got=$?
    if [ "$got" = "$code" ] && grep -qE "$pattern" "$work/output" && ! { [ -n "$absent" ] && grep -qE "$absent" "$work/output"; }; then
        echo "ok: $what"
    else
        echo "NOT OK: $what (exit $got, expected $code)"
        cat "$work/output"
        failures=$((failures + 1))
    fi
}
hook() { pre_commit try-repo "$work/linter" "$@"; }

expect "a finding fails the hook and names the file" 1 '^2023年法治政府建设情况报告\.txt:1:3: error M001' '未定稿' hook reportlint --all-files
expect "a clean report passes and the tally is shown" 0 '1 file checked, nothing found' '' hook reportlint --files "没有问题 的报告.MD"
expect "a file that the configuration excludes passes" 0 'nothing to check' 'M001' hook reportlint --files "草稿/未定稿.txt"
expect "other files are none of its business" 0 'Skipped' '' hook reportlint --files "图.png"
expect "a Word document is none of the business of the small hook" 0 'Skipped' '' hook reportlint --files "印发的报告.docx"
expect "the large one reads it" 1 '^印发的报告\.docx:1:3: error M001' '未定稿|图' hook reportlint-documents --all-files
expect "all files: the tree is walked, what cannot be read is named" 1 '2 files: 1 error' '未定稿' hook reportlint-all
printf '[severity]\nM001 = "warning"\n' >>reportlint.toml
git add -A
expect "warnings pass and are shown" 0 '1 warning' '' hook reportlint --all-files
printf 'selct = ["P"]\n' >reportlint.toml
git add -A
expect "a wrong configuration fails and says where" 1 'reportlint.toml:1: selct: .*did you mean select' '' hook reportlint --all-files
exit $((failures > 0))
