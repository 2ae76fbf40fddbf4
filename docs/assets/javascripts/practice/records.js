// What a reader knows of each question: records, the day on which each comes again, and the files they are carried in.
// A record is { hash, last, due, stability, difficulty, reps, lapses, state, days }: hash of the answer that was learned,
// last and due in milliseconds, the rest as ts-fsrs has it. Nothing here touches the page or the browser's storage.
"use strict"
globalThis.practiceRecords = (() => {
  const FORMAT = "yunwei-dazhao-practice"
  const VERSION = 1
  const DAY = 86_400_000
  const NUMBERS = ["last", "due", "stability", "difficulty", "reps", "lapses", "state", "days"]
  // Days, not minutes: practised once a day. Without chance, so that two tabs say the same.
  const scheduler = FSRS.fsrs({ enable_short_term: false, enable_fuzz: false })

  function toCard(/** @type {PracticeRecord} */ record, /** @type {number} */ now) {
    return {
      ...FSRS.createEmptyCard(new Date(now)),
      stability: record.stability,
      difficulty: record.difficulty,
      reps: record.reps,
      lapses: record.lapses,
      state: record.state,
      scheduled_days: record.days,
      due: new Date(record.due),
      // A clock that went backwards: no time has passed.
      last_review: new Date(Math.min(record.last, now)),
    }
  }

  /** The record after a mark from 1 (not known) to 4 (known well). */
  function mark(
    /** @type {PracticeRecord | undefined} */ record,
    /** @type {number} */ grade,
    /** @type {number} */ now,
    /** @type {string} */ hash,
  ) {
    const before = record ? toCard(record, now) : FSRS.createEmptyCard(new Date(now))
    const { card } = scheduler.next(before, new Date(now), grade)
    const { stability, difficulty, reps, lapses, state } = card
    const days = card.scheduled_days
    return { hash, last: now, due: card.due.getTime(), stability, difficulty, reps, lapses, state, days }
  }

  /** The record that a stored or imported value is; undefined for anything else. */
  function read(/** @type {any} */ value) {
    if (typeof value !== "object" || value === null || typeof value.hash !== "string") return undefined
    if (!NUMBERS.every(name => Number.isFinite(value[name]) && value[name] >= 0)) return undefined
    const { hash, last, due, stability, difficulty, reps, lapses, state, days } = value
    const sound = state >= 1 && state <= 3 && difficulty >= 1 && difficulty <= 10 && stability > 0 && reps >= 1
    // A date beyond what a Date can hold is none.
    if (!sound || Math.max(last, due) > 8.64e15) return undefined
    return { hash, last, due, stability, difficulty, reps, lapses, state, days }
  }

  /** Of two records of one question the one that was reviewed later. */
  function newer(/** @type {PracticeRecord | undefined} */ a, /** @type {PracticeRecord | undefined} */ b) {
    if (!a || !b) return a ?? b
    return b.last > a.last || (b.last === a.last && b.reps > a.reps) ? b : a
  }

  /** Where a question stands: "new", "changed" (its answer is another than the one learned), "due" today, or "known". */
  function standing(
    /** @type {PracticeRecord | undefined} */ record,
    /** @type {string} */ hash,
    /** @type {number} */ now,
  ) {
    if (!record) return "new"
    if (record.hash !== hash) return "changed"
    const tomorrow = new Date(now).setHours(24, 0, 0, 0)
    // A review that lies a day ahead was made by a clock that was wrong: nobody waits for its date.
    return record.due < tomorrow || record.last > now + DAY ? "due" : "known"
  }

  function fileText(/** @type {Map<string, PracticeRecord>} */ records, /** @type {number} */ now) {
    const saved = { format: FORMAT, version: VERSION, saved: new Date(now).toISOString() }
    return `${JSON.stringify({ ...saved, records: Object.fromEntries([...records].sort()) }, null, 1)}\n`
  }

  /** The records of a file, and how many of its entries are none. Throws an Error whose text tells the reader why not. */
  function readFile(/** @type {string} */ text) {
    /** @type {any} */
    let data
    try {
      data = JSON.parse(text.replace(/^\ufeff/, ""))
    } catch {
      throw new Error("这个文件不是 JSON，可能没有下载完整；什么也没有导入。")
    }
    if (data?.format !== FORMAT || typeof data.records !== "object" || data.records === null)
      throw new Error("这个文件不是从练习页导出的；什么也没有导入。")
    if (data.version !== VERSION)
      throw new Error(`这个文件的格式是第 ${data.version} 版，这一页只认得第 ${VERSION} 版；什么也没有导入。`)
    /** @type {Map<string, PracticeRecord>} */
    const records = new Map()
    let broken = 0
    for (const [id, value] of Object.entries(data.records)) {
      const record = /^q-[a-z0-9-]+$/.test(id) ? read(value) : undefined
      if (record) records.set(id, record)
      else broken++
    }
    return { records, broken }
  }

  /** A text that Anki imports as it is; a later import brings the same notes up to date, by their guid. */
  function ankiText(/** @type {{ name: string, cards: PracticeCard[] }[]} */ topics) {
    const head = ["#separator:tab", "#html:true", "#guid column:1", "#tags column:4", "#deck:运维大招"]
    const field = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`
    const lines = topics.flatMap(({ name, cards }) => {
      const tag = `运维大招::${name.replaceAll(" ", "_")}`
      return cards.map(({ id, ask, answer, source }) =>
        [id, field(ask), field(`${answer}<p>${source}</p>`), tag].join("\t"),
      )
    })
    return `${[...head, ...lines].join("\n")}\n`
  }

  return { mark, read, newer, standing, fileText, readFile, ankiText }
})()
