"""What is no regular file is refused before it is opened: a pipe keeps its reader waiting for ever.

A device such as /dev/zero may have no end either, and one must not be replaced by a file.
"""

import errno
from pathlib import Path


def require_regular(path: Path) -> None:
    """Let a regular file, a folder and what does not exist pass, and nothing else.

    Raises:
        OSError: It is a pipe, a socket or a device, or cannot be looked at.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "no regular file", str(path))
