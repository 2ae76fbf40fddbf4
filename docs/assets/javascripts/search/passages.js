// Marks hits in a text and picks the passage that a result shows. Needs searchText; used by the worker and by the page.
"use strict"
;(scope => {
  const { words, fold } = scope.searchText
  const PASSAGE = 150 // characters
  const CLAIM = "误传："
  const SCAFFOLDING = /^([\w@():.~/-]+# |✓ )/ // a prompt or a claim of an example: shown only if nothing else says it

  /** Ranges [start, end) of a text's hits. `marks`: {exact: Set of terms, prefixes: [beginnings of terms]}. */
  function hits(text, { exact, prefixes }) {
    const ranges = []
    const add = (start, end) => {
      const last = ranges[ranges.length - 1]
      if (last && start <= last[1]) last[1] = Math.max(last[1], end)
      else ranges.push([start, end])
    }
    const plain = fold(text)
    const singles = prefixes.filter(prefix => prefix.length === 1)
    for (const word of words(text)) {
      if (word.han) {
        for (let i = word.start; i < word.end; i++) {
          if (exact.has(plain.substr(i, 2)) && i + 1 < word.end) add(i, i + 2)
          else if (exact.has(plain[i]) || singles.includes(plain[i])) add(i, i + 1)
        }
      } else if (word.terms.some(term => exact.has(term) || prefixes.some(prefix => term.startsWith(prefix))))
        add(word.start, word.end)
    }
    return ranges
  }

  const escapeHtml = text => text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)

  /** The text as HTML with its hits marked. */
  function mark(text, marks) {
    let html = ""
    let from = 0
    for (const [start, end] of hits(text, marks)) {
      html += `${escapeHtml(text.slice(from, start))}<mark data-md-highlight>${escapeHtml(text.slice(start, end))}</mark>`
      from = end
    }
    return html + escapeHtml(text.slice(from))
  }

  /** The lines of a section that say most about the query, as HTML. */
  function passage({ text, code }, marks) {
    const lines = [...score(text, marks, false), ...score(code, marks, true)].sort((a, b) => b.score - a.score)
    if (!lines.length || !lines[0].score)
      return text ? `<p>${mark(text.slice(0, PASSAGE), marks)}${text.length > PASSAGE ? "…" : ""}</p>` : ""
    const chosen = lines.slice(0, 2).filter((line, place) => place === 0 || line.score >= 0.6 * lines[0].score)
    return chosen
      .map(line => (line.code ? `<p><code>${excerpt(line, marks)}</code></p>` : `<p>${excerpt(line, marks)}</p>`))
      .join("")
  }

  function score(text, marks, code) {
    if (!text) return []
    // Folding keeps places, so that most lines can be passed over with a plain search.
    const beginnings = [...marks.exact, ...marks.prefixes].map(term => term.replace(/^-+/, "").split("-")[0])
    const plain = fold(text)
    const scored = []
    let from = 0
    text.split("\n").forEach((line, place) => {
      const end = from + line.length
      const folded = plain.slice(from, end)
      from = end + 1
      const ranges = beginnings.some(term => folded.includes(term)) ? hits(line.slice(0, 2000), marks) : []
      const different = new Set(ranges.map(([start, stop]) => folded.slice(start, stop)))
      const marked = [...different].reduce((sum, hit) => sum + Math.min(hit.length, 6), 0)
      scored.push({
        line,
        code,
        ranges,
        score: (marked - 0.01 * place) * (code ? (SCAFFOLDING.test(line) ? 0.4 : 0.8) : 1),
      })
    })
    return scored
  }

  function excerpt({ line, ranges }, marks) {
    if (line.length <= PASSAGE) return mark(line, marks)
    // The window with the most marked characters; it begins a little before a hit.
    let best = [0, -1]
    for (const [start] of ranges) {
      const from = Math.max(0, Math.min(start - 20, line.length - PASSAGE))
      const inside = ranges.reduce((sum, [a, b]) => sum + (a >= from && b <= from + PASSAGE ? b - a : 0), 0)
      if (inside > best[1]) best = [from, inside]
    }
    const from = line.startsWith(CLAIM) ? 0 : best[0] // never a claim without the word that says so
    const end = from + PASSAGE
    return (from ? "…" : "") + mark(line.slice(from, end), marks) + (end < line.length ? "…" : "")
  }

  scope.searchPassages = { hits, mark, passage, escapeHtml }
})(globalThis)
