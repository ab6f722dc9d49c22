"""What the form asks → what it is answered: the protocol of Decap's own local server.

Source: decap-server 3.11, its ``localFs`` mode, which keeps no drafts: what is saved is in the
files, and whoever keeps the folder in git sees what changed there.
"""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from chemins.editing.desk import Desk, RefusedError, digest_of

Answer = tuple[int, Any]
"""The status of HTTP, and what is said."""


def answer(desk: Desk, asked: Mapping[str, Any]) -> Answer:
    """What the form is told when it asks ``asked``."""
    held = asked.get("params")
    params = held if isinstance(held, Mapping) else {}
    act = _ACTS.get(str(asked.get("action")))
    if act is None:
        return 422, {"error": desk.locale.text("form.unknown_action")}
    try:
        return 200, act(desk, params)
    except RefusedError as error:
        return 422, {"error": str(error)}
    except (KeyError, TypeError, AttributeError, ValueError):
        return 422, {"error": desk.locale.text("form.unknown_action")}
    except OSError:
        return 500, {"error": desk.locale.text("form.not_written")}


def _info(desk: Desk, _: Mapping[str, Any]) -> Any:
    return {"repo": desk.folder.name, "publish_modes": ["simple"], "type": "local_fs"}


def _by_folder(desk: Desk, params: Mapping[str, Any]) -> Any:
    return [_entry(desk, path) for path in desk.records_in(params["folder"])]


def _by_files(desk: Desk, params: Mapping[str, Any]) -> Any:
    return [_entry(desk, each["path"], each.get("label")) for each in params["files"]]


def _one(desk: Desk, params: Mapping[str, Any]) -> Any:
    return _entry(desk, params["path"])


def _entry(desk: Desk, path: str, label: str | None = None) -> dict[str, Any]:
    data = desk.read(path)
    file: dict[str, Any] = {"path": path, "id": digest_of(data)}
    return {"data": data, "file": file | ({"label": label} if label else {})}


def _persist(desk: Desk, params: Mapping[str, Any]) -> Any:
    files = {each["path"]: each["raw"] for each in params["dataFiles"]}
    given = {each["path"]: each["given"] for each in params["dataFiles"] if each.get("given")}
    desk.write(files, {each["path"]: _decoded(each) for each in params.get("assets") or ()}, given)
    return {"message": "entry persisted"}


def _media_in(desk: Desk, params: Mapping[str, Any]) -> Any:
    return [_medium(desk, path) for path in desk.media_in(params["mediaFolder"])]


def _media(desk: Desk, params: Mapping[str, Any]) -> Any:
    return _medium(desk, params["path"])


def _persist_media(desk: Desk, params: Mapping[str, Any]) -> Any:
    asset = params["asset"]
    desk.write({}, {asset["path"]: _decoded(asset)})
    return _medium(desk, asset["path"])


def _medium(desk: Desk, path: str) -> dict[str, Any]:
    data = desk.media(path)
    if data is None:
        raise RefusedError(desk.locale.text("form.outside", path=path))
    return {
        "id": hashlib.sha256(data).hexdigest(),
        "content": base64.b64encode(data).decode("ascii"),
        "encoding": "base64",
        "path": path,
        "name": path.rpartition("/")[2],
    }


def _delete(desk: Desk, params: Mapping[str, Any]) -> Any:
    paths = params["paths"] if "paths" in params else [params["path"]]
    desk.erase([str(each) for each in paths])
    return {"message": "deleted"}


def _nothing(_: Desk, __: Mapping[str, Any]) -> Any:
    return None


def _decoded(asset: Mapping[str, Any]) -> bytes:
    return base64.b64decode(asset["content"], validate=True)


_ACTS = {
    "info": _info,
    "entriesByFolder": _by_folder,
    "entriesByFiles": _by_files,
    "getEntry": _one,
    "persistEntry": _persist,
    "getMedia": _media_in,
    "getMediaFile": _media,
    "persistMedia": _persist_media,
    "deleteFile": _delete,
    "deleteFiles": _delete,
    "getDeployPreview": _nothing,
}
