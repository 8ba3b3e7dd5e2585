# The interface's texts in English; the identifiers are the same in both languages.

## The choice of data

dataset = Data
dataset-tabela = Practices of the table
dataset-demo = Example data
dataset-wlasne = My own data (this visit only)
dataset-gone = The link leads to data that is not here (another person's own, or from another visit). Below are the practices of the table.
demo-banner = Example data: a program made these practices up; only the communes’ names, kinds, postal codes and populations are real.
own-banner = Your own data: only this browser sees it, also when the page is loaded anew, until { $minutes } minutes after its last use. A link will show it to no one else.
