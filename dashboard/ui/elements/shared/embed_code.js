/* The HTML of a frame that shows a part of the map's page, for the page of another site. */

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/* Address of a part, with the filters that the page's own address has.
   `page`: address of the page that is shown. `root`: path of the map's page. `kept`: names of the
   parameters that go along. */
export function embeddedAddress(page, { root, kept, part, partParam, language, languageParam }) {
  const address = new URL(root, page);
  for (const [name, value] of new URL(page).searchParams) {
    if (kept.includes(name)) address.searchParams.append(name, value);
  }
  address.searchParams.delete(languageParam);
  if (language) address.searchParams.set(languageParam, language);
  address.searchParams.set(partParam, part);
  return address.href;
}

/* `width`: CSS pixels; 0 for the whole width of the page around it. */
export function frameCode(address, { title, width, height }) {
  const size = `width="${width || "100%"}" height="${height}"`;
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" ${size} ` +
    'loading="lazy" style="border: 0; max-width: 100%"></iframe>'
  );
}
