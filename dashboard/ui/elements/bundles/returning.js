// dashboard/ui/elements/returning.js
var NOTE = "mapa-praktyk-return";
var BUTTONS = ".st-key-login, .st-key-logout";
function takeNote() {
  const note = sessionStorage.getItem(NOTE);
  sessionStorage.removeItem(NOTE);
  return note && URL.canParse(note) ? new URL(note) : null;
}
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
function returning_default() {
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
export {
  returning_default as default
};
