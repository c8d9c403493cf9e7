"""``reportlint completion``: what a shell needs to complete commands, options, rules and kinds."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportlint.cli.options import Option
from reportlint.config.config import FAIL_ON, LANGUAGES, LEVELS
from reportlint.errors import UsageError
from reportlint.formats import FORMATS
from reportlint.plugins import load
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reportlint.cli.app import Command

SHELLS = ("bash", "zsh", "fish")
_OF_RULES = ("--select", "--extend-select", "--ignore", "--mandatory")

_BASH = """\
# bash completion of reportlint: eval "$(reportlint completion bash)"
_reportlint() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command=check word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$word" in {commands_or}) command=$word; break ;; esac
    done
    case "$prev" in
{values}
    esac
    if [[ $cur == -* ]]; then
        case "$command" in
{options}
        esac
        return
    fi
    case "$command" in
        explain) COMPREPLY=($(compgen -W "{rules}" -- "$cur")) ;;
        kinds) COMPREPLY=($(compgen -W "{kinds}" -- "$cur")) ;;
        completion) COMPREPLY=($(compgen -W "{shells}" -- "$cur")) ;;
        *)
            [[ $COMP_CWORD -eq 1 ]] && COMPREPLY=($(compgen -W "{commands}" -- "$cur"))
            local IFS=$'\\n'
            COMPREPLY+=($(compgen -f -- "$cur"))
            compopt -o filenames 2>/dev/null ;;
    esac
}}
complete -F _reportlint reportlint
"""
_ZSH = """\
# zsh completion of reportlint: eval "$(reportlint completion zsh)"
autoload -U +X compinit && compinit -u
autoload -U +X bashcompinit && bashcompinit
"""


def completion(shell: str, commands: Mapping[str, Command]) -> int:
    """Print the script for `shell`. Raises UsageError for another one."""
    if shell not in SHELLS:
        raise UsageError(
            Bilingual(f"没有 {shell} 的补全；有 {'、'.join(SHELLS)}", f"no completion for {shell}; there is: {', '.join(SHELLS)}")
        )
    registry = load()
    rules = [word for rule in registry.rules for word in (rule.code, rule.name)]
    kinds = [kind.name for kind in registry.kinds]
    values = {
        **dict.fromkeys(_OF_RULES, rules),
        "--kind": kinds,
        "--output-format": list(FORMATS),
        "--fail-on": list(FAIL_ON),
        "--min-severity": list(LEVELS),
        "--lang": list(LANGUAGES),
        "--color": ["auto", "always", "never"],
    }
    if shell == "fish":
        sys.stdout.write("".join(f"{line}\n" for line in _fish(commands, values, rules, kinds)))
    else:
        sys.stdout.write((_ZSH if shell == "zsh" else "") + _bash(commands, values, rules, kinds))
    return 0


def _bash(commands: Mapping[str, Command], values: Mapping[str, Collection[str]], rules: Iterable[str], kinds: Iterable[str]) -> str:
    cases = [f'        {name}) COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$cur")); return ;;' for name, words in values.items()]
    options = [
        f'            {name}) COMPREPLY=($(compgen -W "{" ".join(_options(command))}" -- "$cur")) ;;' for name, command in commands.items()
    ]
    return _BASH.format(
        commands=" ".join(commands), commands_or="|".join(commands), values="\n".join(cases), options="\n".join(options),
        rules=" ".join(rules), kinds=" ".join(kinds), shells=" ".join(SHELLS),
    )  # fmt: skip


def _options(command: Command) -> list[str]:
    return [name for param in command.params if isinstance(param, Option) for name in param.opts] + ["--help"]


def _fish(
    commands: Mapping[str, Command], values: Mapping[str, Collection[str]], rules: Iterable[str], kinds: Iterable[str]
) -> Iterable[str]:
    yield "# fish completion of reportlint: reportlint completion fish | source"
    seen = f"__fish_seen_subcommand_from {' '.join(commands)}"
    for name, command in commands.items():
        yield f"complete -c reportlint -n 'not {seen}' -a {name} -d '{_quoted(command.about.en)}'"
        there = f"__fish_seen_subcommand_from {name}" if name != "check" else f"not {seen}; or __fish_seen_subcommand_from check"
        for param in command.params:
            if isinstance(param, Option):
                names = " ".join(f"-l {opt[2:]}" if opt.startswith("--") else f"-s {opt[1:]}" for opt in param.opts)
                words = values.get(param.opts[-1])
                value = f" -x -a '{' '.join(words)}'" if words else " -r" if param.metavar else ""
                yield f"complete -c reportlint -n '{there}' {names}{value} -d '{_quoted(param.about.en)}'"
    yield f"complete -c reportlint -n '__fish_seen_subcommand_from explain' -f -a '{' '.join(rules)}'"
    yield f"complete -c reportlint -n '__fish_seen_subcommand_from kinds' -f -a '{' '.join(kinds)}'"
    yield f"complete -c reportlint -n '__fish_seen_subcommand_from completion' -f -a '{' '.join(SHELLS)}'"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")
