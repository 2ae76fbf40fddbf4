// Answers the theme's search box in place of the theme's own worker, in its four messages: SETUP 0, READY 1, QUERY 2,
// RESULT 3. It starts with every page, so it is small; the engine and the index are loaded at the first key.
"use strict"
;(() => {
  const [READY, QUERY, RESULT] = [1, 2, 3]
  const NEAREST = 3 // pages that are shown when none has the error text
  const NONE = '<span data-search-none=""></span>'
  // On a page opened from a folder the shim runs this script in a frame.
  const framed = typeof document !== "undefined"
  const here = framed ? document.querySelector("script[src]").src : self.location.href
  const root = new URL("../../../", here) // of the site, from assets/javascripts/search/
  const waiting = new Map()
  const loaded = new Map()
  let version = ""
  let engine
  let newest = 0

  self.searchPart = (name, data) => waiting.get(name)?.(data)

  function load(name) {
    if (!loaded.has(name)) {
      const part = name === "meta" ? loadPart(name, "search/meta.js") : loadPart(name, `search/${version}/${name}.js`)
      loaded.set(name, part)
      part.catch(() => loaded.delete(name)) // the next key tries again
    }
    return loaded.get(name)
  }

  async function loadPart(name, path) {
    const data = await (framed ? runPart : fetchPart)(name, new URL(path, root))
    if (name === "meta") version = data.version
    return data
  }

  async function fetchPart(name, url) {
    const response = await fetch(url, {
      cache: name === "meta" ? "no-cache" : "default",
      signal: AbortSignal.timeout(20000),
    })
    if (!response.ok) throw new Error(`${url} ${response.status}`)
    const text = (await response.text()).trimEnd()
    const head = `searchPart("${name}",`
    if (!text.startsWith(head)) throw new Error(`${url} is not a part of the index`)
    return JSON.parse(text.slice(head.length, -1))
  }

  function runPart(name, url) {
    return new Promise((resolve, reject) => {
      waiting.set(name, resolve)
      runScript(url).then(() => reject(new Error(`${url} gave nothing`)), reject)
    })
  }

  function runScript(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      Object.assign(script, { src: url, onload: resolve, onerror: () => reject(new Error(`${url} is missing`)) })
      document.body.append(script)
    })
  }

  async function run(...names) {
    const urls = names.map(name => new URL(name, here).href)
    if (framed) for (const url of urls) await runScript(url)
    else importScripts(...urls)
  }

  async function start() {
    await run("tokenizer.js", "passages.js", "engine.js")
    return new SearchEngine(load)
  }

  /** Yields the titles of the pages found, then the passages of the first of them, then of all: each takes more files. */
  async function* answer(typed) {
    if (!typed.trim()) return yield { items: [], suggest: [], complete: true }
    let result
    try {
      load("meta").catch(() => {}) // on its way while the scripts are read; a failure shows where it is awaited
      engine ??= await start()
      if (searchText.mayBeTraditional(typed)) await run("../vendor/opencc/traditional.js")
      const found = await engine.find(typed)
      if (!found.pages.length) return yield nothing(typed)
      const groups = pages => pages.map(page => group(page, found, typed))
      const suggest = await engine.suggest(typed)
      // Nothing is shown of an error text before it is known whether the handbook has it: ten strangers look like answers.
      if (found.isText && !(await found.first()).some(page => page.sections.some(section => section.isAnswer))) {
        return yield unsaid(typed, groups((await found.first()).slice(0, NEAREST)))
      }
      const titles = counted(groups(found.pages), found.total)
      result = { items: titles, suggest }
      if (!found.ready && !found.isText) yield result
      const first = groups(await found.first())
      if (titles.length > first.length)
        yield { ...result, items: counted([...first, ...titles.slice(first.length)], found.total) }
      const all = [...first, ...groups(await found.rest())]
      yield { ...result, items: counted(all, found.total), complete: true }
    } catch (error) {
      console.warn(`search: ${error.message}`)
      if (!result) yield failed()
    }
  }

  /**
   * The theme's shape: one list per page, of its sections and the page itself, which the theme takes from the one item
   * without #, or else from the last. The page's title leads to the section that answers, too.
   */
  function group(page, { units }, typed) {
    const asked = `?h=${encodeURIComponent(typed.trim().slice(0, 100))}`
    const [best, ...others] = page.sections ?? []
    const place = section => address(page.url) + asked + (section?.id ? `#${section.id}` : "")
    const sections = best?.id ? [best, ...others.filter(section => section.id)] : (page.sections ?? [])
    const items = sections.map((section, number) => ({
      location: place(section),
      title: searchPassages.mark(section.heading, section.marks),
      text: searchPassages.passage(section, section.marks),
      score: page.score * (number ? 0.9 * (section.score / best.score) : 1),
      terms: Object.fromEntries(units.map((unit, number) => [unit.text, section.found[number]])),
    }))
    if (!best || best.id) {
      const title = searchPassages.escapeHtml(page.title)
      items.push({ location: place(best), title, text: "", score: 0, terms: {} })
    }
    const head = best && !best.id ? items[0] : items.at(-1)
    if (page.topic) head.tags = [searchPassages.escapeHtml(page.topic)]
    return items
  }

  /** The groups with the number of pages found, which page.js reads; the theme counts what it is given. */
  function counted(/** @type {any[][]} */ [first, ...others], /** @type {number} */ total) {
    const [item, ...items] = first
    return [[{ ...item, title: `${item.title}<span data-search-total="${total}"></span>` }, ...items], ...others]
  }

  const address = url => (framed && /(^|\/)$/.test(url) ? `${url}index.html` : url)

  /** What is said of an error text that no section has, with the nearest sections. */
  function unsaid(typed, nearest) {
    const shown = searchPassages.escapeHtml(typed.trim().replace(/\s+/g, " ").slice(0, 60))
    const text = `<p>没有一节有“${shown}${typed.trim().length > 60 ? "…" : ""}”这样的话。${nearest.length ? "下面几节只是有其中一些词，未必是同一件事。" : ""}</p>`
    const item = { location: address("./"), title: `${NONE}手册里没有这句报错`, text, score: 0, terms: {} }
    return { items: [[item], ...nearest], suggest: [], complete: true }
  }

  async function nothing(typed) {
    const { escapeHtml } = searchPassages
    const shown = escapeHtml(typed.trim().slice(0, 40)) + (typed.trim().length > 40 ? "…" : "")
    const alike = await engine.resembling(typed)
    const readable = searchText.words(typed).length > 0
    const hint = !readable
      ? "<p>这里面没有可以查的字词。输入命令、参数、报错或现象，例如 <code>--dports</code>、<code>TIME_WAIT</code>、端口不通。</p>"
      : alike.length
        ? `<p>手册里相近的词：${alike.map(word => `<code>${escapeHtml(word)}</code>`).join("、")}</p>`
        : "<p>换一个词试试：命令名、参数、报错里的一段，或者现象，例如“端口不通”。</p>"
    const items = [[{ location: address("./"), title: `${NONE}没有找到“${shown}”`, text: hint, score: 0, terms: {} }]]
    for (const [name, url] of engine.meta.topics) {
      items.push([{ location: address(url), title: `专题：${escapeHtml(name)}`, text: "", score: 0, terms: {} }])
    }
    return { items, suggest: [], complete: true }
  }

  function failed() {
    const text = "<p>没有读到搜索用的文件。检查网络，再按一个键重试；还不行就刷新页面，或者从目录找。</p>"
    return {
      items: [[{ location: address("./"), title: `${NONE}搜索暂时不能用`, text, score: 0, terms: {} }]],
      suggest: [],
      complete: true,
    }
  }

  /** Tells whether the reader's connection is slow, or the reader asked to save data. */
  function thrifty() {
    const { saveData, effectiveType } = navigator.connection ?? {}
    return saveData || /2g|3g/.test(effectiveType)
  }

  addEventListener("message", async ({ data }) => {
    if (data?.type !== QUERY) return postMessage({ type: READY })
    const number = ++newest
    for await (const result of answer(String(data.data ?? ""))) {
      if (number !== newest) return // the reader has typed on
      postMessage({ type: RESULT, data: result })
    }
    // While these results are read, the terms that the next query may ask for arrive.
    if (engine && !framed && !thrifty()) await engine.fetchAll(() => number === newest).catch(() => {})
  })
  // Without search_index.json the theme never sends SETUP; the box must answer all the same.
  postMessage({ type: READY })
})()
