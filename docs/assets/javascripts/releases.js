// The releases page: what is supported today. Without this file the page says what was true on the day of the check.
;(() => {
  "use strict"

  const STALE_DAYS = 120 // a new minor release comes about every 15 weeks
  const EOL_COLUMN = 3
  const STATES = { future: "未发布", supported: "受支持", maintenance: "维护期", ended: "已停止支持" }

  // Dates stand in the table as YYYY-MM-DD, which sorts as text; "today" is the reader's day in UTC, as the dates are.
  function stateOn(/** @type {string} */ today, /** @type {string[]} */ [released, maintenance, eol]) {
    if (released > today) return "future"
    if (!isDay(eol) || eol < today) return "ended"
    return isDay(maintenance) && maintenance <= today ? "maintenance" : "supported"
  }

  function isDay(text) {
    return /^\d{4}-\d\d-\d\d$/.test(text)
  }

  function onPage() {
    const sentence = document.getElementById("k8s-today")
    if (sentence === null || sentence.dataset.today) return
    const today = new Date().toISOString().slice(0, 10)
    sentence.dataset.today = today
    const supported = []
    for (const row of document.querySelectorAll(".k8s-releases tbody tr")) {
      const [version, ...days] = Array.from(row.cells, cell => cell.textContent.trim())
      row.dataset.state = stateOn(today, days)
      const badge = document.createElement("span")
      badge.className = "k8s-state"
      badge.textContent = STATES[row.dataset.state]
      row.cells[EOL_COLUMN].append(" ", badge)
      if (row.dataset.state === "supported") supported.push(version)
      if (row.dataset.state === "maintenance") supported.push(`${version}（维护期）`)
    }
    const list = supported.length > 0 ? supported.join("、") : "表里的都已停止支持"
    sentence.textContent = `今天（${today}，UTC）受支持的次版本：${list}。`
    const age = (Date.parse(today) - Date.parse(sentence.dataset.checked)) / 86_400_000
    if (age > STALE_DAYS) {
      sentence.append(`表在 ${sentence.dataset.checked} 核对过，之后可能又有新版本，以官方发布页为准。`)
    }
  }

  // With instant navigation Material replaces the page and says so; without Material the page is loaded once.
  if (typeof document$ !== "undefined") document$.subscribe(onPage)
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", onPage)
  else onPage()
})()
