// In every page while `make serve` shows it: loads the page anew when it has changed, and says what is wrong with a save.
"use strict"
;(() => {
  const { since } = document.currentScript.dataset
  const ID = "serve-problems"

  /** The path of this page in the site, as the server names it: also after instant navigation. */
  function path() {
    const name = decodeURIComponent(location.pathname).replace(/^\//, "")
    return name === "" || name.endsWith("/") ? `${name}index.html` : name
  }

  function show(problems, stale) {
    document.getElementById(ID)?.remove()
    if (!problems.length) return
    const box = document.createElement("aside")
    box.id = ID
    box.setAttribute("role", "alert")
    box.style.cssText = `position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 45vh; overflow: auto; padding: .8rem 1rem;
      background: ${stale ? "#7f1d1d" : "#713f12"}; color: #fff; font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap`
    const title = document.createElement("strong")
    title.textContent = stale
      ? `这次保存没有生效，页面还是上一次的样子。要改 ${problems.length} 处：`
      : `页面已经更新，但有 ${problems.length} 处要改：`
    const list = document.createElement("ol")
    list.style.cssText = "margin: .4rem 0 0; padding-left: 1.6rem"
    for (const problem of problems) list.append(Object.assign(document.createElement("li"), { textContent: problem }))
    const close = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "收起",
      onclick: () => box.remove(),
    })
    close.style.cssText =
      "float: right; padding: 0 .6rem; border: 1px solid #fff; color: inherit; font: inherit; cursor: pointer"
    box.append(close, title, list)
    document.body.append(box)
  }

  let source
  let seen = since

  function listen() {
    source?.close()
    // A page out of sight listens when it is seen again: browsers have six connections for a host, for all its pages.
    if (document.visibilityState !== "visible") return
    source = new EventSource(`/.serve/news?since=${seen}&page=${encodeURIComponent(path())}`)
    source.onmessage = ({ data, lastEventId }) => {
      const { changed, problems, stale } = JSON.parse(data)
      seen = lastEventId
      if (changed.includes("*") || changed.includes(path())) location.reload()
      else show(problems, stale)
    }
  }

  listen()
  document.addEventListener("visibilitychange", listen)
  addEventListener("pagehide", () => source?.close())
  addEventListener("pageshow", ({ persisted }) => persisted && listen())
  // Instant navigation puts another page here; the server lays out first what is on the screen.
  window.document$?.subscribe(listen)
})()
