// What a page does with its text: it is laid out when the browser has time, and its code is copied safely.
"use strict"
  // A page opens with what is in sight; the rest of a long one is laid out here, a piece each time the browser is idle.
  // Until then extra.css lets it wait (.lazy-layout). Afterwards everything has its real height and nothing waits again.
;(() => {
  const PIECES = 20
  const root = document.documentElement
  if (!root.classList.contains("lazy-layout")) return
  const waiting = [...document.querySelectorAll(".md-content__inner > :nth-child(n + 24):not(.term-group, .wrong)")]
  const piece = Math.max(6, Math.ceil(waiting.length / PIECES))
  const idle = self.requestIdleCallback ?? setTimeout // Safari has no requestIdleCallback

  function layOut() {
    for (const element of waiting.splice(0, piece)) element.style.contentVisibility = "visible"
    if (waiting.length) idle(layOut)
  }

  idle(layOut)
  // Instant navigation puts another article in the place of this one and scrolls to where the reader has been in it.
  let pages = 0
  window.document$?.subscribe(() => pages++ && root.classList.remove("lazy-layout"))
})()

// Tables and diagrams that are wider than the screen: a sign that they go on, and arrow keys that move them.
;(() => {
  const BOXES = ".md-typeset__scrollwrap, .diagram-drawing"
  const SLACK = 16 // pixels of padding: nobody misses them

  function update(/** @type {Element} */ box) {
    const rest = box.scrollWidth - box.clientWidth
    box.classList.toggle("scroll-box", rest > SLACK)
    box.classList.toggle("scroll-box--end", rest > SLACK && box.scrollLeft >= rest - SLACK)
    if (rest > 0) {
      box.setAttribute("tabindex", "0")
      box.setAttribute("role", "group")
      box.setAttribute("aria-label", box.matches(".diagram-drawing") ? "可以左右滚动的图" : "可以左右滚动的表格")
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name)
    }
  }

  const sizes = new ResizeObserver(entries => {
    for (const box of new Set(entries.map(({ target }) => target.closest(BOXES)))) if (box) update(box)
  })

  function watch() {
    sizes.disconnect()
    for (const box of document.querySelectorAll(BOXES)) {
      sizes.observe(box)
      if (box.firstElementChild) sizes.observe(box.firstElementChild)
      box.addEventListener("scroll", () => update(box), { passive: true })
    }
  }

  // With instant navigation Material replaces the page and says so; without Material the page is loaded once.
  if (window.document$) window.document$.subscribe(watch)
  else watch()
})()

// Code that readers copy: what an irreversible step needs is asked once, a placeholder is filled in once for the page,
// and a tap on a prompt copies that one command. What the theme's button copies is a matter of style (extra.css), and so
// is what 折行 looks like: the same code is copied.
;(() => {
  const COPIED = "已复制这条命令"
  const HAN = /[\u3400-\u9fff][\u3400-\u9fff\w-]*|\w+(?=[\u3400-\u9fff])[\u3400-\u9fff\w-]*/
  /** @type {WeakSet<Element>} code whose reader has been asked */
  const asked = new WeakSet()

  /** Tells whether a block of code belongs to a step that cannot be undone: its risk stands beside it. */
  function isFinal(/** @type {Element} */ block) {
    const outer = block.closest(".md-content__inner > *") ?? block
    for (const next of ["previousElementSibling", "nextElementSibling"]) {
      let element = outer[next]
      for (let steps = 0; element && steps < 3; steps++, element = element[next]) {
        if (element.matches(".risk-final")) return true
        if (element.matches("h1, h2, h3, h4, .highlight")) break
      }
    }
    return false
  }

  addEventListener(
    "click",
    event => {
      const target = event.target instanceof Element ? event.target : null
      const block = target?.closest(".highlight")
      if (!block) return
      if (target.closest("[data-clipboard-target]") && isFinal(block) && !asked.has(block)) {
        asked.add(block)
        if (!confirm("这一步撤不回来。先看清前后的说明；确定要复制吗？")) {
          asked.delete(block)
          event.stopImmediatePropagation()
          event.preventDefault()
        }
      }
      if (target.matches(".code-wrap")) wrapCode(target)
      if (target.matches(".transcript-prompt")) copyCommand(target)
      const place = target.closest(".placeholder")
      if (place) fillIn(place.dataset.name)
    },
    true,
  )

  /** Folds the long lines of all code, or no longer; the block of the button stays where the reader looks at it. */
  function wrapCode(/** @type {Element} */ button) {
    const before = button.getBoundingClientRect().top
    const on = document.documentElement.classList.toggle("wrap-code")
    for (const other of document.querySelectorAll(".code-wrap")) other.setAttribute("aria-pressed", `${on}`)
    if (on) localStorage.wrapCode = 1
    else delete localStorage.wrapCode
    scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" })
  }

  async function copyCommand(/** @type {Element} */ prompt) {
    await navigator.clipboard.writeText(prompt.nextElementSibling.textContent.trimEnd())
    prompt.setAttribute("title", COPIED)
    prompt.classList.add("copied")
    setTimeout(() => prompt.classList.remove("copied"), 1500)
  }

  /** Asks for what a placeholder stands for, and puts it into all blocks of the page. */
  function fillIn(/** @type {string} */ name) {
    const places = [...document.querySelectorAll(".placeholder")].filter(place => place.dataset.name === name)
    const filled = prompt(
      `${name}：换成什么？（本页各处一起换；留空恢复）`,
      places[0].textContent === name ? "" : places[0].textContent,
    )
    if (filled === null) return
    for (const place of places) {
      place.textContent = filled.trim() || name
      place.classList.toggle("filled", filled.trim() !== "")
    }
  }

  /** Words of 汉字 in a command stand for what the reader has: 节点名, 名字. Comments and texts in quotes are neither. */
  function markPlaceholders() {
    for (const code of document.querySelectorAll(":is(.language-bash, .language-sh) > pre > code:not([data-ready])")) {
      code.dataset.ready = ""
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT, node =>
        node.parentElement.closest(".c1, .s, .s1, .s2, .sh, .placeholder")
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
      )
      const nodes = []
      while (walker.nextNode()) nodes.push(walker.currentNode)
      for (const node of nodes) splitAtPlaceholders(node)
    }
  }

  function splitAtPlaceholders(/** @type {any} */ node) {
    let rest = node
    for (let found = HAN.exec(rest.data); found; found = HAN.exec(rest.data)) {
      const word = rest.splitText(found.index)
      rest = word.splitText(found[0].length)
      const place = document.createElement("span")
      Object.assign(place, { className: "placeholder", title: "点一下填上你的值" })
      place.dataset.name = found[0]
      word.replaceWith(place)
      place.append(word)
    }
  }

  if (typeof document$ !== "undefined") document$.subscribe(markPlaceholders)
  else markPlaceholders()
})()
