// Cuts text into search terms: the same way for pages (when the site is built) and for queries (in the reader's browser).
// A classic script without imports, so that it runs in a worker, in a page, in node and in the build. The table of
// traditional characters (vendor/opencc/traditional.js) is half of the scripts that a first query would load, and few
// queries need it: a browser runs it, before or after this script, when `mayBeTraditional` tells. Without it they stay as they are.
//
//   汉字      连接跟踪 → 连接 接跟 跟踪; one character alone is a term; `tail` is the last one of a run (pages only)
//   names     net.ipv4.ip_forward → net-ipv4-ip-forward, its ends ipv4-ip-forward and ip-forward, its parts;
//             as a query, a term also stands for the longer ones that begin with it: tw_reuse finds tcp_tw_reuse
//   flags     --dports → --dports and dports
//   numbers   1.24, 65535 and 10.9.0.1 stay whole
//   symbols   B+, C++ and C# keep their marks
"use strict"
;(scope => {
  const HAN = "\u2e80-\u2fdf\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
  const LETTER = "a-z0-9_\u00b5\u00df-\u00f6\u00f8-\u024f\u0370-\u052f"
  const NAME = `[${LETTER}]+(?:(?:::|://|->|[./:@-])[${LETTER}]+)*`
  const WORDS = new RegExp(`[${HAN}]+|(?<![${LETTER}])(-{1,2}|!)?(${NAME})(\\+\\+|[+#](?![${LETTER}]))?`, "g")
  const IS_HAN = new RegExp(`[${HAN}]`)
  const JOINTS = /[^\p{L}\p{N}]+/u
  const CAMEL = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/
  const NUMERIC = /^[\d-]+$/
  const MOST_PARTS = 9 // a longer name is an address or a path of which nobody types a middle piece

  const simplified = new Map()
  let old // matches what the table has

  function readTable() {
    const pairs = scope.TRADITIONAL
    for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1])
    old = new RegExp(`[${[...simplified.keys()].join("")}]`, "g")
  }

  // The 汉字 of GB 2312 (rows 16 to 87, of 94 each) but for those that the table simplifies all the same.
  let common
  function readCommon() {
    const bytes = Uint8Array.from({ length: 72 * 94 * 2 }, (_, i) =>
      i % 2 ? 0xa1 + ((i >> 1) % 94) : 0xb0 + Math.floor(i / 188),
    )
    const found = new Set(new TextDecoder("gbk").decode(bytes))
    for (const character of "乾夥後徵拚捱摺於菸麽") found.delete(character)
    return found
  }

  /** Tells whether the table of traditional characters is not there and might change the text. */
  function mayBeTraditional(text) {
    if (scope.TRADITIONAL) return false
    common ??= readCommon()
    return [...text].some(character => IS_HAN.test(character) && !common.has(character))
  }

  /** Full-width forms and invisible characters made plain, traditional characters simplified; length and case kept. */
  function widen(text) {
    text = text
      .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\u0000-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u3000\ufeff]/g, " ")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
    if (scope.TRADITIONAL && !old) readTable()
    return old ? text.replace(old, character => simplified.get(character)) : text
  }

  /** Lower case without a change of length ("İ" would become two). */
  function lower(text) {
    const result = text.toLowerCase()
    return result.length === text.length ? result : text.replace(/[A-Z]+/g, part => part.toLowerCase())
  }

  const fold = text => lower(widen(text))

  /** The words of a text: {start, end, han, flag, whole, terms}. `whole` is the strongest term; `terms` are all. */
  function words(text) {
    const wide = widen(text)
    const plain = lower(wide)
    const found = []
    for (const match of plain.matchAll(WORDS)) {
      const [run, dashes = "", name, mark = ""] = match
      const start = match.index
      found.push(
        name === undefined
          ? { start, end: start + run.length, han: true, terms: bigrams(run) }
          : {
              start,
              end: start + run.length,
              han: false,
              ...pieces(wide.substr(start + dashes.length, name.length), dashes, mark),
            },
      )
    }
    return found.filter(word => word.terms.length)
  }

  function bigrams(run) {
    if (run.length === 1) return [run]
    return Array.from({ length: run.length - 1 }, (_, i) => run.substr(i, 2))
  }

  function pieces(name, dashes, mark) {
    const joined = name.split(JOINTS).filter(Boolean)
    if (!joined.length) return { terms: [] }
    const whole = lower(joined.join("-")) + mark
    const terms = new Set([whole])
    const flag = dashes.startsWith("-") ? dashes + whole : undefined
    if (flag) terms.add(flag)
    if (!NUMERIC.test(whole)) {
      const parts = joined.flatMap(part => part.split(CAMEL)).map(lower)
      const kept = parts.slice(0, MOST_PARTS)
      if (parts.length > 1) {
        for (const part of kept) terms.add(part)
        for (let i = 1; i < kept.length - 1; i++) terms.add(kept.slice(i).join("-"))
        if (parts.length <= 3) terms.add(parts.join("")).add(parts.join("-"))
      }
    }
    return { whole, flag, terms: [...terms] }
  }

  /** The terms of a page's text, repeated as often as they occur. */
  function terms(text) {
    const found = []
    const plain = fold(text)
    for (const word of words(text)) {
      for (const term of word.terms) found.push(term)
      if (word.han && word.end - word.start > 1) found.push(plain[word.end - 1])
    }
    return found
  }

  scope.searchText = { fold, widen, words, terms, isHan: character => IS_HAN.test(character), mayBeTraditional }
})(globalThis)
