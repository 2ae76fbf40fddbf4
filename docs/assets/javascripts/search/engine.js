// Finds the sections for a query. Needs searchText (tokenizer.js); `load(name)` gives a file of the index (see
// hooks/search_build.py). Knows nothing of workers or of the theme: `find` returns plain data.
"use strict"
;(scope => {
  const { fold, words, isHan } = scope.searchText
  const LONGEST_QUERY = 160
  const MOST_WORDS = 16
  const MOST_PAGES = 10
  const FIRST_PAGES = 2 // whose texts are read before the others'
  const MOST_SECTIONS = 4
  const MOST_EXPANSIONS = 40
  const RARE = 2 // sections
  const LEAST_TELLING = 4 // inverse document frequency of a word in one of fifty sections
  // Words of a question, not of its subject. 目的 and 了解 are words of their own.
  const ASKING = /怎么办|怎么回事|怎么样|怎么|怎样|咋办|咋|如何|为什么|为何|为啥|什么是|是什么|是啥|什么|哪些|哪个|哪里|有没有|是不是|能不能|可不可以|请问|一下|吗|呢|(?<!目)的|了(?!解)/g
  // What is tried for a Latin word, and how much it is worth against the word itself.
  const WORTH = { flag: 1.25, exact: 1, joined: 1, synonym: 0.75, prefix: 0.7, parts: 0.6, typo: 0.6, character: 0.6 }

  class SearchEngine {
    constructor(load) {
      this.load = load
    }

    async open() {
      if (this.meta) return
      const meta = await this.load("meta")
      const firsts = []
      let first = 0
      const pageOf = new Uint32Array(meta.docs)
      meta.pages.forEach((page, number) => {
        firsts.push(first)
        pageOf.fill(number, first, first + page[4])
        first += page[4]
      })
      // Longest first: 连接跟踪表 must not be cut at 连接跟踪.
      const names = meta.names.flatMap((group, number) => group.map(name => ({ name: fold(name), number })))
      names.sort((a, b) => b.name.length - a.name.length)
      const scratch = { best: new Float32Array(meta.docs), sums: new Float32Array(meta.docs), shares: new Float32Array(meta.docs) }
      Object.assign(this, { meta, firsts, pageOf, names, scratch, shards: new Map(), texts: new Map() })
    }

    /**
     * Returns {units, pages, ready, first, rest}. `pages` are what was found, best first: {url, title, topic, score}.
     * first() resolves to the first of them with the texts of their sections, rest() to the others: they fetch the pages'
     * files, unless, for the first, `ready` says that those are here. A page then has sections: {id, heading, text, code,
     * score, marks, found}, best first: `marks` is what to mark, `found` says of each unit (word of the query) whether it
     * is there. A unit that nothing has is `dead`.
     */
    async find(typed) {
      await this.open()
      const query = fold(typed.slice(0, LONGEST_QUERY)).trim()
      const units = this.cut(query)
      for (const unit of units) this.addAlternatives(unit)
      addNeighbours(units)
      await this.fetch(units)
      const unknown = units.filter(unit => unit.whole && this.count(unit) <= RARE)
      if (unknown.length) await this.addTypos(unknown)
      const ranked = this.rank(units)
      const [first, rest] = [ranked.slice(0, FIRST_PAGES), ranked.slice(FIRST_PAGES)]
      return {
        units,
        pages: ranked.map(page => this.describe(page)),
        ready: first.every(({ number }) => this.texts.has(number)),
        first: () => this.read(first, query, units),
        rest: () => this.read(rest, query, units),
      }
    }

    // --- the query ------------------------------------------------------------------------------------------------

    /** The query's words; names of the glossary stay in one piece, so that their synonyms can stand for them. */
    cut(query) {
      const asked = query.replace(ASKING, found => " ".repeat(found.length))
      const text = words(asked).length ? asked : query
      const spans = this.nameSpans(text)
      const units = []
      let from = 0
      for (const span of [...spans, { start: text.length, end: text.length }]) {
        for (const word of words(text.slice(from, span.start))) {
          units.push(joinNeighbours({ ...word, text: text.slice(from + word.start, from + word.end) }, text, from))
        }
        if (span.end > span.start) {
          const inside = words(text.slice(span.start, span.end))
          if (inside.length === 1 && !inside[0].han) units.push({ ...inside[0], text: text.slice(span.start, span.end), group: span.group })
          else units.push({ name: true, han: inside.some(word => word.han), terms: inside.flatMap(word => (word.han ? word.terms : [word.whole])), text: text.slice(span.start, span.end), group: span.group })
        }
        from = span.end
      }
      return units.slice(0, MOST_WORDS)
    }

    nameSpans(text) {
      const spans = []
      const taken = new Uint8Array(text.length)
      for (const { name, number } of this.names) {
        if (name.length < 2) continue
        for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
          const end = at + name.length
          if (taken.subarray(at, end).some(Boolean) || cutsWord(text, at) || cutsWord(text, end)) continue
          taken.fill(1, at, end)
          spans.push({ start: at, end, group: number })
        }
      }
      return spans.sort((a, b) => a.start - b.start)
    }

    addAlternatives(unit) {
      const ways = (unit.alternatives = [])
      if (unit.name) ways.push({ worth: 1, terms: unit.terms.map(exactly) })
      else if (unit.han) {
        if (unit.text.length === 1) ways.push({ worth: WORTH.character, terms: [startingWith(unit.text)] })
        const pairs = unit.terms.filter(term => term.length > 1)
        if (pairs.length) ways.push({ worth: 1, terms: pairs.map(exactly) })
      }
      else {
        const { whole, flag } = unit
        ways.push({ worth: WORTH.exact, terms: [exactly(whole)] })
        if (flag) ways.push({ worth: WORTH.flag, terms: [exactly(flag)] })
        if (flag && whole.length > 1) ways.push({ worth: WORTH.prefix * WORTH.flag, terms: [startingWith(flag)] })
        if (whole.length > 1 || !flag) ways.push({ worth: WORTH.prefix, terms: [startingWith(whole)] })
        const parts = unit.terms.filter(term => term !== whole && term !== flag && !term.includes("-"))
        const pieces = parts.filter(part => part !== whole.replaceAll("-", ""))
        if (pieces.length > 1) ways.push({ worth: WORTH.parts, terms: pieces.map(exactly) })
        if (pieces.length > 1 && pieces.length <= 3) ways.push({ worth: WORTH.joined, terms: [exactly(pieces.join(""))] })
      }
      if (unit.group !== undefined) {
        for (const name of this.meta.names[unit.group]) {
          if (fold(name) === unit.text) continue
          const terms = words(name).flatMap(word => (word.han ? word.terms : [word.whole]))
          if (terms.length) ways.push({ worth: WORTH.synonym, terms: terms.map(exactly) })
        }
      }
    }

    async addTypos(units) {
      const known = await this.load("words")
      for (const unit of units) {
        const { whole } = unit
        const count = this.count(unit)
        // A word that hardly occurs may be a slip that the handbook itself quotes: then only a common one is meant.
        const near = nearest(whole.replaceAll("-", ""), known).filter(([, , uses]) => !count || uses >= 8 * count)
        for (const [term] of near) unit.alternatives.push({ worth: WORTH.typo, terms: [exactly(term)] })
        const pieces = whole.split("-").filter(Boolean)
        if (pieces.length > 1 && !count) {
          const mended = pieces.map(piece => (this.postings(piece) ? piece : (nearest(piece, known)[0] || [piece])[0]))
          unit.alternatives.push({ worth: WORTH.typo, terms: mended.map(exactly) })
        }
      }
      await this.fetch(units)
    }

    // --- the postings ---------------------------------------------------------------------------------------------

    shardOf(term) {
      const { starts } = this.meta
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle] <= term) low = middle
        else high = middle - 1
      }
      return low
    }

    async fetch(units) {
      if (!this.meta.starts.length) return
      const needed = new Set()
      for (const unit of units) {
        for (const way of unit.alternatives) {
          for (const { term, prefix } of way.terms) {
            const first = this.shardOf(term)
            const last = prefix ? Math.min(this.shardOf(term + "\uffff"), first + 5) : first
            for (let number = first; number <= last; number++) if (!this.shards.has(number)) needed.add(number)
          }
        }
      }
      await Promise.all([...needed].map(async number => this.shards.set(number, await this.load(`t${number}`))))
    }

    /** Fetches the other terms, one file after the other, as long as `wanted` says so. */
    async fetchAll(wanted) {
      await this.open()
      for (let number = 0; number < this.meta.starts.length && wanted(); number++) {
        if (!this.shards.has(number)) this.shards.set(number, await this.load(`t${number}`))
      }
    }

    postings(term) {
      const shard = this.shards.get(this.shardOf(term))
      return shard && Object.hasOwn(shard, term) ? shard[term] : undefined
    }

    /** How many sections have a term. */
    uses(term) {
      let count = 0
      unpack(this.postings(term) || "", () => count++)
      return count
    }

    expansions(term) {
      const found = []
      for (let number = this.shardOf(term); this.shards.has(number); number++) {
        for (const key of Object.keys(this.shards.get(number))) if (key.startsWith(term)) found.push(key)
        if (number + 1 >= this.meta.starts.length || !this.meta.starts[number + 1].startsWith(term)) break
      }
      // A number would be moved to the front of an object's keys; the order matters only for what is cut off.
      return found.sort((a, b) => a.length - b.length).slice(0, MOST_EXPANSIONS)
    }

    /** In how many sections a word is found, at most: 0 when none of its alternatives is. */
    count(unit) {
      const lengths = way => way.terms.map(({ term, prefix }) => {
        const all = prefix ? this.expansions(term) : [term]
        return all.reduce((sum, one) => sum + this.uses(one), 0)
      })
      return Math.max(...unit.alternatives.map(way => Math.min(...lengths(way))))
    }

    idf(count) {
      return Math.log(1 + (this.meta.docs - count + 0.5) / (count + 0.5))
    }

    // --- the ranking ----------------------------------------------------------------------------------------------

    /**
     * The sections that have a term (`docs`) and how much the term tells; its weight in each is put into `best`, which
     * is all zeros before and must be so again after.
     */
    weights({ term, prefix }, best) {
      const docs = []
      for (const one of prefix ? this.expansions(term) : [term]) {
        const closeness = prefix ? Math.sqrt(term.length / one.length) : 1
        unpack(this.postings(one) || "", (doc, weight) => {
          if (best[doc] === 0) docs.push(doc)
          if (weight * closeness > best[doc]) best[doc] = weight * closeness
        })
      }
      return { docs, idf: docs.length ? this.idf(docs.length) : 0 }
    }

    /** Scores one word of the query: the best of its alternatives counts in each section. */
    score(unit) {
      const { best, sums, shares } = this.scratch
      unit.scores = new Float32Array(this.meta.docs)
      unit.covers = new Float32Array(this.meta.docs)
      unit.ways = new Uint8Array(this.meta.docs) // the alternative that counted, from 1: it is what gets marked
      unit.telling = 0
      unit.alternatives.forEach((way, number) => {
        const touched = []
        let total = 0
        let missing = false
        // The pairs of a run of 汉字 say the same thing again and again: four say as much as two words.
        const share = unit.han ? 1 / Math.sqrt(way.terms.length) : 1
        for (const term of way.terms) {
          const { docs, ...weights } = this.weights(term, best)
          const idf = weights.idf * share
          if (!docs.length) missing = true
          total += idf
          for (const doc of docs) {
            if (sums[doc] === 0) touched.push(doc)
            sums[doc] += best[doc] * idf
            shares[doc] += idf
            best[doc] = 0
          }
        }
        // Of a run of 汉字 some pairs may be no words at all; a Latin phrase must be there entirely.
        const counts = total > 0 && (unit.han || !missing)
        if (counts) unit.telling = Math.max(unit.telling, total)
        const worth = Math.min(1, 0.4 + way.worth * 0.6)
        for (const doc of touched) {
          if (counts) {
            const part = shares[doc] / total
            const score = sums[doc] * way.worth * part
            if (score > unit.scores[doc]) {
              unit.scores[doc] = score
              unit.ways[doc] = number + 1
            }
            if (part * worth > unit.covers[doc]) unit.covers[doc] = part * worth
          }
          sums[doc] = shares[doc] = 0
        }
      })
      unit.dead = unit.telling === 0
      // A name that half of the pages have, such as iptables, is asked about all the same.
      unit.share = unit.dead ? 0 : Math.max(unit.telling, LEAST_TELLING)
    }

    rank(units) {
      for (const unit of units) this.score(unit)
      const alive = units.filter(unit => !unit.dead)
      const total = alive.reduce((sum, unit) => sum + unit.share, 0)
      const scores = new Float32Array(this.meta.docs)
      const bests = new Float32Array(this.meta.pages.length)
      for (let doc = 0; doc < scores.length; doc++) {
        let score = 0
        let cover = 0
        for (const unit of alive) {
          score += unit.scores[doc]
          cover += unit.covers[doc] * unit.share
        }
        if (score === 0) continue
        cover /= total
        const page = this.pageOf[doc]
        scores[doc] = score * (0.15 + 0.85 * cover * cover) * (cover > 0.97 ? 1.4 : 1) * this.meta.pages[page][3]
        if (scores[doc] > bests[page]) bests[page] = scores[doc]
      }
      // A page's further sections add at most 0.12 of the best one each: a page below `least` cannot be among the first.
      const least = bests.slice().sort()[Math.max(0, bests.length - MOST_PAGES)] / (1 + 0.12 * MOST_SECTIONS)
      const pages = []
      bests.forEach((best, number) => best > 0 && best >= least && pages.push(this.rankPage(number, scores)))
      return pages.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, MOST_PAGES)
    }

    /** The sections of a page that are worth showing, best first, and the page's own score. */
    rankPage(number, scores) {
      const sections = []
      for (let doc = this.firsts[number]; doc < this.firsts[number] + this.meta.pages[number][4]; doc++) {
        if (scores[doc]) sections.push({ doc, score: scores[doc] })
      }
      sections.sort((a, b) => b.score - a.score || a.doc - b.doc)
      const [best, ...rest] = sections
      const score = best.score + 0.12 * rest.slice(0, MOST_SECTIONS).reduce((sum, section) => sum + section.score, 0)
      return { number, score, sections: sections.filter(section => section.score > best.score * 0.3).slice(0, MOST_SECTIONS) }
    }

    describe({ number, score }) {
      const [url, title, topic] = this.meta.pages[number]
      return { url, title, topic: (this.meta.topics[topic] || [])[0], score }
    }

    /** Fetches the texts of found pages; what stands there as it was typed comes first. */
    async read(ranked, query, units) {
      await Promise.all(ranked.map(async ({ number }) => this.texts.has(number) || this.texts.set(number, await this.load(`p${number}`))))
      const phrases = [squeeze(query), ...units.map(unit => squeeze(unit.text))]
      const telling = [...new Set(phrases)].filter(phrase => phrase.length > 2)
      const pages = ranked.map(page => {
        const sections = page.sections.map(({ doc, score }) => {
          const row = this.texts.get(page.number)[doc - this.firsts[page.number]]
          const [id, heading, text, code] = row
          const [inHeading, inText] = (row.squeezed ??= [squeeze(fold(heading)), squeeze(fold(`${text}\n${code}`))])
          let bonus = 1
          for (const phrase of telling) {
            const whole = phrase === phrases[0] ? 1 : 0.4
            if (inHeading.includes(phrase)) bonus += 0.35 * whole
            else if (inText.includes(phrase)) bonus += 0.2 * whole
          }
          return { id, heading, text, code, marks: marksOf(units, doc), found: units.map(unit => unit.covers[doc] > 0.3), score: score * Math.min(bonus, 1.8) }
        })
        sections.sort((a, b) => b.score - a.score)
        return { ...this.describe(page), sections, score: page.score * (sections[0].score / (page.sections[0].score || 1)) }
      })
      return pages.sort((a, b) => b.score - a.score)
    }

    // --- what the results show ------------------------------------------------------------------------------------

    /** What the typed beginning could become: names, titles and Latin words that begin like the last word. */
    async suggest(typed) {
      await this.open()
      const last = typed.split(/[\s-]+/).pop()
      if (!last) return []
      const known = [...this.meta.names.flat(), ...this.meta.pages.map(page => page[1])]
      const found = known.find(name => name.startsWith(last) && name !== last && !/\s/.test(name))
      if (found) return [found]
      const low = last.toLowerCase()
      if (last !== low || low.length < 2 || isHan(low[0]) || !this.meta.starts.length) return []
      const term = this.expansions(low).find(key => key !== low && !key.includes("-"))
      return term ? [term] : []
    }

    /** Words of the handbook that resemble what nothing has. */
    async resembling(typed) {
      await this.open()
      const text = fold(typed.slice(0, LONGEST_QUERY))
      const found = new Set()
      const latin = words(text).filter(word => !word.han)
      if (latin.length) {
        const known = await this.load("words")
        for (const word of latin) for (const [term] of nearest(word.whole, known, 3)) found.add(term)
      }
      const characters = new Set([...text].filter(isHan))
      const alike = this.meta.names.map(([name]) => [name, [...name].filter(character => characters.has(character)).length])
      for (const [name, count] of alike.sort((a, b) => b[1] - a[1]).slice(0, 4)) if (count) found.add(name)
      return [...found].slice(0, 6)
    }
  }

  // --- how postings are packed into a string: the build packs, the reader unpacks --------------------------------------

  // Each section is the step from the one before, in digits to the base 45 (45 more marks the last digit), and the
  // weight on a scale of 90 steps of 6 %. A digit is a character that JSON need not escape: # to }, without \.
  const BASE = 45
  const WEIGHTS = Float32Array.from({ length: 2 * BASE }, (_, level) => 255 ** (level / (2 * BASE - 1)) / 8)
  const digit = value => String.fromCharCode(value + (value < 57 ? 35 : 36))
  const valueOf = code => code - (code < 92 ? 35 : 36)

  /** The string for a list of [section, weight] in the order of the sections; a weight is from 1/8 to 31. */
  function pack(entries) {
    let packed = ""
    let last = 0
    for (const [section, weight] of entries) {
      let step = section - last
      let digits = digit((step % BASE) + BASE)
      while ((step = Math.floor(step / BASE))) digits = digit(step % BASE) + digits
      const level = Math.round(((2 * BASE - 1) * Math.log(weight * 8)) / Math.log(255))
      packed += digits + digit(Math.max(0, Math.min(2 * BASE - 1, level)))
      last = section
    }
    return packed
  }

  /** Calls `visit` with each section and weight. */
  function unpack(packed, visit) {
    let section = 0
    for (let place = 0; place < packed.length; ) {
      let step = 0
      let value
      do {
        value = valueOf(packed.charCodeAt(place++))
        step = step * BASE + (value % BASE)
      } while (value < BASE)
      section += step
      visit(section, WEIGHTS[valueOf(packed.charCodeAt(place++))])
    }
  }

  const exactly = term => ({ term, prefix: false })
  const startingWith = term => ({ term, prefix: true })
  const squeeze = text => text.replace(/\s+/g, "")

  /** What to mark in a section: of each word of the query the alternative that counted there. */
  function marksOf(units, doc) {
    const exact = new Set()
    const prefixes = []
    for (const unit of units) {
      for (const { term, prefix } of unit.alternatives[unit.ways[doc] - 1]?.terms || []) (prefix ? prefixes.push(term) : exact.add(term))
    }
    return { exact, prefixes }
  }

  /** A run of 汉字 that a name cuts keeps the pairs across the cut: the name may be there by chance. */
  function joinNeighbours(unit, text, offset) {
    if (!unit.han) return unit
    const [start, end] = [offset + unit.start, offset + unit.end]
    if (start > 0 && isHan(text[start - 1])) unit.terms = [text.slice(start - 1, start + 1), ...unit.terms]
    if (end < text.length && isHan(text[end])) unit.terms = [...unit.terms, text.slice(end - 1, end + 1)]
    return unit
  }

  function cutsWord(text, at) {
    const [before, after] = [text[at - 1], text[at]]
    return before !== undefined && after !== undefined && /[a-z0-9]/.test(before) && /[a-z0-9]/.test(after)
  }

  /** "ip forward" also means ip_forward, "time wait" TIME_WAIT. */
  function addNeighbours(units) {
    for (let i = 0; i + 1 < units.length; i++) {
      const [a, b] = [units[i], units[i + 1]]
      if (!a.whole || !b.whole || b.flag || a.group !== undefined || b.group !== undefined) continue
      for (const term of [`${a.whole}-${b.whole}`, a.whole + b.whole]) {
        for (const unit of [a, b]) unit.alternatives.push({ worth: WORTH.joined, terms: [exactly(term)] })
      }
    }
  }

  /** Known words within one edit (four or five letters) or two (more), nearest and most used first. */
  function nearest(word, known, most) {
    const limit = most || (word.length < 4 ? 0 : word.length < 6 ? 1 : 2)
    if (!limit || word.length < 3 || word.length > 40) return []
    return known
      .filter(([term]) => term !== word && Math.abs(term.length - word.length) <= limit)
      .map(([term, count]) => [term, distance(word, term, limit), count])
      .filter(([, edits]) => edits <= limit)
      .sort((a, b) => a[1] - b[1] || b[2] - a[2])
      .filter(([, edits], _, all) => edits === all[0][1])
      .slice(0, 3)
  }

  /** Edits from one word to another, a swap of neighbours being one; anything above `limit` when it is more. */
  function distance(a, b, limit) {
    let before = []
    let last = Array.from({ length: b.length + 1 }, (_, i) => i)
    for (let i = 1; i <= a.length; i++) {
      const row = [i]
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1)
      }
      if (Math.min(...row) > limit) return limit + 1
      before = last
      last = row
    }
    return last[b.length]
  }

  scope.SearchEngine = SearchEngine
  scope.searchPostings = { pack, unpack }
})(globalThis)
