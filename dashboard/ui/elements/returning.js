/* Brings a reader who logged in or out back to what they looked at: the identity provider sends
   everybody to the start page. The note of it never leaves the tab; it counts once, for the first
   page that is drawn after it, and only for an address of this very server. */
const NOTE = "mapa-praktyk-return";
const BUTTONS = ".st-key-login, .st-key-logout";

function takeNote() {
  const note = sessionStorage.getItem(NOTE);
  sessionStorage.removeItem(NOTE);
  return note && URL.canParse(note) ? new URL(note) : null;
}

/* What was written by the press may be behind by one filter, so it is written again at the end. */
function keepNotes() {
  let leaves = false;
  const write = () => leaves && sessionStorage.setItem(NOTE, window.location.href);
  const press = ({ target }) => {
    leaves = target instanceof Element && Boolean(target.closest(BUTTONS));
    write();
  };
  document.addEventListener("click", press, true);
  window.addEventListener("pagehide", write);
}

export default function () {
  if (window.mapaPraktykReturned) return;
  window.mapaPraktykReturned = true;
  keepNotes();
  const { origin, pathname, search } = window.location;
  const note = takeNote();
  if (!note || search || note.href === window.location.href) return;
  if (note.origin === origin && note.pathname.startsWith(pathname) && pathname.endsWith("/")) {
    window.location.replace(note.href);
  }
}
