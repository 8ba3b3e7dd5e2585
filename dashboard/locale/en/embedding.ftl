# A part of the page in a frame on another site, and the dialog that writes its HTML.

embedded-back = Back to the list
embedded-no-card = The link names no practice whose record card can be shown.
embedded-open = Open the whole page (new tab)
embedded-open-practice = Open “{ $title }” on the whole page (new tab)
embedded-source = Source:
