"""A program that typesets one file: reads the request as JSON, writes the file.

A file is made apart, so that its memory goes back when it is done, and that it can be ended at
once when nobody waits for it any more. The program needs nothing of this project.
"""

import json
import sys
from typing import cast

import typst


def main() -> None:
    """Read the request from the standard input, write the file to the standard output.

    The request names the template's path, the folder of the fonts, the time that the file was
    made at (seconds since 1970), its kind, the pixels per inch, and the content as JSON text.
    """
    request = json.load(sys.stdin)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[request["fonts"]]
    )
    pages = typst.compile(
        request["template"],
        format=request["kind"],
        ppi=request["ppi"],
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"content": request["content"]},
        pdf_standards=["ua-1"] if request["kind"] == "pdf" else [],
        timestamp=request["made_at_s"],
    )
    # One page comes as bytes, several as a list, which the stubs do not say.
    made = cast("bytes | list[bytes]", pages)
    sys.stdout.buffer.write(made[0] if isinstance(made, list) else made)


if __name__ == "__main__":
    main()
