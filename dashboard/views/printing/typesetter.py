"""A program of its own that sets one PDF: the request comes as JSON, the PDF goes out.

A long document is made apart, so that its memory goes back when it is done, and that it can be
ended at once when nobody waits for it any more. The program needs nothing of this project.
"""

import json
import sys

import typst


def main() -> None:
    """Read the request from the standard input, write the PDF to the standard output.

    The request names the template's path, the folder of the fonts, the time that the document
    was made at (seconds since 1970), and the content as JSON text.
    """
    request = json.load(sys.stdin)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[request["fonts"]]
    )
    document = typst.compile(
        request["template"],
        format="pdf",
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"content": request["content"]},
        pdf_standards=["ua-1"],
        timestamp=request["made_at_s"],
    )
    sys.stdout.buffer.write(document)


if __name__ == "__main__":
    main()
