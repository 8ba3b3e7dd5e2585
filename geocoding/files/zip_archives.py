"""ZIP archives that cannot be read: what reading a damaged one ends in, and encrypted files."""

import lzma
import zipfile
import zlib
from typing import Final

DAMAGED_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,  # of a packed file, where its bytes are damaged
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # of a method of packing that is not known
    UnicodeDecodeError,  # of a file's name
)
"""The errors in which reading an archive ends whose bytes are not as they should be."""
_ENCRYPTED: Final = 0x1


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    """Return whether a file in an archive is encrypted; reading it raises RuntimeError."""
    return bool(member.flag_bits & _ENCRYPTED)
