// Runs in headless Chromium: draws every diagram of `jobs` and leaves the results as JSON in the page.
// Each drawing becomes one SVG whose ids begin with its own name, so that a page may hold several.
async function drawAll(jobs, themeCSS, options) {
  mermaid.initialize({ startOnLoad: false, deterministicIds: true, themeCSS, ...options })
  const results = {}
  for (const { name, source } of jobs) {
    try {
      await mermaid.parse(source)
      results[name] = { svg: finished((await mermaid.render(name, source)).svg, name) }
    } catch (error) {
      const { token, loc } = error.hash ?? {}
      results[name] = { message: error.message, endOfText: token === 1, since: loc?.first_line ?? null }
    }
  }
  return results
}

// What a page gets: ids of its own, only the rules that apply, no digits that nobody can see.
function finished(markup, name) {
  const holder = document.createElement("div")
  holder.innerHTML = markup
  const svg = holder.firstElementChild
  renameIds(svg, name)
  for (const style of svg.querySelectorAll("style")) style.textContent = rulesInUse(style.textContent, svg)
  shorten(svg)
  return svg.outerHTML
}

// Mermaid writes the rules of all that a kind of diagram may hold, 13 KB in each drawing, and most match nothing in it.
function rulesInUse(text, svg) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  const applies = selector => {
    const inAnyState = selector.replace(/:(hover|focus|active|focus-visible|focus-within)\b/g, "")
    return svg.matches(inAnyState) || svg.querySelector(inAnyState)
  }
  let animations = ""
  const used = [...sheet.cssRules]
    .filter(rule => !(rule instanceof CSSKeyframesRule))
    .map(rule => {
      if (!(rule instanceof CSSStyleRule)) return rule.cssText
      const { selectorText, style } = rule
      const selectors = (selectorText.includes("(") ? [selectorText] : selectorText.split(", ")).filter(applies)
      if (selectors.length) animations += ` ${style.animationName}`
      return selectors.length ? `${selectors.join()}{${style.cssText}}` : ""
    })
  const keyframes = [...sheet.cssRules].filter(
    rule => rule instanceof CSSKeyframesRule && animations.includes(rule.name),
  )
  return [...keyframes.map(rule => rule.cssText), ...used].join("")
}

// Mermaid computes to 16 digits; a tenth of a pixel is more than anybody sees. Scales are factors, not places: they stay.
function shorten(svg) {
  // Only where something stands between the numbers: in ".045-.001.4" a shorter one would run into its neighbour.
  const long = /(?<![^\s,(a-z])-?\d+\.\d{2,}(e-?\d+)?(?![^\s,)a-z])/gi
  const round = text => text.replace(long, number => String(Number(Number(number).toFixed(1))))
  for (const element of svg.querySelectorAll("*")) {
    element.removeAttribute("data-points") // the lines' points once more, for mermaid's own tools
    for (const { name, value } of [...element.attributes]) {
      if (/^(d|points|[xy][12]?|[cr][xy]|r|width|height)$/.test(name)) element.setAttribute(name, round(value))
      if (name === "transform") element.setAttribute(name, value.replace(/translate\([^)]*\)/g, round))
    }
  }
}

// Mermaid prefixes some ids with the drawing's and leaves others (arrow heads, nodes) as they are.
function renameIds(svg, name) {
  // Mermaid escapes what accTitle and accDescr say twice; a screen reader would read out "&amp;".
  for (const text of svg.querySelectorAll("title, desc")) {
    text.textContent = new DOMParser().parseFromString(text.textContent, "text/html").documentElement.textContent
  }
  const renamed = new Map()
  for (const element of svg.querySelectorAll("[id]")) {
    if (element.id.startsWith(name)) continue
    const id = `${name}-${element.id}`
    renamed.set(element.id, id)
    element.id = id
  }
  const rename = id => renamed.get(id) ?? id
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.name === "id") continue
      let value = attribute.value.replace(/url\((["']?)#([^)"']+)\1\)/g, (_, _quote, id) => `url(#${rename(id)})`)
      if (/^(xlink:)?href$/.test(attribute.name) && value.startsWith("#")) value = `#${rename(value.slice(1))}`
      if (/^aria-(labelledby|describedby)$/.test(attribute.name)) value = value.split(" ").map(rename).join(" ")
      if (value !== attribute.value) attribute.value = value
    }
  }
  for (const style of svg.querySelectorAll("style")) {
    style.textContent = style.textContent.replace(/#([\w-]+)/g, (match, id) =>
      renamed.has(id) ? `#${rename(id)}` : match,
    )
  }
}
