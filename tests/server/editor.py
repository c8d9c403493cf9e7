"""An editor that talks to a real server, over pipes, by the client of pytest-lsp."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from cattrs import Converter
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities

T = TypeVar("T")

PATIENCE = 60
"""Seconds to wait for the server: a machine may be busy."""


class Editor:
    """A client with a folder open, and what a person does in it."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self._versions: dict[str, int] = {}
        self.registered: list[types.Registration] = []
        self.asked: list[types.ShowMessageRequestParams] = []
        self.answer = 0
        """Which of the choices this person takes."""
        self.published: list[types.PublishDiagnosticsParams] = []
        self.server = types.ServerCapabilities()

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator] # pygls leaves it open
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator] # as above
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.published.append(params)

        @client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)  # type: ignore[untyped-decorator] # as above
        def choose(params: types.ShowMessageRequestParams) -> types.MessageActionItem:
            self.asked.append(params)
            return list(params.actions or ())[self.answer]

    def uri(self, name: str) -> str:
        """The address of a file of the folder."""
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "plaintext", uri: str = "") -> list[types.Diagnostic]:
        """Open a text, and what is shown in it."""
        uri = uri or self.uri(name)
        self._versions[uri] = 1
        return await self._shown(uri, lambda: self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        ))  # fmt: skip

    async def type(self, name: str, text: str) -> list[types.Diagnostic]:
        """Change a text, and what is shown when the server has noticed."""
        return await self._shown(self.uri(name), lambda: self.change(name, text))

    def change(self, name: str, text: str) -> None:
        """Change a text and do not wait."""
        uri = self.uri(name)
        self._versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(uri=uri, version=self._versions[uri])
        whole = [types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, whole))

    async def save(self, name: str) -> list[types.Diagnostic]:
        """Save a text, and what is shown then."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        return await self._shown(identifier.uri, lambda: self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier)))

    async def close(self, name: str) -> list[types.Diagnostic]:
        """Close a text, and what is shown then."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        return await self._shown(identifier.uri, lambda: self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier)))

    async def configuration_changed(self, name: str) -> list[types.Diagnostic]:
        """Tell that a configuration is another one now, and what is shown in the text `name` then."""
        event = types.FileEvent(self.uri("reportlint.toml"), types.FileChangeType.Changed)
        return await self._shown(self.uri(name), lambda: self.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([event])
        ))  # fmt: skip

    async def hover(self, name: str, line: int, character: int) -> str:
        """What is shown over a place."""
        place = types.TextDocumentPositionParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        answer = await patiently(self.client.text_document_hover_async(types.HoverParams(place.text_document, place.position)))
        return answer.contents.value if answer and isinstance(answer.contents, types.MarkupContent) else ""

    async def actions(self, name: str, where: types.Range, *only: str) -> list[types.CodeAction]:
        """What is offered for a range."""
        context = types.CodeActionContext([], only=list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), where, context)
        answer = await patiently(self.client.text_document_code_action_async(params))
        return [action for action in answer or () if isinstance(action, types.CodeAction)]

    async def carry_out(self, name: str, action: types.CodeAction) -> list[types.Diagnostic]:
        """Have the server do what an action says, and what is shown then."""
        assert action.command
        params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        return await self._shown(self.uri(name), lambda: self.client.workspace_execute_command(params))

    async def _shown(self, uri: str, act: Callable[[], object]) -> list[types.Diagnostic]:
        """What is shown in a text next, after `act`."""
        told = len(self.published)
        act()
        for _ in range(PATIENCE * 100):
            for params in self.published[told:]:
                if params.uri == uri:
                    return list(params.diagnostics)
            await asyncio.sleep(0.01)
        raise AssertionError(f"nothing was said about {uri}")


async def patiently(answer: Awaitable[T]) -> T:
    """An answer, unless it takes too long."""
    return await asyncio.wait_for(answer, PATIENCE)


def _converter() -> Converter:
    """That of pygls, but for actions: it takes one that has a command for a bare command."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]
    converter.register_structure_hook(types.Command | types.CodeAction, lambda action, _: converter.structure(action, types.CodeAction))
    return converter


@asynccontextmanager
async def editor(folder: Path, *options: str, encodings: tuple[str, ...] = (), locale: str = "en") -> AsyncIterator[Editor]:
    """An editor like VS Code with `folder` open; `encodings`: those of positions that it offers."""
    client = LanguageClient(converter_factory=_converter)
    here = Editor(client, folder)
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    await client.start_io(sys.executable, "-m", "reportlint", "server", *options, cwd=folder, env=environment)
    capabilities = client_capabilities("visual-studio-code")
    if encodings:
        capabilities.general = types.GeneralClientCapabilities(position_encodings=list(encodings))
    params = types.InitializeParams(capabilities, root_uri=folder.as_uri(), locale=locale)
    here.server = (await patiently(client.initialize_session(params))).capabilities
    try:
        yield here
    finally:
        await patiently(client.shutdown_session())
        await client.stop()  # type: ignore[no-untyped-call]
