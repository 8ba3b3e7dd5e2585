"""Files that are replaced in one step: a reader sees the old one or the new one, whole."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put the content into the file in one step, through a new file beside it.

    Raises:
        OSError: The folder or the file cannot be written; nothing was changed.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
