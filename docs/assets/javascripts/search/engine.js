// Finds the sections for a query. Needs searchText (tokenizer.js); `load(name)` gives a file of the index (see
// hooks/handbook/search/build.py). Knows nothing of workers or of the theme: `find` returns plain data.
"use strict"
;(scope => {
  /**
   * A term to look up; with `prefix`, longer terms that begin with it count too.
   * @typedef {{term: string, prefix: boolean}} Lookup
   */
  /**
   * One way in which a section can have a word: all of these terms. `worth` is what that counts against the word as typed.
   * @typedef {{worth: number, terms: Lookup[]}} Way
   */
  /**
   * A word of the query, or a name of the glossary in one piece.
   * @typedef {object} Unit
   * @property {string} text  the word as typed, folded
   * @property {boolean} han  whether it is a run of 汉字
   * @property {string[]} terms  its terms, as the tokenizer cuts them
   * @property {string} [whole]  of a Latin word: the term for all of it
   * @property {string} [flag]  of an option: the term with its dashes
   * @property {number} [group]  number of the group of names that mean the same, in `meta.names`
   * @property {boolean} [name]  whether it is a name of several words
   * @property {string} [meant]  the word of the handbook that it may be a slip of the finger for
   * @property {Way[]} ways  what is tried for it
   * @property {Score} [score]  what was found, once the postings are here
   */
  /**
   * What one word of the query gives each section of the handbook, by the section's number.
   * @typedef {object} Score
   * @property {Float32Array} scores  how much the section is about it
   * @property {Float32Array} covers  how much of it the section has, 0 to 1
   * @property {Uint8Array} ways  the way that counted, from 1; 0 for none
   * @property {number} telling  how much the word tells apart (inverse document frequency); 0 if no section has it
   */
  /**
   * Two Latin words of the query that follow each other.
   * @typedef {{text: string, units: [Unit, Unit]}} Pair
   */
  /**
   * What a program can say: the numbers and names of its codes with their sections (see CodeList in build.py).
   * @typedef {object} CodeList
   * @property {string[]} words  words that say whose code is meant
   * @property {string[]} forms  how a line of a log has a code: `curl: ({number})`
   * @property {boolean} alone  whether a name says by itself whose code it is
   * @property {[number, string, string, ...string[]][]} codes  section, number, name, further forms of this one
   */
  /**
   * A page that was found: its number in `meta.pages`, and of its sections the best.
   * @typedef {{number: number, score: number, sections: {doc: number, score: number}[]}} Ranked
   */

  const { fold, widen, words, isHan } = scope.searchText
  const LONGEST_QUERY = 1000 // characters: a log line, or the first lines of a stack trace
  const MOST_WORDS = 16 // of a longer query the words that tell most
  const MOST_PAGES = 10
  const FIRST_PAGES = 2 // whose texts are read before the others'
  const MOST_SECTIONS = 4
  const MOST_EXPANSIONS = 40
  const LEAST_PAIRS = 2 // as many neighbouring Latin words make a query an error text
  // When a section answers an error text. Chosen so that the exam's questions with three Latin words or more all are
  // answered, and of 177 texts of incidents those that stood in the handbook then.
  const ENOUGH = 0.85 // of the query, each word by how much it tells
  const SAID_SHARE = 0.3 // of the neighbouring words
  const SAID_ONCE = 0.6 // of the query, when only one pair of its neighbouring words is said: "cannot open" is no answer
  const SAID_RUN = 3 // neighbouring words in a row
  // Two of these beside each other stand in any English sentence: "does not exist on" is no error text.
  const GLUE = new Set(
    "a an and as at be by does for from has in is it no not of on or that the this to was with".split(" "),
  )
  const MOST_BESIDE_CODE = 8 // words and numbers in a query that asks for a code; a longer one is a log line or a sentence
  const CODE_BOOST = 10 // how far the code that was asked for stands before all that only has its words
  const CODE_SECTIONS = 5 // a code such as 203/EXEC or MY-000067 that no more sections have is an answer by itself
  const LONG_NAME = 14 // letters: CreateContainerConfigError says by itself which error is meant, a word of English does not
  const RARE_SECTIONS = 2 // a word that so few sections have may be a slip of the finger
  // Words of a question, not of its subject. 目的 and 了解 are words of their own.
  const ASKING =
    /怎么办|怎么回事|怎么样|怎么|怎样|咋办|咋|如何|为什么|为何|为啥|什么是|是什么|是啥|什么|哪些|哪个|哪里|有没有|是不是|能不能|可不可以|请问|一下|吗|呢|(?<!目)的|了(?!解)/g
  // What differs from one machine and one minute to the next in the lines of a log, folded.
  const PASSING =
    /\b\d{4}[-/.]\d\d[-/.]\d\d([t ]\d\d:\d\d:\d\d([.,]\d+)?(z|[+-]\d\d:?\d\d)?)?|\b\d\d:\d\d:\d\d([.,]\d+)?|\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b0x[0-9a-f]+\b|\b(?=[a-f]*\d)[0-9a-f]{12,64}\b|\[\s*\d+([.:]\d+)?\]|\b\d+#\d+:|\*\d+\b/g
  const GUESS = 0.6 // what a word counts that only may be meant, against the word as it was typed

  class SearchEngine {
    /** @param {(name: string) => Promise<any>} load */
    constructor(load) {
      this.load = load
      this.meta = undefined // what meta.js holds
      /** @type {number[]} the number of each page's first section */
      this.firsts = []
      this.pageOf = new Uint32Array() // the page of each section
      /** @type {{name: string, number: number}[]} names of the glossary, the longest first */
      this.names = []
      this.scratch = { best: new Float32Array(), sums: new Float32Array(), shares: new Float32Array() }
      /** @type {Map<number, Record<string, string>>} packed postings by term, by the shard's number */
      this.shards = new Map()
      this.texts = new Map() // the sections' texts by the page's number
      /** @type {CodeList[] | undefined} */
      this.codes = undefined
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
      const scratch = {
        best: new Float32Array(meta.docs),
        sums: new Float32Array(meta.docs),
        shares: new Float32Array(meta.docs),
      }
      Object.assign(this, { meta, firsts, pageOf, names, scratch })
    }

    /**
     * Returns {units, isText, total, pages, ready, first, rest}. `isText` says that an error text was typed, `total` how
     * many pages have any of its words. `pages` are what was found, best first: {url, title, topic, score}.
     * first() resolves to the first of them with the texts of their sections, rest() to the others: they fetch the pages'
     * files, unless, for the first, `ready` says that those are here. A page then has sections: {id, heading, text, code,
     * score, marks, found, isAnswer}, best first: `marks` is what to mark, `found` says of each unit (word of the query)
     * whether it is there, `isAnswer` whether the section has the query or a part of it word for word.
     */
    async find(typed) {
      await this.open()
      const query = fold(typed.slice(0, LONGEST_QUERY)).trim()
      const all = this.cut(query.replace(PASSING, passing => " ".repeat(passing.length)))
      for (const unit of all) unit.ways = this.ways(unit)
      await Promise.all([this.fetch(all), this.openCodes()])
      const codes = this.askedCodes(typed.slice(0, LONGEST_QUERY))
      const units = this.mostTelling(all)
      const pairs = neighbours(all)
      const unknown = units.filter(unit => unit.whole && this.count(unit) <= RARE_SECTIONS)
      if (unknown.length) await this.addTypos(unknown)
      const { ranked, total } = this.rank(units, codes)
      // An error text may stand word for word in any of the pages: all of them are read before one is shown.
      const isText = pairs.length >= LEAST_PAIRS && units.filter(unit => !unit.han).length > 0.6 * units.length
      const shown = isText ? ranked.length : FIRST_PAGES
      const [first, rest] = [ranked.slice(0, shown), ranked.slice(shown)]
      return {
        units,
        isText,
        total,
        pages: ranked.map(page => this.describe(page)),
        ready: first.every(({ number }) => this.texts.has(number)),
        first: () => this.read(first, query, units, pairs, codes),
        rest: () => this.read(rest, query, units, pairs, codes),
      }
    }

    // --- the query ------------------------------------------------------------------------------------------------

    /**
     * The query's words; names of the glossary stay in one piece, so that their synonyms can stand for them.
     * @param {string} query
     * @returns {Unit[]}
     */
    cut(query) {
      const asked = query.replace(ASKING, found => " ".repeat(found.length))
      const text = words(asked).length ? asked : query
      const spans = this.nameSpans(text)
      const units = []
      let from = 0
      for (const span of [...spans, { start: text.length, end: text.length }]) {
        for (const word of words(text.slice(from, span.start))) {
          const [start, end] = [from + word.start, from + word.end]
          const terms = word.han ? withNeighbours(word.terms, text, start, end) : word.terms
          units.push({ ...word, terms, text: text.slice(start, end), ways: [] })
        }
        if (span.end > span.start) units.push(nameUnit(text.slice(span.start, span.end), span.group))
        from = span.end
      }
      return units
    }

    /** The words of a long query that few sections have, in the query's order; at most two that none has. */
    mostTelling(/** @type {Unit[]} */ units) {
      if (units.length <= MOST_WORDS) return units
      const counts = new Map(units.map(unit => [unit, this.count(unit)]))
      const known = units.filter(unit => counts.get(unit)).sort((a, b) => counts.get(a) - counts.get(b))
      const kept = new Set([...known.slice(0, MOST_WORDS - 2), ...units.filter(unit => !counts.get(unit)).slice(0, 2)])
      return units.filter(unit => kept.has(unit))
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

    async openCodes() {
      if (this.meta.codes) this.codes ??= await this.load("codes")
    }

    /**
     * The sections of the codes that a query asks for: as a log line has them, by a name that only one program uses, or
     * by a number or a name beside a word that says whose it is. Only those that are meant the most surely.
     * @returns {Set<number>}
     */
    askedCodes(/** @type {string} */ typed) {
      const text = widen(typed)
      const folded = fold(typed)
      const isShort = words(typed).length <= MOST_BESIDE_CODE
      /** @type {Map<number, number>} */
      const sure = new Map()
      const owned = (this.codes ?? []).filter(list => isShort && list.words.some(word => hasWord(folded, fold(word))))
      for (const list of this.codes ?? []) {
        const said = list.forms.flatMap(form => [...text.matchAll(formPattern(form))].map(({ groups }) => groups))
        const isOwn = owned.includes(list)
        // "systemd watchdog" does not mean the alert Watchdog.
        const isOthers = (/** @type {string} */ name) =>
          !isOwn && owned.some(other => other.codes.some(([, , theirs]) => fold(theirs) === fold(name)))
        for (const [doc, number, name, ...forms] of list.codes) {
          const isLogged = said.some(groups => isSaid(groups, number, name)) || forms.some(form => hasWord(text, form))
          if (isLogged) sure.set(doc, 4)
          else if (list.alone && name && hasWord(folded, fold(name)) && !isOthers(name)) sure.set(doc, 3)
          else if (isOwn && [number, name].some(key => key && hasWord(text, key))) sure.set(doc, 2)
          else if (isOwn && name && hasWord(folded, fold(name))) sure.set(doc, 1)
        }
      }
      const most = Math.max(0, ...sure.values())
      return new Set([...sure].filter(([, how]) => how === most).map(([doc]) => doc))
    }

    /** What is tried for a word: the word itself, what it may be the beginning or a part of, and what means the same. */
    ways(/** @type {Unit} */ unit) {
      /** @type {Way[]} */
      const ways = []
      if (unit.name) ways.push({ worth: 1, terms: unit.terms.map(exactly) })
      else if (unit.han) {
        if (unit.text.length === 1) ways.push({ worth: GUESS, terms: [startingWith(unit.text)] })
        const pairs = unit.terms.filter(term => term.length > 1)
        if (pairs.length) ways.push({ worth: 1, terms: pairs.map(exactly) })
      } else {
        const { whole, flag } = unit
        ways.push({ worth: 1, terms: [exactly(whole)] })
        if (flag) ways.push({ worth: 1, terms: [exactly(flag)] })
        if (flag && whole.length > 1) ways.push({ worth: GUESS, terms: [startingWith(flag)] })
        if (whole.length > 1 || !flag) ways.push({ worth: GUESS, terms: [startingWith(whole)] })
        const parts = unit.terms.filter(term => term !== whole && term !== flag && !term.includes("-"))
        const pieces = parts.filter(part => part !== whole.replaceAll("-", ""))
        if (pieces.length > 1) ways.push({ worth: GUESS, terms: pieces.map(exactly) })
        if (pieces.length > 1 && pieces.length <= 3) ways.push({ worth: 1, terms: [exactly(pieces.join(""))] })
      }
      if (unit.group !== undefined) {
        for (const name of this.meta.names[unit.group]) {
          if (fold(name) === unit.text) continue
          const terms = words(name).flatMap(word => (word.han ? word.terms : [word.whole]))
          if (terms.length) ways.push({ worth: GUESS, terms: terms.map(exactly) })
        }
      }
      return ways
    }

    /** Adds to words that hardly any section has what they may be slips of. */
    async addTypos(/** @type {Unit[]} */ units) {
      const known = await this.load("words")
      for (const unit of units) {
        const { whole } = unit
        const count = this.count(unit)
        // A word that hardly occurs may be a slip that the handbook itself quotes: then only a common one is meant.
        const near = nearest(whole.replaceAll("-", ""), known).filter(([, , uses]) => !count || uses >= 8 * count)
        for (const [term] of near) unit.ways.push({ worth: GUESS, terms: [exactly(term)] })
        unit.meant = near[0]?.[0]
        const pieces = whole.split("-").filter(Boolean)
        if (pieces.length > 1 && !count) {
          const mended = pieces.map(piece => (this.postings(piece) ? piece : (nearest(piece, known)[0] || [piece])[0]))
          unit.ways.push({ worth: GUESS, terms: mended.map(exactly) })
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

    async fetch(/** @type {Unit[]} */ units) {
      if (!this.meta.starts.length) return
      const needed = new Set()
      for (const unit of units) {
        for (const way of unit.ways) {
          for (const { term, prefix } of way.terms) {
            const first = this.shardOf(term)
            const last = prefix ? Math.min(this.shardOf(`${term}\uffff`), first + 5) : first
            for (let number = first; number <= last; number++) if (!this.shards.has(number)) needed.add(number)
          }
        }
      }
      await Promise.all([...needed].map(async number => this.shards.set(number, await this.load(`t${number}`))))
    }

    /** Fetches the other terms, one file after the other, as long as `wanted` says so. */
    async fetchAll(wanted) {
      await this.open()
      await this.openCodes()
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
    count(/** @type {Unit} */ unit) {
      const lengths = way =>
        way.terms.map(({ term, prefix }) => {
          const all = prefix ? this.expansions(term) : [term]
          return all.reduce((sum, one) => sum + this.uses(one), 0)
        })
      return Math.max(...unit.ways.map(way => Math.min(...lengths(way))))
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
        unpack(this.postings(one) || "", (doc, weight) => {
          if (best[doc] === 0) docs.push(doc)
          if (weight > best[doc]) best[doc] = weight
        })
      }
      return { docs, idf: docs.length ? this.idf(docs.length) : 0 }
    }

    /**
     * Scores one word of the query: the best of its ways counts in each section.
     * @param {Unit} unit
     * @returns {Score}
     */
    score(unit) {
      const { best, sums, shares } = this.scratch
      const scores = new Float32Array(this.meta.docs)
      const covers = new Float32Array(this.meta.docs)
      const ways = new Uint8Array(this.meta.docs)
      let telling = 0
      unit.ways.forEach((way, number) => {
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
        if (counts) telling = Math.max(telling, total)
        const worth = Math.min(1, 0.4 + way.worth * 0.6)
        for (const doc of touched) {
          if (counts) {
            const part = shares[doc] / total
            const score = sums[doc] * way.worth * part
            if (score > scores[doc]) {
              scores[doc] = score
              ways[doc] = number + 1
            }
            if (part * worth > covers[doc]) covers[doc] = part * worth
          }
          sums[doc] = shares[doc] = 0
        }
      })
      return { scores, covers, ways, telling }
    }

    /**
     * The best pages, and how many pages have any of the words. A section scores by what it says of each word, and by
     * how much of the query it has.
     * @param {Unit[]} units
     * @param {Set<number>} codes  sections of the codes that were asked for, which come first
     * @returns {{ranked: Ranked[], total: number}}
     */
    rank(units, codes) {
      for (const unit of units) unit.score = this.score(unit)
      const alive = units.map(unit => unit.score).filter(({ telling }) => telling)
      const total = alive.reduce((sum, { telling }) => sum + telling, 0)
      const scores = new Float32Array(this.meta.docs)
      const bests = new Float32Array(this.meta.pages.length)
      for (let doc = 0; doc < scores.length; doc++) {
        let score = 0
        let cover = 0
        for (const word of alive) {
          score += word.scores[doc]
          cover += word.covers[doc] * word.telling
        }
        if (score === 0) continue
        cover /= total
        const page = this.pageOf[doc]
        scores[doc] = score * (0.15 + 0.85 * cover * cover) * this.meta.pages[page][3]
        if (scores[doc] > bests[page]) bests[page] = scores[doc]
      }
      const top = CODE_BOOST * Math.max(1, ...bests)
      for (const doc of codes) {
        scores[doc] += top
        bests[this.pageOf[doc]] = Math.max(bests[this.pageOf[doc]], scores[doc])
      }
      // A page's further sections add at most 0.12 of the best one each: a page below `least` cannot be among the first.
      const least = bests.slice().sort()[Math.max(0, bests.length - MOST_PAGES)] / (1 + 0.12 * MOST_SECTIONS)
      const pages = []
      bests.forEach((best, number) => {
        if (best > 0 && best >= least) pages.push(this.rankPage(number, scores))
      })
      pages.sort((a, b) => b.score - a.score || a.number - b.number)
      return { ranked: pages.slice(0, MOST_PAGES), total: bests.filter(Boolean).length }
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
      return {
        number,
        score,
        sections: sections.filter(section => section.score > best.score * 0.3).slice(0, MOST_SECTIONS),
      }
    }

    describe({ number, score }) {
      const [url, title, topic] = this.meta.pages[number]
      return { url, title, topic: (this.meta.topics[topic] || [])[0], score }
    }

    /**
     * Fetches the texts of found pages; what stands there as it was typed comes first. A section `isAnswer` if it has
     * nearly all that the query says, or says a part of it word for word; one of a page that lists what other pages
     * explain only if it is the code that was asked for.
     * @param {Ranked[]} ranked
     * @param {string} query
     * @param {Unit[]} units
     * @param {Pair[]} pairs
     * @param {Set<number>} codes
     */
    async read(ranked, query, units, pairs, codes) {
      await Promise.all(
        ranked.map(
          async ({ number }) => this.texts.has(number) || this.texts.set(number, await this.load(`p${number}`)),
        ),
      )
      const phrases = [...new Set([query, ...units.map(unit => unit.text)].map(squeeze))].filter(
        phrase => phrase.length > 2,
      )
      const pages = ranked.map(page => {
        // The list of all symptoms quotes every page's errors, and so has the words of any error.
        const isList = this.meta.pages[page.number][3] < 1
        const sections = page.sections.map(({ doc, score }) => {
          const row = this.texts.get(page.number)[doc - this.firsts[page.number]]
          const [id, heading, text, code] = row
          row.squeezed ??= [squeeze(fold(heading)), squeeze(fold(`${text}\n${code}`))]
          const [inHeading, inText] = row.squeezed
          let bonus = 1
          for (const phrase of phrases) {
            const whole = phrase === phrases[0] ? 1 : 0.4
            if (inHeading.includes(phrase)) bonus += 0.35 * whole
            else if (inText.includes(phrase)) bonus += 0.2 * whole
          }
          if (pairs.length) {
            row.pairs ??= new Set(neighbours(words(`${heading}\n${text}\n${code}`)).map(({ text }) => text))
          }
          const said = pairs.map(pair => row.pairs.has(pair.text) || row.pairs.has(meantBy(pair)))
          const share = pairs.length ? this.shareSaid(pairs, said) : 0
          bonus += share
          return {
            id,
            heading,
            text,
            code,
            isAnswer:
              codes.has(doc) ||
              (!isList &&
                (this.cover(units, doc) >= ENOUGH ||
                  (share >= SAID_SHARE && (said.filter(Boolean).length > 1 || this.cover(units, doc) >= SAID_ONCE)) ||
                  longestRun(said.map((is, number) => is && !isGlue(pairs[number]))) >= SAID_RUN ||
                  units.some(unit => this.isCode(unit) && unit.score.covers[doc] === 1))),
            marks: marksOf(units, doc),
            found: units.map(unit => unit.score.covers[doc] > 0.3),
            score: score * bonus,
          }
        })
        sections.sort((a, b) => b.score - a.score)
        return {
          ...this.describe(page),
          sections,
          score: page.score * (sections[0].score / (page.sections[0].score || 1)),
        }
      })
      return pages.sort((a, b) => b.score - a.score)
    }

    /** How much a word tells; one that no section has counts as one that a single section has. */
    telling(/** @type {Unit} */ unit) {
      return unit.score?.telling || this.idf(this.count(unit) || 1)
    }

    /** Tells whether a word names an error by itself: digits among letters, or a long name, and known to few sections. */
    isCode(/** @type {Unit} */ unit) {
      const whole = unit.whole ?? ""
      const isCode = /^(?=.*[a-z])(?=.*\d\d).{5,}$/.test(whole)
      const isLongName = whole.length >= LONG_NAME && /^[a-z-]+$/.test(whole)
      return (isCode || isLongName) && this.telling(unit) >= this.idf(CODE_SECTIONS)
    }

    /** How much of the query a section has, 0 to 1. */
    cover(/** @type {Unit[]} */ units, doc) {
      let [had, asked] = [0, 0]
      for (const unit of units) {
        had += unit.score.covers[doc] * this.telling(unit)
        asked += this.telling(unit)
      }
      return asked ? had / asked : 0
    }

    /**
     * Which share of a query's neighbouring words a section has as neighbours too, each pair by how much it tells: one
     * that only holds a sentence together tells nothing.
     */
    shareSaid(/** @type {Pair[]} */ pairs, /** @type {boolean[]} */ said) {
      const weights = pairs.map(pair => (isGlue(pair) ? 0 : this.telling(pair.units[0]) + this.telling(pair.units[1])))
      const sum = weights.reduce((all, weight) => all + weight, 0)
      return sum && weights.reduce((all, weight, number) => all + (said[number] ? weight : 0), 0) / sum
    }

    // --- what the results show ------------------------------------------------------------------------------------

    /** What the typed beginning could become: a name or a title that begins like the last word. */
    async suggest(typed) {
      await this.open()
      const last = typed.split(/[\s-]+/).pop()
      if (last.length < 2) return []
      const known = [...this.meta.names.flat(), ...this.meta.pages.map(page => page[1])]
      const found = known.find(name => name.startsWith(last) && name !== last && !/\s/.test(name))
      return found ? [found] : []
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
      const alike = this.meta.names.map(([name]) => [
        name,
        [...name].filter(character => characters.has(character)).length,
      ])
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
  const valueOfDigit = code => code - (code < 92 ? 35 : 36)

  /** The string for a list of [section, weight] in the order of the sections; a weight is from 1/8 to 31. */
  function pack(entries) {
    let packed = ""
    let last = 0
    for (const [section, weight] of entries) {
      const step = section - last
      let digits = digit((step % BASE) + BASE)
      for (let rest = Math.floor(step / BASE); rest; rest = Math.floor(rest / BASE))
        digits = digit(rest % BASE) + digits
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
        value = valueOfDigit(packed.charCodeAt(place++))
        step = step * BASE + (value % BASE)
      } while (value < BASE)
      section += step
      visit(section, WEIGHTS[valueOfDigit(packed.charCodeAt(place++))])
    }
  }

  const escapePattern = text => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")

  /** Tells whether a text has a word that is not part of a longer one. */
  function hasWord(text, word) {
    if (isHan(word[0])) return text.includes(word)
    return text.includes(word) && new RegExp(`(?<![A-Za-z0-9_])${escapePattern(word)}(?![A-Za-z0-9_])`).test(text)
  }

  /** What finds a form such as `curl: ({number})` in a text, with groups `number` and `name`. */
  function formPattern(form) {
    const pattern = escapePattern(form)
      .replace("\\{number\\}", "(?<number>-?\\d+)")
      .replace("\\{name\\}", "(?<name>[A-Za-z][\\w-]*)")
    return new RegExp(`(?<![A-Za-z0-9_])${pattern}(?![A-Za-z0-9_])`, "g")
  }

  const isSaid = (groups, number, name) =>
    (groups.number === undefined || groups.number === number) && (groups.name === undefined || groups.name === name)

  const exactly = term => ({ term, prefix: false })
  const startingWith = term => ({ term, prefix: true })
  const squeeze = text => text.replace(/\s+/g, "")

  /** What to mark in a section: of each word of the query the alternative that counted there. */
  function marksOf(units, doc) {
    const exact = new Set()
    const prefixes = []
    for (const unit of units) {
      for (const { term, prefix } of unit.ways[unit.score.ways[doc] - 1]?.terms || [])
        prefix ? prefixes.push(term) : exact.add(term)
    }
    return { exact, prefixes }
  }

  /** The terms of a run of 汉字 with the pairs across its ends: the name that cuts it off may be there by chance. */
  function withNeighbours(terms, text, start, end) {
    const before = start > 0 && isHan(text[start - 1]) ? [text.slice(start - 1, start + 1)] : []
    const after = end < text.length && isHan(text[end]) ? [text.slice(end - 1, end + 1)] : []
    return [...before, ...terms, ...after]
  }

  /** The unit for a name of the glossary: one Latin word stays a word, whose beginning and parts may be meant. */
  function nameUnit(text, group) {
    const inside = words(text)
    if (inside.length === 1 && !inside[0].han) return { ...inside[0], text, group, ways: [] }
    const terms = inside.flatMap(word => (word.han ? word.terms : [word.whole]))
    return { name: true, han: inside.some(word => word.han), terms, text, group, ways: [] }
  }

  /**
   * The pairs of Latin words that follow each other, numbers passed over.
   * @param {{whole?: string, name?: boolean, terms: string[], score?: Score}[]} units
   * @returns {Pair[]}
   */
  function neighbours(units) {
    const pairs = []
    let last
    for (const unit of units) {
      for (const word of unit.name ? unit.terms : (unit.whole?.split("-") ?? [undefined])) {
        if (word !== undefined && /^\d*$/.test(word)) continue
        if (last?.word && word) pairs.push({ text: `${last.word} ${word}`, units: [last.unit, unit] })
        last = { word, unit }
      }
    }
    return pairs
  }

  /** The pair with the words that its words may be slips for. */
  const meantBy = (/** @type {Pair} */ { text, units }) =>
    text
      .split(" ")
      .map((word, number) => (word === units[number].whole && units[number].meant) || word)
      .join(" ")

  /** Tells whether two neighbouring words only hold a sentence together. */
  function isGlue(/** @type {Pair} */ { units }) {
    return units.every(unit => GLUE.has(unit.text))
  }

  function longestRun(/** @type {boolean[]} */ said) {
    let [run, longest] = [0, 0]
    for (const one of said) {
      run = one ? run + 1 : 0
      longest = Math.max(longest, run)
    }
    return longest
  }

  function cutsWord(text, at) {
    const [before, after] = [text[at - 1], text[at]]
    return before !== undefined && after !== undefined && /[a-z0-9]/.test(before) && /[a-z0-9]/.test(after)
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
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1)
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
