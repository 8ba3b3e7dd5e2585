"""Refuses what is no regular file before it is opened: reading a pipe may never end.

A device such as /dev/zero may have no end either, and one must not be replaced by a file.
"""

import errno
from pathlib import Path


def require_regular(path: Path) -> None:
    """Refuse everything but regular files, folders and paths that do not exist.

    Raises:
        OSError: It is a pipe, a socket or a device, or cannot be looked at.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "no regular file", str(path))
