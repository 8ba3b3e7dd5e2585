# A part of the page in a frame on another site, and the dialog that writes its HTML.

embedded-back = Back to the list
embedded-no-card = The link names no practice whose record card can be shown.
embedded-open = Open the whole page (new tab)
embedded-open-practice = Open “{ $title }” on the whole page (new tab)
embedded-source = Source:

## The dialog with the HTML of the frame

embedding-open = Embed on a page
embedding-title = Embed on a page
embedding-about = Paste this HTML into a page of one of these sites: { $sites }. The frame shows the practices of the present filters, always with the data of the day.
embedding-part = What to show
embedding-part-mapa = Map
embedding-part-lista = List of practices
embedding-part-karta = Record card of the selected practice
embedding-no-card = To embed a record card, select a practice on the map or in the list first.
embedding-frame-mapa = Map of local governments’ practices
embedding-frame-lista = List of local governments’ practices
embedding-frame-karta = Record card of a local government’s practice
embedding-language = Language
embedding-language-pl = Polish
embedding-language-en = English
embedding-width = Width in pixels
embedding-width-hint = Left empty: the whole width of the page. Sizes from 200 to 4000.
embedding-height = Height in pixels
embedding-code = HTML
embedding-copy = Copy the HTML
embedding-failed = Copying failed. The HTML is selected: press Ctrl+C.
embedding-close = Close
