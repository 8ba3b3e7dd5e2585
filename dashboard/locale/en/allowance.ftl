# The interface's texts in English; the identifiers are the same in both languages.

## How much one person may ask for, and all together

tray-refused-at-once = { $limit ->
    [one] { $limit } file is made at a time. Wait until it is ready, or cancel it.
   *[other] { $limit } files are made at a time. Wait until one is ready, or cancel one.
 }
tray-refused-queue = { $limit ->
    [one] The server makes { $limit } file already and takes no more. Try again in a moment.
   *[other] { $limit } files of several people wait on the server already, and it takes no more. Try again in a moment.
 }
tray-refused-hourly = { $limit ->
    [one] These are all files for this hour. The next one in { $limit } minute.
   *[other] These are all files for this hour. The next one in { $limit } minutes.
 }
refused-hourly = as many files were read in this hour as one person may read. Try again in { $limit } min.
add-not-taken = The file was not taken: it is too large, or the server holds as many files of several people as it can. Remove it from the list; try a smaller one, or again in a few minutes.
