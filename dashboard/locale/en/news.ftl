# What is new

## Filter

filter-nowe = New or changed since
filter-nowe-help = The day on which a practice came to this map or changed in it; where the map does not note that, the dates of the record card.

## Above the list

news-line = Since { $day }: { $added } new, { $changed } changed
news-feed = Atom feed
news-feed-help = Address for a news reader: new and changed practices that pass these filters
news-offer = New since { $day } ({ $count })
news-entry-added = new · { $day }
news-entry-changed = changed · { $day }

## Feed and letter

news-title = Practices since { $day }: { $added } new, { $changed } changed
news-added = New: { $title }
news-changed = Changed: { $title }
news-changed-fields = Changed: { $title } ({ $fields })
news-none = Nothing new.
news-all = Show on the map
news-left-out = and { $count ->
    [one] { $count } more practice that is
   *[other] { $count } more practices that are
} not listed here

## History of a practice

versions = History of this practice ({ $count })
version-added = added
version-changed = changed when its page was imported
version-corrected = corrected
version-removed = removed
version-undone = a change was undone
version-hidden = changed; the text is not repeated here, since it may name persons
version-put-in = put in:
version-left-out = left out:
