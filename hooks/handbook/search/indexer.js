// Builds the search index; run by hooks/handbook/search/build.py in V8 after the scripts that readers' browsers use too.
"use strict"

// The texts of a section that are searched. `alias` holds symptoms, questions, wrong claims and the glossary's names.
const FIELDS = ["title", "heading", "alias", "tags", "page", "text", "code"]
const RUNNING = ["text", "code"] // a term counts by how often it is there; in the others it is there or not
const HALF_WEIGHT_MENTIONS = 1.2 // as many mentions of a term in a text give half of what many give

// What has been counted: by a page's JSON, its sections. A page that did not change since it was counted costs nothing.
let counted = new Map()

/** Counts the terms of a page's sections, given as JSON [{field: text}], unless that has been done. */
function countPage(json) {
  if (!counted.has(json)) counted.set(json, JSON.parse(json).map(countSection))
  return counted.get(json)
}

/** For each field that the section has, how often each term is there; Infinity where only that it is there counts. */
function countSection(section) {
  return FIELDS.filter(field => section[field]).map(field => {
    const counts = new Map()
    for (const term of searchText.terms(section[field])) {
      counts.set(term, RUNNING.includes(field) ? (counts.get(term) || 0) + 1 : Infinity)
    }
    return [...counts]
  })
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
  const postings = new Map()
  sections.forEach((fields, doc) => {
    for (const [term, weight] of weigh(fields)) {
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

/** How much each term tells about a section: every field counts alike, and a term twice in a text less than double. */
function weigh(fields) {
  const weights = new Map()
  for (const counts of fields) {
    for (const [term, count] of counts) {
      const weight = 1 - HALF_WEIGHT_MENTIONS / (count + HALF_WEIGHT_MENTIONS)
      weights.set(term, (weights.get(term) || 0) + weight)
    }
  }
  return weights
}
