// Types a query into the theme's box; resolves with the milliseconds until the list of results has changed, and until it has
// the first marked passages.
query => new Promise((resolve, reject) => {
    const box = document.querySelector(".md-search__input")
    const list = document.querySelector(".md-search-result__list")
    box.focus()
    const start = performance.now()
    let results
    const seen = new MutationObserver(() => {
        if (!list.children.length) return
        results ??= performance.now() - start
        if (!list.querySelector("mark")) return
        seen.disconnect()
        resolve([results, performance.now() - start])
    })
    seen.observe(list, {childList: true})
    setTimeout(() => { seen.disconnect(); resolve(null) }, 60000)
    box.value = query
    box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}))
})
