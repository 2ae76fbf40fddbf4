// The page that offers a copy of the handbook: saves it in the browser when the reader asks, tells what is there, removes it.
// Without this file the page says that it needs scripts; no other page loads it.
"use strict"
;(() => {
  const box = document.querySelector(".offline-copy:not([data-ready])")
  if (!box) return
  box.setAttribute("data-ready", "")
  const worker = new URL("../../sw.js", /** @type {any} */ (document.currentScript).src)
  const scope = new URL("./", worker)
  const name = `handbook ${scope.pathname}` // the worker's cache and channel
  const status = box.querySelector("[role=status]")
  const progress = box.querySelector("progress")
  const choices = box.querySelector(".offline-choices")
  const buttons = {
    save: makeButton("离线保存", save),
    switch: makeButton("换上新的一版", changeOver),
    remove: makeButton("删掉离线副本", remove),
  }
  const REASONS = {
    full: "空间不够，没有保存",
    other: "服务器上刚换了一版，或者路上有东西改了页面，没有保存；过一会儿再试",
    network: "下载断了，没有保存；再点一次，从断的地方接着下",
    refused: "浏览器不许保存（隐私窗口，或者关掉了网站数据）；改用压缩包",
  }

  const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`

  function makeButton(/** @type {string} */ text, /** @type {() => void} */ act) {
    const button = document.createElement("button")
    Object.assign(button, { type: "button", className: "md-button", textContent: text })
    button.style.color = "var(--md-typeset-a-color)" // the theme's own is too dark on a dark page
    button.style.borderColor = "currentColor"
    button.addEventListener("click", act)
    return button
  }

  function show(/** @type {string} */ text, /** @type {HTMLElement[]} */ ...offered) {
    status.textContent = text
    progress.hidden = true
    choices.replaceChildren(...offered)
  }

  /** Why this browser cannot keep a copy here; nothing where it can. */
  function obstacle() {
    if (location.protocol === "file:") return "这些页面已经在你的机器上，不用再保存。"
    if (!isSecureContext) return "要用 HTTPS 打开（或者在本机用 localhost），浏览器才肯保存；现在请用压缩包。"
    if (!("serviceWorker" in navigator) || !("caches" in self)) return `${REASONS.refused}。`
    return ""
  }

  /** Tells what is there: nothing, a copy, a copy and a newer one. */
  async function look() {
    const registration = await navigator.serviceWorker.getRegistration(scope)
    if (!registration?.active) return show("还没有保存。", buttons.save)
    const now = await about(registration.active)
    const text = `已经保存：构建于 ${now.built}，${now.count} 个文件，${megabytes(now.bytes)}，断网也能打开和搜索。`
    if (!registration.waiting) return show(text, buttons.remove)
    const next = await about(registration.waiting)
    show(`${text}新的一版（构建于 ${next.built}）已经下好。`, buttons.switch, buttons.remove)
  }

  function about(/** @type {ServiceWorker} */ worker) {
    const { port1, port2 } = new MessageChannel()
    /** @type {Promise<{ built: string, count: number, bytes: number }>} */
    const answer = new Promise(resolve => {
      port1.onmessage = ({ data }) => resolve(data)
    })
    worker.postMessage("about", [port2])
    return answer
  }

  /** Has the browser fetch a build's copy; the worker says how far it is. */
  function follow(/** @type {ServiceWorkerRegistration} */ registration) {
    const installing = registration.installing
    if (!installing) return look()
    installing.addEventListener("statechange", () => {
      // A page that was there before the copy may be of another build: it is loaded again, from the copy.
      if (installing.state === "activated" && !navigator.serviceWorker.controller) location.reload()
      else if (installing.state === "installed" && registration.active) look()
      else if (installing.state === "redundant" && !progress.hidden) show(`${REASONS.network}。`, buttons.save)
    })
  }

  new BroadcastChannel(name).addEventListener("message", ({ data }) => {
    if (data.state === "failed") return show(`${REASONS[data.reason]}。`, buttons.save)
    progress.max = data.total
    progress.value = data.done
    progress.hidden = false
    status.textContent = `正在保存：${megabytes(data.done)}，共 ${megabytes(data.total)}`
    choices.replaceChildren()
  })

  async function save() {
    show("正在保存……")
    try {
      await navigator.storage?.persist?.()
      follow(await navigator.serviceWorker.register(worker, { updateViaCache: "none" }))
    } catch (error) {
      show(`${error.name === "SecurityError" ? REASONS.refused : REASONS.network}。`, buttons.save)
    }
  }

  async function remove() {
    const registration = await navigator.serviceWorker.getRegistration(scope)
    await registration?.unregister()
    await caches.delete(name)
    location.reload()
  }

  /** Takes the newer copy now; the worker loads the open pages again. */
  async function changeOver() {
    const registration = await navigator.serviceWorker.getRegistration(scope)
    registration?.waiting?.postMessage("switch")
  }

  const why = obstacle()
  if (why) show(why)
  else
    look()
      .then(() => navigator.serviceWorker.getRegistration(scope))
      .then(registration => {
        registration?.addEventListener("updatefound", () => follow(registration))
        return registration?.update() // asks the server for a newer build
      })
      .catch(() => {}) // no network: what is shown holds
})()
