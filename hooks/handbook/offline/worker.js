// Keeps a copy of the handbook in the browser: all of one build, or nothing. The build writes COPY before this script and
// publishes both as sw.js. No page registers it; offline.js does when a reader asks.
"use strict"
;(() => {
  const host = /** @type {any} */ (self) // types know windows only
  const SCOPE = new URL("./", location.href)
  const CACHE = `handbook ${SCOPE.pathname}` // other sites may share the host
  const AT_ONCE = 6 // as many connections as a browser opens to one host over HTTP/1.1
  const NOTE = /<h1[\s>]/

  const channel = new BroadcastChannel(CACHE)
  let switching = false

  /** A file's name in the cache: another content is another name. */
  const nameOf = (/** @type {string} */ address) => new URL(`${address}?${COPY.files[address][0]}`, SCOPE).href

  // The browser runs this once for each build; the copy is whole when it has ended well. Until then, and when it fails, what
  // was there before stays. What did arrive is kept for the next attempt.
  host.addEventListener("install", event => event.waitUntil(save()))

  async function save() {
    const cache = await caches.open(CACHE)
    const there = new Set((await cache.keys()).map(request => request.url))
    const missing = Object.keys(COPY.files).filter(address => !there.has(nameOf(address)))
    const total = missing.reduce((sum, address) => sum + COPY.files[address][1], 0)
    let done = 0
    let failed = false
    const tell = (/** @type {object} */ more) => channel.postMessage({ version: COPY.version, done, total, ...more })
    async function fetchNext() {
      for (let address = missing.shift(); address !== undefined; address = missing.shift()) {
        await saveFile(cache, address)
        done += COPY.files[address][1]
        if (!failed) tell({ state: "saving" })
      }
    }
    try {
      tell({ state: "saving" })
      await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
    } catch (error) {
      failed = true // the others end with the file that they have begun
      missing.length = 0
      tell({
        state: "failed",
        reason: error.name === "QuotaExceededError" ? "full" : error.message === "other" ? "other" : "network",
      })
      throw error
    }
  }

  /** Fetches a file. Throws where it is not the one that belongs to this build: no copy is made of two builds. */
  async function saveFile(/** @type {Cache} */ cache, /** @type {string} */ address) {
    const response = await fetch(new URL(address, SCOPE), { cache: "no-cache" })
    if (!response.ok) throw new Error(response.status === 404 ? "other" : "network")
    const body = await response.arrayBuffer()
    if ((await hashOf(body)) !== COPY.files[address][0]) throw new Error("other")
    const headers = new Headers(response.headers)
    headers.delete("Content-Encoding") // the body is unpacked
    headers.delete("Content-Length")
    await cache.put(nameOf(address), new Response(body, { headers }))
  }

  async function hashOf(/** @type {ArrayBuffer} */ body) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body))
    return Array.from(bytes, byte => byte.toString(16).padStart(2, "0"))
      .join("")
      .slice(0, 16)
  }

  // No page is open that the build before has made: what only that build needs can go.
  host.addEventListener("activate", event => event.waitUntil(tidyUp()))

  async function tidyUp() {
    const cache = await caches.open(CACHE)
    const needed = new Set(Object.keys(COPY.files).map(nameOf))
    for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request)
    if (!switching) return
    // Not waited for: a page is answered when this has ended.
    for (const client of await host.clients.matchAll({ type: "window" })) client.navigate(client.url).catch(() => {})
  }

  host.addEventListener("message", event => {
    if (event.data === "switch") {
      switching = true
      event.waitUntil(host.skipWaiting())
    } else {
      const sizes = Object.values(COPY.files).map(([, size]) => size)
      const bytes = sizes.reduce((sum, size) => sum + size, 0)
      event.ports[0].postMessage({ built: COPY.built, version: COPY.version, count: sizes.length, bytes })
    }
  })

  host.addEventListener("fetch", event => {
    const url = new URL(event.request.url)
    if (event.request.method !== "GET" || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname))
      return
    const address = decodeURI(url.pathname.slice(SCOPE.pathname.length)).replace(/(^|\/)index\.html$/, "$1")
    if (Object.hasOwn(COPY.files, address)) event.respondWith(answer(event.request, address))
    else if (Object.hasOwn(COPY.files, `${address}/`))
      event.respondWith(Response.redirect(new URL(`${address}/${url.search}`, SCOPE)))
    else if (event.request.mode === "navigate") event.respondWith(fetch(event.request).catch(notSaved))
  })

  async function answer(/** @type {Request} */ request, /** @type {string} */ address) {
    const cache = await caches.open(CACHE)
    const found = await cache.match(nameOf(address))
    if (!found) return fetch(request) // the browser has thrown it away
    if (!found.headers.get("Content-Type")?.startsWith("text/html")) return found
    const fresh = host.registration.waiting ? "，新的一版已经下好" : ""
    const link = new URL("offline/", SCOPE).pathname
    const note = `<p class="copy-age" role="note">离线副本，构建于 ${COPY.built}${fresh}。<a href="${link}">更新或删掉</a></p>`
    return new Response((await found.text()).replace(NOTE, `${note}$&`), { headers: found.headers })
  }

  function notSaved() {
    const text = "离线副本里没有这个文件，现在也连不上网。\n"
    return new Response(text, { status: 504, headers: { "Content-Type": "text/plain; charset=utf-8" } })
  }
})()
