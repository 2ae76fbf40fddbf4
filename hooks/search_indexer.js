// Builds the search index; run by hooks/search_build.py in V8 after the tokenizer that readers' browsers use too.
"use strict"

// How much a term weighs by where it stands. `alias` holds symptoms, questions, wrong claims and the glossary's names.
const WEIGHTS = { title: 9, heading: 7, alias: 5, tags: 4, page: 1.2, text: 3, code: 1.6 }
const HALF = 1.2 // as many mentions of a term in the text reach half of its weight
const SCALE = 8 // weights are stored as whole numbers from 1 to 255

/**
 * Returns {terms, words, docs}, given pages whose sections hold a text for some of the fields in WEIGHTS.
 * terms: [term, [step to the next section, weight, step, weight, …]] in the order of the terms;
 * words: [Latin term, sections that have it]; docs: how many sections there are.
 */
function buildIndex(pages) {
  const postings = new Map()
  let doc = 0
  const total = pages.reduce((sum, page) => sum + page.sections.length, 0)
  const lengths = pages.reduce((sum, page) => sum + page.sections.reduce((s, x) => s + (x.text || "").length, 0), 0)
  const usual = Math.max(1, lengths / Math.max(1, total))
  for (const page of pages) {
    for (const section of page.sections) {
      for (const [term, weight] of weigh(section, usual)) {
        let list = postings.get(term)
        if (!list) postings.set(term, (list = { last: 0, entries: [] }))
        list.entries.push(doc - list.last, Math.max(1, Math.min(255, Math.round(weight * SCALE))))
        list.last = doc
      }
      doc++
    }
  }
  const sorted = [...postings.keys()].sort()
  return {
    docs: doc,
    terms: sorted.map(term => [term, postings.get(term).entries]),
    words: sorted
      .filter(term => /^[a-z][a-z]{3,}/.test(term) && !/-.*-/.test(term))
      .map(term => [term, postings.get(term).entries.length / 2]),
  }
}

function weigh(section, usual) {
  const weights = new Map()
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    if (!section[field]) continue
    const counts = new Map()
    const all = searchText.terms(section[field])
    for (const term of all) counts.set(term, (counts.get(term) || 0) + 1)
    const running = field === "text" || field === "code"
    const length = running ? 0.4 + (0.6 * section[field].length) / usual : 0
    // A heading that says little else is more about its words than a long one.
    const share = running ? 1 : 1 / (1 + 0.04 * all.length)
    for (const [term, count] of counts) {
      const part = running ? (weight * count) / (count + HALF * length) : weight * share
      weights.set(term, (weights.get(term) || 0) + part)
    }
  }
  return weights
}

function buildIndexJson(json) {
  return JSON.stringify(buildIndex(JSON.parse(json)))
}
