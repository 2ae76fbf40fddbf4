// The practice page: draws a question, shows its answer, keeps how well it was known. Without this file the page leads to
// the lists of questions with their answers folded. What is kept, and when it comes again, is in records.js.
"use strict"
;(() => {
  const root = document.querySelector(".practice:not([data-ready])")
  if (!root) return
  root.setAttribute("data-ready", "")
  const STORE = "yunwei-dazhao.practice."
  const ASIDE = "yunwei-dazhao.practice-unread." // records that could not be read, before new ones take their place
  const GRADES = ["不会", "模糊", "会", "很熟"]
  const KINDS = { interview: "面试题", page: "自测题" }
  const now = () => Date.now()

  /** @type {{ [topic: string]: PracticeTopic }} */
  let topics = {}
  /** @type {Map<string, PracticeCard[]>} */
  const loaded = new Map()
  /** @type {Map<string, PracticeRecord>} Records that the browser does not keep. */
  const kept = new Map()
  /** @type {{ card: PracticeCard, topic: string, seen: number | undefined } | undefined} */
  let current
  let answered = false

  function run(/** @type {string} */ url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      Object.assign(script, { src: url, onload: resolve, onerror: () => reject(new Error(url)) })
      document.head.append(script)
    })
  }

  // What the browser keeps. Each question has an entry of its own, read again before it is written: of two tabs neither
  // undoes what the other has kept, and one damaged entry spoils no other.
  function entry(/** @type {string} */ id) {
    try {
      return localStorage.getItem(STORE + id)
    } catch {
      return null // the browser lets this page keep nothing
    }
  }

  function parsed(/** @type {string | null} */ text) {
    try {
      return practiceRecords.read(JSON.parse(text))
    } catch {
      return undefined
    }
  }

  const find = (/** @type {string} */ id) => practiceRecords.newer(parsed(entry(id)), kept.get(id))

  /** Tell whether the browser keeps the record, too. */
  function put(/** @type {string} */ id, /** @type {PracticeRecord} */ record) {
    try {
      const before = localStorage.getItem(STORE + id)
      if (before !== null && !parsed(before)) localStorage.setItem(ASIDE + id, before)
      localStorage.setItem(STORE + id, JSON.stringify(record))
      kept.delete(id)
      return true
    } catch {
      kept.set(id, record)
      return false
    }
  }

  function all() {
    /** @type {Map<string, PracticeRecord>} */
    const records = new Map(kept)
    let unread = 0
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(STORE)) continue
        const id = key.slice(STORE.length)
        const record = find(id)
        if (record) records.set(id, record)
        else unread++
      }
    } catch {} // nothing is kept
    return { records, unread }
  }

  const NOT_KEPT = "浏览器没有保存（无痕模式、禁用了存储，或空间满了）；记录只在打开着的这一页里，离开前请导出。"

  root.innerHTML = `
<p class="practice-status" role="status" tabindex="-1">正在载入题目……</p>
<section class="practice-card" aria-label="题目" hidden>
  <p class="practice-about"></p>
  <h2 class="practice-ask" tabindex="-1"></h2>
  <p class="practice-changed" hidden>这题的答案改过：你上次学的是旧的。</p>
  <p class="practice-show"><button type="button" class="md-button md-button--primary">看答案</button></p>
  <div class="practice-answer" tabindex="-1" role="group" aria-label="答案" hidden></div>
  <div class="practice-marks" role="group" aria-label="答得怎样" hidden>${GRADES.map(
    (name, at) =>
      `<button type="button" class="md-button" data-grade="${at + 1}"><kbd>${at + 1}</kbd> ${name}<small></small></button>`,
  ).join("")}</div>
</section>
<div class="practice-controls">
  <label>抽什么 <select class="practice-what"><option value="usual">该复习的，然后没做过的</option><option value="due">只要该复习的</option><option value="any">随便一题</option></select></label>
  <label>哪一种 <select class="practice-kind"><option value="">全部</option><option value="interview">面试题</option><option value="page">自测题</option></select></label>
  <button type="button" class="md-button md-button--primary practice-draw">抽一题</button>
</div>
<p class="practice-keys">键盘：空格或回车看答案，<kbd>1</kbd> 到 <kbd>4</kbd> 记下答得怎样。</p>
<table class="practice-topics"><caption>从哪些专题抽</caption><thead><tr><th scope="col">专题</th><th scope="col">题</th><th scope="col">该复习</th><th scope="col">已掌握</th><th scope="col">没做过</th></tr></thead><tbody></tbody></table>
<details class="practice-data"><summary>导出、导入，给 Anki</summary>
  <p>记录只在这个浏览器里；换机器、清理浏览器之前导出，到另一处导入。导入是合并：同一题留最近的一次。</p>
  <p><button type="button" class="md-button practice-export">导出记录</button> <label class="md-button">导入记录<input type="file" class="practice-import" accept="application/json,.json"></label> <button type="button" class="md-button practice-anki">选中专题导出给 Anki</button></p>
  <p>Anki 里用“文件 → 导入”；以后再导入同一专题，改过的题会更新，进度不变。</p>
</details>`
  const get = (/** @type {string} */ name) => root.querySelector(`.practice-${name}`)
  const status = get("status")
  const ask = get("ask")
  const answer = get("answer")
  const say = (/** @type {string} */ text) => {
    status.textContent = text
  }

  const selected = () => [...root.querySelectorAll("tbody input:checked")].map(box => box.value)
  const hashes = (/** @type {string} */ topic) =>
    Object.entries(topics[topic].hashes)
      .filter(([kind]) => !get("kind").value || get("kind").value === kind)
      .flatMap(([, ids]) => Object.entries(ids))

  function tally() {
    let due = 0
    for (const row of root.querySelectorAll("tbody tr")) {
      const count = { new: 0, changed: 0, due: 0, known: 0 }
      const members = hashes(row.dataset.topic)
      for (const [id, hash] of members) count[practiceRecords.standing(find(id), hash, now())]++
      const numbers = [members.length, count.due + count.changed, count.known, count.new]
      row.querySelectorAll("td").forEach((cell, at) => {
        cell.textContent = String(numbers[at])
      })
      due += numbers[1]
    }
    return due
  }

  /** The question to ask next, as [topic, id]: corrected answers and what is due before what is new, each at random. */
  function choose() {
    const what = get("what").value
    const ranks = what === "usual" ? [["changed", "due"], ["new"]] : [["changed", "due"]]
    const candidates = selected().flatMap(topic =>
      hashes(topic).map(([id, hash]) => ({ topic, id, standing: practiceRecords.standing(find(id), hash, now()) })),
    )
    const others = candidates.filter(({ id }) => id !== current?.card.id)
    const groups =
      what === "any"
        ? [others, candidates]
        : ranks.map(rank => candidates.filter(({ standing }) => rank.includes(standing)))
    const group = groups.find(one => one.length > 0)
    return group?.[Math.floor(Math.random() * group.length)]
  }

  async function cardsOf(/** @type {string} */ topic) {
    if (!loaded.has(topic)) await run(new URL(topics[topic].file, here).href)
    return loaded.get(topic)
  }

  // A page that was opened from a folder: no web server finds index.html there.
  function leadToFiles(/** @type {Element} */ part) {
    if (location.protocol !== "file:") return
    for (const link of part.querySelectorAll("a[href]")) if (link.pathname.endsWith("/")) link.pathname += "index.html"
  }

  async function draw(said = "") {
    if (selected().length === 0) return say("没有选专题：在下面的表里至少选一个。")
    const chosen = choose()
    if (!chosen) {
      get("card").hidden = true
      current = undefined
      say(`${said}选中的专题里没有别的题了：该复习的${get("what").value === "due" ? "" : "和没做过的"}都做完了。`)
      return status.focus()
    }
    /** @type {PracticeCard | undefined} */
    let card
    try {
      card = (await cardsOf(chosen.topic)).find(({ id }) => id === chosen.id)
    } catch {
      return say("题目没有取到：检查网络，再点“抽一题”。记录没有变。")
    }
    show(chosen.topic, card, said)
  }

  function show(/** @type {string} */ topic, /** @type {PracticeCard} */ card, /** @type {string} */ said) {
    const record = find(card.id)
    current = { card, topic, seen: record?.last }
    answered = false
    const times = record ? `第 ${record.reps + 1} 次` : "第一次"
    get("about").innerHTML = `${topics[topic].name} · ${KINDS[card.kind]} · ${times} · <a>这一题的链接</a>`
    get("about").querySelector("a").href = `${topic}/#${card.id}`
    ask.innerHTML = card.ask
    answer.innerHTML = `${card.answer}<p class="practice-source">讲解：${card.source}</p>`
    get("changed").hidden = practiceRecords.standing(record, card.hash, now()) !== "changed"
    answer.hidden = get("marks").hidden = true
    get("show").hidden = get("card").hidden = false
    leadToFiles(get("card"))
    say(said)
    ask.focus()
  }

  function reveal() {
    answered = true
    get("show").hidden = true
    answer.hidden = get("marks").hidden = false
    for (const button of get("marks").querySelectorAll("button")) {
      const next = practiceRecords.mark(find(current.card.id), Number(button.dataset.grade), now(), current.card.hash)
      button.querySelector("small").textContent = `${next.days} 天后`
    }
    answer.focus()
  }

  async function mark(/** @type {number} */ grade) {
    const { card, seen } = current
    const before = find(card.id)
    const time = now()
    const next = practiceRecords.mark(before, grade, time, card.hash)
    const told = [`记下了：${GRADES[grade - 1]}，${next.days} 天后再问。`]
    if (before && before.last > time) told.push("电脑的时钟比上次练习时早，间隔从现在算起。")
    if (before && before.last !== seen) told.push("另一个标签页刚才也记过这一题，这次接在它后面。")
    if (!put(card.id, next)) told.push(NOT_KEPT)
    tally()
    await draw(told.join(""))
  }

  function save(/** @type {string} */ text, /** @type {string} */ name, /** @type {string} */ type) {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }

  function exportRecords() {
    const { records, unread } = all()
    const day = new Date(now()).toISOString().slice(0, 10)
    save(practiceRecords.fileText(records, now()), `yunwei-dazhao-practice-${day}.json`, "application/json")
    say(`导出了 ${records.size} 题的记录。${unread ? `另有 ${unread} 条读不懂，没有导出，还留在浏览器里。` : ""}`)
  }

  async function importRecords(/** @type {File} */ file) {
    /** @type {{ records: Map<string, PracticeRecord>, broken: number }} */
    let found
    try {
      found = practiceRecords.readFile(await file.text())
    } catch (error) {
      return say(error.message)
    }
    let taken = 0
    let lasting = true
    for (const [id, record] of found.records) {
      const own = find(id)
      if (practiceRecords.newer(own, record) === own) continue
      lasting = put(id, record) && lasting
      taken++
    }
    const told = [`导入了 ${taken} 题；另有 ${found.records.size - taken} 题这里的记录不比它旧，没有动。`]
    if (found.broken) told.push(`文件里有 ${found.broken} 条读不懂，跳过了。`)
    if (!lasting) told.push(NOT_KEPT)
    tally()
    say(told.join(""))
  }

  async function exportToAnki() {
    const names = selected()
    if (names.length === 0) return say("没有选专题：在表里至少选一个。")
    const parts = []
    for (const topic of names) {
      const cards = (await cardsOf(topic)).map(card => ({
        ...card,
        answer: whole(card.answer),
        source: whole(card.source),
      }))
      parts.push({ name: topics[topic].name, cards })
    }
    save(practiceRecords.ankiText(parts), "yunwei-dazhao-anki.txt", "text/plain")
    say(`导出了 ${parts.reduce((sum, { cards }) => sum + cards.length, 0)} 题，用 Anki 的“文件 → 导入”打开。`)
  }

  /** HTML with addresses that hold outside this page. */
  function whole(/** @type {string} */ html) {
    const part = document.createElement("div")
    part.innerHTML = html
    leadToFiles(part)
    for (const link of part.querySelectorAll("a[href]")) link.setAttribute("href", link.href)
    return part.innerHTML
  }

  function listen() {
    get("draw").addEventListener("click", () => draw())
    get("show").addEventListener("click", reveal)
    get("marks").addEventListener("click", event => {
      const button = event.target.closest("button")
      if (button) mark(Number(button.dataset.grade))
    })
    get("kind").addEventListener("change", tally)
    get("export").addEventListener("click", exportRecords)
    get("anki").addEventListener("click", () => exportToAnki().catch(() => say("题目没有取到：检查网络，再试一次。")))
    get("import").addEventListener("change", async event => {
      await importRecords(event.target.files[0])
      event.target.value = "" // the same file may be chosen again
    })
    addEventListener("storage", () => root.isConnected && tally())
    document.addEventListener("keydown", event => {
      const used = /** @type {Element} */ (event.target).closest(
        "button, a, input, select, textarea, summary, [contenteditable]",
      )
      if (!root.isConnected || !current || event.ctrlKey || event.metaKey || event.altKey) return
      if (!answered && !used && (event.key === " " || event.key === "Enter")) {
        event.preventDefault()
        reveal()
      } else if (
        answered &&
        !used?.matches("input, select, textarea, [contenteditable]") &&
        /^[1-4]$/.test(event.key)
      ) {
        event.preventDefault()
        mark(Number(event.key))
      }
    })
  }

  const here = new URL(root.dataset.questions, location.href).href
  globalThis.practiceQuestions = found => {
    topics = found
  }
  globalThis.practiceTopic = (topic, cards) => loaded.set(topic, cards)

  async function start() {
    if (!globalThis.FSRS) await run(root.dataset.fsrs)
    if (!globalThis.practiceRecords) await run(root.dataset.records)
    await run(here)
    get("topics").querySelector("tbody").innerHTML = Object.entries(topics)
      .map(
        ([topic, { name }]) =>
          `<tr data-topic="${topic}"><th scope="row"><label><input type="checkbox" value="${topic}" checked> ${name}</label></th><td></td><td></td><td></td><td></td></tr>`,
      )
      .join("")
    listen()
    const due = tally()
    const { records, unread } = all()
    const told = [
      due ? `今天该复习 ${due} 题。` : records.size ? "今天没有该复习的，可以做新的。" : "还没有记录，点“抽一题”开始。",
    ]
    if (unread) told.push(`有 ${unread} 条记录读不懂，这些题当作没做过；原来的内容留着。`)
    say(told.join(""))
  }

  start().catch(() => say("题目没有取到：检查网络，再刷新一次。记录没有变。"))
})()
