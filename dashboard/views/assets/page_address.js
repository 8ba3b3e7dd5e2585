/* A parameter of the address of the page around the map's frame that the map itself writes, so that
   a link shows the same. The server is not asked; an address that it writes gets the value again,
   in browsers that tell of it (Navigation API). */
export class PageParam {
  /* `value` gives what is to be written now, '' to remove it, null to leave it as it is. */
  constructor(name, value) {
    Object.assign(this, { name, value });
    const { navigation } = window.parent;
    if (!navigation) return;
    const write = () => this.write();
    navigation.addEventListener("currententrychange", write);
    window.addEventListener("pagehide", () =>
      navigation.removeEventListener("currententrychange", write),
    );
  }

  read() {
    return new URL(window.parent.location.href).searchParams.get(this.name);
  }

  write() {
    const page = window.parent;
    const value = page && this.value();
    if (value === null || value === undefined) return;
    const address = new URL(page.location.href);
    if ((address.searchParams.get(this.name) ?? "") === value) return;
    if (value) address.searchParams.set(this.name, value);
    else address.searchParams.delete(this.name);
    page.history.replaceState(page.history.state, "", address);
  }
}
