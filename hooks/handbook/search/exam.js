// Puts the exam's questions to the engine that readers use; run by hooks/handbook/search/exam.py in V8.
"use strict"

/** What gives the engine a file of the index by its name: read once, out of the texts that the build writes. */
function fileLoader(files, version) {
  const parsed = new Map()
  return async name => {
    if (!parsed.has(name)) {
      const text = files[name === "meta" ? "meta.js" : `${version}/${name}.js`].trimEnd()
      parsed.set(name, JSON.parse(text.slice(text.indexOf(",") + 1, -1)))
    }
    return parsed.get(name)
  }
}

/** Resolves to the addresses of the pages found for each question, best first, as JSON. */
async function runExam(json) {
  const { files, version, questions } = JSON.parse(json)
  const engine = new SearchEngine(fileLoader(files, version))
  const answers = []
  for (const question of questions) {
    const found = await engine.find(question)
    answers.push([...(await found.first()), ...(await found.rest())].map(page => page.url))
  }
  return JSON.stringify(answers)
}
