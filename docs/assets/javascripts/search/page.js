// On the page: marks what was searched for when it was opened from a result (?h=…), and says above the results that
// nothing was found when the worker answers with suggestions. The theme's own marking misses hits inside Chinese text.
"use strict"
;(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src
  const LONGEST = 100
  const SETTLING = 1000 // milliseconds in which the theme may close the box behind a reader who has come back
  const LEFT = "search:left" // where this tab keeps the page and the query that a result was opened from

  function run(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      Object.assign(script, { src: new URL(name, here).href, onload: resolve, onerror: reject })
      document.head.append(script)
    })
  }

  let ready
  const prepare = () =>
    (ready ??= (async () => {
      for (const name of ["tokenizer.js", "passages.js"]) await run(name)
    })())

  /** Everything that the query says: pairs of 汉字, whole names and, unless the name is there, its parts. */
  function wanted(query) {
    const exact = new Set()
    for (const word of searchText.words(query)) {
      if (word.han) for (const term of word.terms) exact.add(term)
      else exact.add(word.whole)
    }
    return {
      exact,
      prefixes: searchText
        .words(query)
        .filter(word => !word.han && word.whole.length > 2)
        .map(word => word.whole),
    }
  }

  let marked

  async function highlight() {
    const query = new URLSearchParams(location.search).get("h")?.slice(0, LONGEST).trim()
    const content = document.querySelector(".md-content__inner")
    if (!query || !content || content === marked) return
    marked = content
    await prepare()
    if (searchText.mayBeTraditional(query)) await run("../vendor/opencc/traditional.js")
    const marks = wanted(query)
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, node =>
      node.parentElement.closest("script, style, svg, mark, .headerlink, .md-content__button, nav")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    )
    const nodes = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    for (const node of nodes) {
      const ranges = searchPassages.hits(node.data, marks)
      for (const [start, end] of ranges.reverse()) {
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, end)
        const mark = document.createElement("mark")
        mark.dataset.mdHighlight = ""
        range.surroundContents(mark)
      }
    }
  }

  /** Names that code colouring has cut into several elements are not found in one piece; that is a loss we accept. */
  const start = () =>
    highlight().catch(error => {
      marked = undefined
      console.warn(`search: ${error}`)
    })
  start()
  // Later pages come without reloading. Opened from a folder the theme never announces the first one.
  window.document$?.subscribe(start)

  // The theme listens to keys only: text that is pasted, dictated or chosen from an input method comes without them.
  const box = document.querySelector(".md-search__input")
  box?.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")))

  // Between the focus and the first key there is time to fetch what the worker will ask for.
  box?.addEventListener(
    "focus",
    () => {
      if (location.protocol === "file:") return
      for (const name of ["tokenizer.js", "passages.js", "engine.js", "../../../search/meta.js"]) {
        document.head.append(
          Object.assign(document.createElement("link"), { rel: "prefetch", href: new URL(name, here).href }),
        )
      }
    },
    { once: true },
  )

  const list = document.querySelector(".md-search-result__list")
  if (list) {
    const meta = list.parentElement.querySelector(".md-search-result__meta")
    // The theme says that it is getting ready, for ever: our worker starts with the first key.
    meta.textContent = "输入命令、参数、报错或现象"
    // The theme writes the list anew when the later results arrive: the reader stays at the result that was reached.
    let reached
    list.addEventListener("focusin", event => {
      reached = event.target.href
    })
    list.addEventListener("focusout", event => {
      if (event.relatedTarget) reached = undefined
    })
    new MutationObserver(() => {
      if (reached && document.activeElement === document.body) {
        // A title leads to the page first, and to the section when that is known.
        const links = [...list.querySelectorAll("a")]
        const onPage = link => link.href.split("#")[0] === reached.split("#")[0]
        const link = links.find(link => link.href === reached) ?? links.find(onPage)
        link?.focus()
      }
      const none = list.querySelector("[data-search-none]")
      const total = list.querySelector("[data-search-total]")
      if (none) meta.textContent = none.parentElement.textContent
      else if (total) meta.textContent = countText(Number(total.dataset.searchTotal), list.children.length)
    }).observe(list, { childList: true })

    // Whoever comes back from a result finds the list again. The theme keeps its own things in the history's entries.
    const left = {
      get: () => JSON.parse(sessionStorage.getItem(LEFT) ?? "{}"),
      set: (/** @type {object} */ entry) => sessionStorage.setItem(LEFT, JSON.stringify(entry)),
    }
    list.addEventListener("click", event => {
      if (event.target.closest("a")) left.set({ page: location.href, query: box.value })
    })
    const comeBack = () => {
      const { page, query } = left.get()
      if (page === location.href) reopen(query)
    }
    // Without reloading, the theme closes the box when it has noticed that the address changed, at least 125 ms later.
    let back = false
    addEventListener("popstate", () => {
      back = true
    })
    window.document$?.subscribe(() => {
      if (back) setTimeout(comeBack, 200)
      back = false
    })
    const [visit] = performance.getEntriesByType("navigation")
    if (visit && "type" in visit && visit.type === "back_forward") comeBack()
  }

  function countText(total, shown) {
    return total > shown ? `${total} 页里有这些词，列出最接近的 ${shown} 页` : `${total} 页里有这些词`
  }

  /** Opens the search box with a query, as if it had been typed. */
  function reopen(query) {
    if (!query) return
    const toggle = document.querySelector("#__search")
    // As a click: the theme listens to that, and opens with it what belongs to the box.
    const open = () => toggle.checked || toggle.click()
    const openAgain = () => setTimeout(open)
    open()
    toggle.addEventListener("change", openAgain)
    setTimeout(() => toggle.removeEventListener("change", openAgain), SETTLING)
    box.value = query
    box.focus()
    box.dispatchEvent(new Event("input"))
  }
})()
