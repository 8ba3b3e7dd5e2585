# The interface's texts in English; the identifiers are the same in both languages.

## Logging in

login-in = Log in
login-out = Log out
login-as = Logged in: { $who }
login-no-address = an account without an e-mail address
login-anybody = Whoever opens this page may save a correction.
login-named = The history keeps who saved it.
login-logged-out = Only people who are named save corrections in the data, after they log in (the button “Log in” under the filters). Without that, a correction can be downloaded as a file.
login-expired = The login has expired, so corrections can no longer be saved in the data. Download the file of corrections before you log in again.
login-unverified = The e-mail address of this account is not verified (the login provider does not vouch for it), so you may only read. A correction can be downloaded as a file.
login-not-named = This account is not on the list of people who save corrections, so you may only read. A correction can be downloaded as a file.
login-unchecked = The server cannot check whether this login was ended, so corrections cannot be saved with the data now. A correction can be downloaded as a file; please tell whoever runs the server.

## The history of corrections

history = History of corrections
history-latest = Latest changes of corrections
history-place = no. { $place }
history-add = added
history-replace = changed
history-remove = removed
history-undo = change taken back
history-none = no correction
history-empty = empty
history-nobody = no login
history-reason = Reason: { $reason }
history-take-back = Undo
history-refused = Not undone. If somebody changed the correction meanwhile, the history shows it by now; you can try again.

## Two people at once

review-conflict = Meanwhile somebody saved this correction differently. What the form holds was not saved. In the data by now:
review-conflict-mine = Keep mine
review-conflict-theirs = Take the saved one
review-remove-reason = Reason for the removal (may be empty)
review-done-conflict = Nothing was saved: somebody changed this correction meanwhile. The history shows what it is by now.
review-done-undo = Undone. The map shows the position before the change.
