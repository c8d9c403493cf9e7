"""The conversation with an editor."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from reportlint import __version__
from reportlint.cli.known import IGNORE_FILE
from reportlint.cli.server.diagnostics import FIX_ALL, IGNORE, Page, fix_all, fixes, ignoring
from reportlint.cli.server.hover import hover
from reportlint.cli.server.places import Places
from reportlint.config.load import NAMES
from reportlint.errors import UsageError
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.cli.server.checker import Checker
    from reportlint.finding import Finding

PAUSE = 0.3
"""Seconds without a key after which a text is checked again."""
_UNTITLED = {"markdown": ".md", "plaintext": ".txt"}
"""How a text that is no file yet would be called, by the name of its language in editors."""

_WHY = Bilingual("{code} {text}\n为什么可以不改？", "{code} {text}\nWhy may it stay?")
_REASONS = (
    Bilingual("已核对原件，原文如此", "checked against the original, which says so"),
    Bilingual("样本或模板，不公开", "a sample or template that is not published"),
    Bilingual("误报，此处无误", "a false alarm: it is right as it is"),
)
_IGNORED = Bilingual(
    "已写入 {file}，理由可在其中改写、补充到期日",
    "written into {file}; the reason can be changed there, and a day added on which it expires",
)


class Session(LanguageServer):
    """One editor and the texts that are open in it.

    Texts are checked in the main thread, where a rule that runs too long can be stopped.
    """

    def __init__(self, checker: Checker) -> None:
        # whole texts: for pygls a form feed ends a line, for editors it does not, so that changes would go astray
        super().__init__("reportlint", __version__, types.TextDocumentSyncKind.Full)
        self.checker = checker
        self._pages: dict[str, Page] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def check(self, uri: str) -> Page | None:
        """Check an open text now and show what was found."""
        self._forget_timer(uri)
        document = self.workspace.get_text_document(uri)
        path = _path(uri, document.language_id or "", self.workspace.root_path)
        checked = self.checker.check(path, document.source) if path else None
        page = Page(uri, document.version, checked, Places(checked.text, self._encoding)) if checked else None
        self._pages.pop(uri, None)
        if page:
            self._pages[uri] = page
        self.show(uri, document.version, page.diagnostics() if page else [])
        return page

    def check_later(self, uri: str) -> None:
        """Check an open text when nothing has been typed for a while."""
        self._forget_timer(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(PAUSE, self.check, uri)

    def check_all(self) -> None:
        """Check all open texts: what they are checked by has changed."""
        for document in list(self.workspace.text_documents.values()):
            self.check(document.uri)

    def close(self, uri: str) -> None:
        """Forget a text."""
        self._forget_timer(uri)
        self._pages.pop(uri, None)
        self.show(uri, None, [])

    def page(self, uri: str) -> Page | None:
        """What was found in an open text as it is now."""
        return self.check(uri) if uri in self._waiting else self._pages.get(uri)

    def show(self, uri: str, version: int | None, diagnostics: list[types.Diagnostic]) -> None:
        """Have the editor show these, and no others, in a text."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def actions(self, page: Page, wanted: types.Range, only: list[str]) -> Iterator[types.CodeAction]:
        """What can be done about the findings in a range; `only` those of these kinds, if there are any."""
        findings = page.within(wanted)
        versioned = self._knows("workspace", "workspace_edit", "document_changes")
        if _asked(types.CodeActionKind.QuickFix.value, only):
            yield from fixes(page, findings, versioned=versioned)
            if urlsplit(page.uri).scheme == "file":
                yield from ignoring(page, findings)
        if _asked(FIX_ALL, only) and any(finding.fix and finding.fix.safe for finding in page.findings):
            path = _path(page.uri, "", self.workspace.root_path)
            yield from fix_all(page, self.checker.mended(path, page.checked), versioned=versioned)

    async def ignore(self, page: Page, finding: Finding) -> None:
        """Ask why a finding may stay, and write it into the ignore file."""
        say = page.checked.language
        text = _WHY.in_(say).format(code=finding.code, text=finding.message.in_(say))
        choices = [types.MessageActionItem(reason.in_(say)) for reason in _REASONS]
        chosen = await self.window_show_message_request_async(types.ShowMessageRequestParams(types.MessageType.Info, text, choices))
        if chosen is None:
            return  # another time
        try:
            file = self.checker.ignore(_path(page.uri, "", None), finding, chosen.title)
        except UsageError as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, error.message.in_(say)))
            return
        self.window_show_message(types.ShowMessageParams(types.MessageType.Info, _IGNORED.in_(say).format(file=file)))
        self.check_all()

    def watch_configuration(self) -> None:
        """Have the editor say when a configuration changes."""
        if not self._knows("workspace", "did_change_watched_files", "dynamic_registration"):
            return  # then the next check finds out
        names = ",".join((*NAMES, IGNORE_FILE))
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(f"**/{{{names}}}")])
        registration = types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched)
        self.client_register_capability(types.RegistrationParams([registration]))

    @property
    def _encoding(self) -> str:
        encoding = self.workspace.position_encoding
        return encoding.value if isinstance(encoding, types.PositionEncodingKind) else str(encoding)

    def _knows(self, *names: str) -> bool:
        """Whether the editor has a capability."""
        found: object = self.client_capabilities
        for name in names:
            found = getattr(found, name, None)
        return bool(found)

    def _forget_timer(self, uri: str) -> None:
        if timer := self._waiting.pop(uri, None):
            timer.cancel()


def session(checker: Checker) -> Session:
    """A server that is ready to talk."""
    server = Session(checker)

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        if params.locale:
            checker.language = "zh" if params.locale.lower().startswith("zh") else "en"

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.watch_configuration()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.check_later(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def settings_changed(_: types.DidChangeConfigurationParams) -> None:
        server.check_all()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovering(params: types.HoverParams) -> types.Hover | None:
        page = server.page(params.text_document.uri)
        findings = page.within(types.Range(params.position, params.position)) if page else []
        if not page or not findings:
            return None
        text = hover(findings, page.checked.rules, page.checked.language)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def acting(params: types.CodeActionParams) -> list[types.CodeAction]:
        page = server.page(params.text_document.uri)
        only = [kind.value if isinstance(kind, types.CodeActionKind) else kind for kind in params.context.only or ()]
        return list(server.actions(page, params.range, only)) if page else []

    @server.command(IGNORE)
    async def ignore(uri: str, fingerprint: str) -> None:
        page = server.page(uri)
        finding = next((finding for finding in page.findings if finding.fingerprint == fingerprint), None) if page else None
        if page and finding:
            await server.ignore(page, finding)

    return server


def _asked(kind: str, only: list[str]) -> bool:
    """Whether actions of a kind are wanted: kinds are a tree, with dots between the levels."""
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _path(uri: str, language_id: str, root: str | None) -> str:
    """The absolute path of a text; for one that is no file yet, where it might be saved; empty for what is none of ours."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        return os.path.abspath(url2pathname(parts.path))
    suffix = _UNTITLED.get(language_id) if parts.scheme == "untitled" else None
    return os.path.join(root or os.getcwd(), f"untitled{suffix}") if suffix else ""
