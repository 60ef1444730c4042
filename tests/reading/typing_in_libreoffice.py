"""Types into a form as a person does, with LibreOffice itself; run by the Python that LibreOffice knows (module uno).

python typing_in_libreoffice.py FORM TARGET FILTER PIPE: opens FORM in the LibreOffice that listens on PIPE, types the
cells that stand on standard input as JSON ([sheet, cell, text] each; "" empties a cell), hides rows named as
[sheet, "hide", "7"], merges cells named as [sheet, "merge", "B6:B7"], and saves it as TARGET.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found, unused-ignore] # comes with LibreOffice


def main() -> None:
    """Open, type, save."""
    form, target, kind, pipe = sys.argv[1:]
    services = _services(pipe)
    desktop = services.createInstance("com.sun.star.frame.Desktop")
    document = desktop.loadComponentFromURL(
        Path(form).as_uri(), "_blank", 0, (_property("Hidden", value=True),)
    )
    keyboard = _Keyboard(document.CurrentController, services)
    for sheet, cell, text in json.load(sys.stdin):
        _do(document.Sheets.getByName(sheet), cell, text, keyboard)
    document.storeToURL(Path(target).as_uri(), (_property("FilterName", value=kind),))
    # The file is whole now; a LibreOffice that ends while it is asked to end has done so too.
    with suppress(Exception):
        document.close(True)
        desktop.terminate()


def _do(sheet: Any, cell: str, text: str, keyboard: _Keyboard) -> None:
    if cell == "hide":
        sheet.Rows.getByIndex(int(text) - 1).IsVisible = False
    elif cell == "merge":
        sheet.getCellRangeByName(text).merge(True)
    else:
        keyboard.type(sheet, cell, text)


class _Keyboard:
    """Types as a person does: LibreOffice makes of it what it makes of it, and heeds the cell's format."""

    def __init__(self, controller: Any, services: Any) -> None:
        self._controller = controller
        self._frame = controller.Frame
        self._dispatcher = services.createInstance("com.sun.star.frame.DispatchHelper")

    def type(self, sheet: Any, cell: str, text: str) -> None:
        """Go to the cell, type the text, and press Enter."""
        self._controller.setActiveSheet(sheet)
        self._send(".uno:GoToCell", ToPoint=cell)
        self._send(".uno:EnterString", StringName=text)

    def _send(self, command: str, **arguments: object) -> None:
        properties = tuple(_property(name, value=value) for name, value in arguments.items())
        self._dispatcher.executeDispatch(self._frame, command, "", 0, properties)


def _services(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _attempt in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
            continue
        return context.ServiceManager
    sys.exit("LibreOffice does not answer")


def _property(name: str, *, value: object) -> Any:
    one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    one.Name, one.Value = name, value
    return one


if __name__ == "__main__":
    main()
