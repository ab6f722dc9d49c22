"""The archive that a workbook is, without what changes from one writing to the next."""

import io
import re
import zipfile


def settled(data: bytes) -> bytes:
    """The workbook ``data`` without the hour at which it was written."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(\d{4})-\d\d-\d\dT[\d:]+Z", b"2000-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return settled.getvalue()
