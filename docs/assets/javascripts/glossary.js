// Glossary terms: Material shows a definition on hover and keyboard focus. Here: touch, Escape, and the filter of the
// glossary page. Without this file the definitions stay in `title` and the glossary page is complete.
;(() => {
  "use strict"

  const TERM = "a.term"
  let pointer = "mouse" // what the last press was made with
  let shown = null // the term whose definition a first tap has shown
  let reveal = (/** @type {string} */ _id) => {} // shows an entry of the glossary page that the filter hides

  // --- Definitions -----------------------------------------------------------------------------------------------

  // Material writes a tooltip's text with innerHTML, so a definition that speaks of <script> has to be escaped for it.
  function escapeTitles() {
    if (!hasTooltips()) return
    for (const term of document.querySelectorAll(`${TERM}[title]:not([data-escaped])`)) {
      const text = document.createElement("i")
      text.textContent = term.title
      term.title = text.innerHTML
      term.dataset.escaped = ""
    }
  }

  function hasTooltips() {
    const config = document.getElementById("__config")
    return config !== null && JSON.parse(config.textContent).features.includes("content.tooltips")
  }

  function closestTerm(target) {
    return target instanceof Element ? target.closest(TERM) : null
  }

  // The first tap shows the definition, the second follows the link. Material's own listener for clicks sits on
  // `body`; this one has to come before it, and before the browser follows the link.
  function onClick(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href*='#']") : null
    if (link !== null) reveal(link.hash.slice(1))
    const term = closestTerm(event.target)
    const tapped = pointer === "touch" && event.detail > 0 // a click from the keyboard has no detail
    if (term !== null && tapped && term !== shown && hasTooltips()) {
      event.preventDefault()
      event.stopImmediatePropagation()
      shown = term
      term.focus({ preventScroll: true }) // not every browser focuses a link that is tapped
      setTimeout(() => ensureShown(term), 300)
      return
    }
    shown = null
  }

  // A tap that comes while the definition of another term is fading can get lost; ask Material once more.
  function ensureShown(term) {
    if (term !== shown || term.hasAttribute("aria-describedby")) return
    term.blur()
    term.focus({ preventScroll: true })
  }

  // Escape takes the definition away and leaves focus and pointer where they are. Material removes the node later
  // and makes a new one for the next time, so nothing has to be undone.
  function onKey(event) {
    if (event.key !== "Escape") return
    for (const term of document.querySelectorAll(`${TERM}[aria-describedby]`)) {
      document.getElementById(term.getAttribute("aria-describedby"))?.classList.add("term-tooltip--closed")
    }
    shown = null
  }

  // --- The glossary page's filter ----------------------------------------------------------------------------------

  function normalise(text) {
    return text.normalize("NFKC").toLowerCase()
  }

  // An entry is its heading and all that follows up to the next heading.
  function collectEntries(article) {
    const topics = []
    for (const source of article.querySelectorAll(".term-source")) {
      let heading = source
      while (heading !== null && heading.tagName !== "H3") heading = heading.previousElementSibling
      const topic = source.closest(".term-group")?.previousElementSibling
      if (heading === null || !topic) continue
      if (topics.length === 0 || topics[topics.length - 1].heading !== topic)
        topics.push({ heading: topic, entries: [] })
      const parts = [heading]
      let words = heading.firstChild.textContent
      for (let next = heading.nextElementSibling; next && next.tagName !== "H3"; next = next.nextElementSibling) {
        parts.push(next)
        if (next.matches(".term-names, .term-definition")) words += `\n${next.textContent}`
      }
      topics[topics.length - 1].entries.push({ id: heading.id, parts, words: normalise(words) })
    }
    return topics
  }

  function setUpFilter() {
    const box = document.querySelector(".term-filter:not([data-ready])")
    if (box === null) return
    box.dataset.ready = ""
    const input = box.querySelector("input")
    input.disabled = false
    const status = box.querySelector("[role=status]")
    const total = status.textContent
    let topics = null // collected when somebody filters: there are hundreds of entries

    function apply() {
      const words = normalise(input.value).split(/\s+/).filter(Boolean)
      let count = 0
      if (words.length > 0) topics ??= collectEntries(box.parentElement)
      for (const topic of topics ?? []) {
        let visible = 0
        for (const entry of topic.entries) {
          const matches = words.every(word => entry.words.includes(word))
          for (const part of entry.parts) part.hidden = !matches
          visible += Number(matches)
        }
        topic.heading.hidden = visible === 0
        count += visible
      }
      if (words.length === 0) status.textContent = total
      else if (count > 0) status.textContent = `${count} 条符合，${total}`
      else status.textContent = `没有词条含“${input.value.trim()}”。换一个词，或清空筛选框。`
    }

    reveal = id => {
      if (!topics?.some(topic => topic.entries.some(entry => entry.id === id && entry.parts[0].hidden))) return
      input.value = ""
      apply()
    }

    input.addEventListener("input", apply)
    input.addEventListener("keydown", event => {
      event.stopPropagation() // Material's keys (n, p, s, …) are letters here
      if (event.key !== "Escape") return
      input.value = ""
      apply()
    })
  }

  // --- Wiring ------------------------------------------------------------------------------------------------------

  function onPage() {
    shown = null
    reveal = () => {}
    escapeTitles()
    setUpFilter()
  }

  document.addEventListener(
    "pointerdown",
    event => {
      pointer = event.pointerType
    },
    true,
  )
  document.addEventListener("click", onClick, true)
  document.addEventListener("keydown", onKey, true)
  // With instant navigation Material replaces the page and says so; without Material the page is loaded once.
  if (typeof document$ !== "undefined") document$.subscribe(onPage)
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", onPage)
  else onPage()
})()
