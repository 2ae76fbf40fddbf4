// Asks the engine for the tests; run by tests/support/search_engine.py in V8 after hooks/handbook/search/exam.js.
"use strict"

/** Resolves to what one of the engine's methods says to a typed text, as JSON; of `find` with all pages read. */
async function askEngine(json) {
  const { files, version, method, typed } = JSON.parse(json)
  const engine = new SearchEngine(fileLoader(files, version))
  if (method !== "find") return JSON.stringify(await engine[method](typed))
  const { units, isText, total, first, rest } = await engine.find(typed)
  const pages = [...(await first()), ...(await rest())]
  return JSON.stringify({ words: units.map(unit => unit.text), isText, total, pages })
}
