/**
 * Leaves of a page what no earlier page has shown, so that axe looks at each kind of thing once and not 130 times.
 *
 * What axe says of an element comes from its tags, classes, attributes, styles and whether it scrolls, hardly ever from its
 * words. Two blocks are alike when all that is in them has stood at the same place in a block before. Headings, landmarks and
 * what has a name of its own stay: axe compares those with each other.
 *
 * @param {string[]} before - the shapes that earlier pages have shown
 * @returns {string[]} these and those of this page
 */
before => {
  const seen = new Set(before)
  const shape = element => {
    const style = getComputedStyle(element)
    const scrolls =
      /auto|scroll/.test(style.overflow) &&
      (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    const names = element.getAttributeNames().filter(name => !/^(href|title|style|d|data-md-.*|on.*)$/.test(name))
    const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    return [
      element.localName,
      [...element.classList].sort().join("."),
      names.sort().join(","),
      element.getAttribute("role"),
      scrolls ? "scrolls" : "",
      own ? "text" : "",
      element.textContent.trim() ? "" : "empty",
      style.color,
      style.backgroundColor,
      style.fontSize,
      style.fontWeight,
      style.display,
    ].join(" ")
  }
  const shapes = (element, above) => {
    const path = `${above} > ${shape(element)}`
    return [path, ...[...element.children].flatMap(child => shapes(child, path))]
  }
  const stays = "link, style, h1, h2, h3, h4, h5, h6, nav, main, aside, form, [role=region], [aria-label], [aria-labelledby]"
  const known = []
  for (const block of document.querySelectorAll(".md-content__inner > *, .md-content__inner .term-group > *")) {
    const found = shapes(block, "")
    if (found.every(path => seen.has(path)) && !block.matches(stays) && !block.querySelector(stays)) known.push(block)
    for (const path of found) seen.add(path)
  }
  // After all questions: a style that is asked for between two removals is computed anew.
  for (const block of known) block.remove()
  return [...seen]
}
