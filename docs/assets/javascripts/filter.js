// The filter of the symptoms and of the codes. Without this file the groups unfold one by one, and all codes are there.
"use strict"
;(() => {
  const box = document.querySelector(".entry-filter:not([data-ready])")
  if (!box) return
  box.setAttribute("data-ready", "")
  const input = box.querySelector("input")
  const status = box.querySelector("[role=status]")
  const total = status.textContent

  const fold = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase()
  const noun = box.getAttribute("data-noun") ?? "现象"
  const entriesOf = (/** @type {Iterable<HTMLElement>} */ items) =>
    [...items].map(item => ({
      item,
      words: fold(`${item.textContent} ${item.querySelector("a")?.getAttribute("href")}`),
    }))
  const groups = [...box.parentElement.querySelectorAll("details.entry-group")].map(group => ({
    group,
    entries: entriesOf(group.querySelectorAll("li")),
  }))
  const cards = entriesOf(box.parentElement.querySelectorAll(".code-entry"))

  function apply() {
    const words = fold(input.value).split(/\s+/).filter(Boolean)
    const show = (/** @type {typeof cards} */ entries) => {
      let visible = 0
      for (const { item, words: text } of entries) {
        item.hidden = !words.every(word => text.includes(word))
        visible += Number(!item.hidden)
      }
      return visible
    }
    let count = show(cards)
    for (const { group, entries } of groups) {
      const visible = show(entries)
      group.hidden = visible === 0
      group.open = words.length > 0
      count += visible
    }
    if (words.length === 0) status.textContent = total
    else if (count > 0) status.textContent = `${count} 条符合，${total}`
    else status.textContent = `没有${noun}含“${input.value.trim()}”。少写几个字，或用页首的搜索框搜全书。`
  }

  input.disabled = false
  input.addEventListener("input", apply)
  input.addEventListener("keydown", event => {
    event.stopPropagation() // the theme's keys (n, p, s, …) are letters here
    if (event.key !== "Escape") return
    input.value = ""
    apply()
  })
})()
