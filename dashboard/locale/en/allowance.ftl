# The interface's texts in English; the identifiers are the same in both languages.

## How much one person may ask for

tray-refused-at-once = { $limit ->
    [one] { $limit } file is made at a time. Wait until it is ready, or cancel it.
   *[other] { $limit } files are made at a time. Wait until one is ready, or cancel one.
 }
tray-refused-hourly = { $limit ->
    [one] These are all files for this hour. The next one in { $limit } minute.
   *[other] These are all files for this hour. The next one in { $limit } minutes.
 }
refused-hourly = as many files were read in this hour as one person may read. Try again in { $limit } min.
