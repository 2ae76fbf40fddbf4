// Runs in headless Chromium: draws every diagram of `jobs` and leaves the results as JSON in the page.
// Each drawing becomes one SVG whose ids begin with its own name, so that a page may hold several.
async function drawAll(jobs, themeCSS, options) {
  mermaid.initialize({ startOnLoad: false, deterministicIds: true, themeCSS, ...options })
  const results = {}
  for (const { name, source } of jobs) {
    try {
      await mermaid.parse(source)
      results[name] = { svg: withOwnIds((await mermaid.render(name, source)).svg, name) }
    } catch (error) {
      const { token, loc } = error.hash ?? {}
      results[name] = { message: error.message, endOfText: token === 1, since: loc?.first_line ?? null }
    }
  }
  return results
}

// Mermaid prefixes some ids with the drawing's and leaves others (arrow heads, nodes) as they are.
function withOwnIds(markup, name) {
  const holder = document.createElement("div")
  holder.innerHTML = markup
  const svg = holder.firstElementChild
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
      if (/^(xlink:)?href$/.test(attribute.name) && value.startsWith("#")) value = "#" + rename(value.slice(1))
      if (/^aria-(labelledby|describedby)$/.test(attribute.name)) value = value.split(" ").map(rename).join(" ")
      if (value !== attribute.value) attribute.value = value
    }
  }
  for (const style of svg.querySelectorAll("style")) {
    style.textContent = style.textContent.replace(/#([\w-]+)/g, (match, id) => (renamed.has(id) ? `#${rename(id)}` : match))
  }
  return svg.outerHTML
}
