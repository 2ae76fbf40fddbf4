// Builds the search index; run by hooks/search_build.py in V8 after the scripts that readers' browsers use too.
"use strict"

// How much a term weighs by where it stands. `alias` holds symptoms, questions, wrong claims and the glossary's names.
const WEIGHTS = { title: 9, heading: 7, alias: 5, tags: 4, page: 1.2, text: 3, code: 1.6 }
const HALF = 1.2 // as many mentions of a term in the text reach half of its weight

// What has been counted: by a page's JSON, its sections. A page that did not change since it was counted costs nothing.
let counted = new Map()

/** Counts the terms of a page's sections, given as JSON [{field: text}], unless that has been done. */
function countPage(json) {
  if (!counted.has(json)) counted.set(json, JSON.parse(json).map(countSection))
  return counted.get(json)
}

/** For each field: the text's length, how many terms it has, and [term, how often]. */
function countSection(section) {
  const fields = []
  for (const field of Object.keys(WEIGHTS)) {
    if (!section[field]) continue
    const counts = new Map()
    const all = searchText.terms(section[field])
    for (const term of all) counts.set(term, (counts.get(term) || 0) + 1)
    fields.push({ field, length: section[field].length, total: all.length, counts: [...counts] })
  }
  return fields
}

/**
 * Returns {terms, words, docs} as JSON, given a JSON list of the pages' JSON.
 * terms: [term, its sections packed] in the order of the terms;
 * words: [Latin term, sections that have it]; docs: how many sections there are.
 */
function buildIndexJson(list) {
  const pages = JSON.parse(list)
  const sections = pages.flatMap(countPage)
  counted = new Map(pages.map(page => [page, counted.get(page)]))
  const lengths = sections.reduce((sum, fields) => sum + (fields.find(({ field }) => field === "text")?.length || 0), 0)
  const usual = Math.max(1, lengths / Math.max(1, sections.length))
  const postings = new Map()
  sections.forEach((fields, doc) => {
    for (const [term, weight] of weigh(fields, usual)) {
      if (!postings.has(term)) postings.set(term, [])
      postings.get(term).push([doc, weight])
    }
  })
  const sorted = [...postings.keys()].sort()
  return JSON.stringify({
    docs: sections.length,
    terms: sorted.map(term => [term, searchPostings.pack(postings.get(term))]),
    words: sorted
      .filter(term => /^[a-z][a-z]{3,}/.test(term) && !/-.*-/.test(term))
      .map(term => [term, postings.get(term).length]),
  })
}

function weigh(fields, usual) {
  const weights = new Map()
  for (const { field, length, total, counts } of fields) {
    const running = field === "text" || field === "code"
    const ratio = running ? 0.4 + (0.6 * length) / usual : 0
    // A heading that says little else is more about its words than a long one.
    const share = running ? 1 : 1 / (1 + 0.04 * total)
    for (const [term, count] of counts) {
      const weight = WEIGHTS[field]
      const part = running ? (weight * count) / (count + HALF * ratio) : weight * share
      weights.set(term, (weights.get(term) || 0) + part)
    }
  }
  return weights
}
