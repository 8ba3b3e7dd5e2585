import { element } from "../../../views/assets/dom.js";

/* The way from page to page of a long list: a step back, where the reader is, a step on. */
export function pager({ page, pages, words }, turn) {
  const bar = element("div", "pager");
  const step = (label, to) => {
    const button = element("button", "turn", label);
    button.type = "button";
    button.disabled = to < 0 || to >= pages;
    button.addEventListener("click", () => turn(to));
    return button;
  };
  bar.append(
    step(words.previous, page - 1),
    element("span", "", words.page),
    step(words.next, page + 1),
  );
  return bar;
}
