// A page opens with what is in sight; the rest of a long one is laid out here, a piece each time the browser is idle.
// Until then extra.css lets it wait (.unhurried). Afterwards everything has its real height and nothing waits again.
"use strict"
;(() => {
  const PIECES = 20
  const root = document.documentElement
  if (!root.classList.contains("unhurried")) return
  const waiting = [...document.querySelectorAll(".md-content__inner > :nth-child(n + 20):not(.term-group)")]
  const piece = Math.max(6, Math.ceil(waiting.length / PIECES))
  const idle = self.requestIdleCallback ?? setTimeout // Safari has no requestIdleCallback

  function layOut() {
    for (const element of waiting.splice(0, piece)) element.style.contentVisibility = "visible"
    if (waiting.length) idle(layOut)
  }

  idle(layOut)
  // Instant navigation puts another article in the place of this one and scrolls to where the reader has been in it.
  let pages = 0
  window.document$?.subscribe(() => pages++ && root.classList.remove("unhurried"))
})()
