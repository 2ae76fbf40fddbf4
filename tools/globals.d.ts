// What the scripts share: classic scripts, which find each other on the global object.

interface Word {
  start: number
  end: number
  han: boolean
  terms: string[]
  whole?: string
  flag?: string
}

/** What to mark in a text: terms, and beginnings of terms. */
interface Marks {
  exact: Set<string>
  prefixes: string[]
}

declare var TRADITIONAL: string
declare var searchText: {
  fold(text: string): string
  widen(text: string): string
  words(text: string): Word[]
  terms(text: string): string[]
  isHan(character: string): boolean
  mayBeTraditional(text: string): boolean
}
declare var searchPassages: {
  hits(text: string, marks: Marks): [number, number][]
  mark(text: string, marks: Marks): string
  passage(section: { text: string; code: string }, marks: Marks): string
  escapeHtml(text: string): string
}
declare var searchPostings: {
  pack(entries: [number, number][]): string
  unpack(packed: string, visit: (section: number, weight: number) => void): void
}
declare var SearchEngine: new (load: (name: string) => Promise<any>) => any
/** A part of the index calls this with its name and its data. */
declare var searchPart: (name: string, data: any) => void

/** What the browser's copy of the handbook holds: hash and bytes of each file, by address (hooks/handbook/offline). */
declare var COPY: { version: string; built: string; files: Record<string, [string, number]> }

/** Material's stream of pages: also after a navigation that does not reload. */
declare var document$: { subscribe(next: () => void): void } | undefined
declare function importScripts(...urls: string[]): void
declare var mermaid: any

// Types do not know the page's markup: what a selector finds is what the script takes it for.
interface ParentNode {
  querySelector(selectors: string): any
  querySelectorAll(selectors: string): NodeListOf<any>
}
interface Element {
  closest(selector: string): any
}
interface Navigator {
  /** Only some browsers have it. */
  connection?: { saveData: boolean; effectiveType: string }
}

/** See docs/assets/javascripts/practice/records.js. */
interface PracticeRecord {
  hash: string
  last: number
  due: number
  stability: number
  difficulty: number
  reps: number
  lapses: number
  state: number
  days: number
}
interface PracticeCard {
  id: string
  kind: string
  ask: string
  answer: string
  source: string
  hash: string
}
/** What the practice page knows of a topic before its cards are loaded; hashes by kind and id. */
interface PracticeTopic {
  name: string
  file: string
  hashes: { [kind: string]: { [id: string]: string } }
}
declare var FSRS: any
declare var practiceRecords: {
  mark(record: PracticeRecord | undefined, grade: number, now: number, hash: string): PracticeRecord
  read(value: any): PracticeRecord | undefined
  newer(a: PracticeRecord | undefined, b: PracticeRecord | undefined): PracticeRecord | undefined
  standing(record: PracticeRecord | undefined, hash: string, now: number): "new" | "changed" | "due" | "known"
  fileText(records: Map<string, PracticeRecord>, now: number): string
  readFile(text: string): { records: Map<string, PracticeRecord>; broken: number }
  ankiText(topics: { name: string; cards: PracticeCard[] }[]): string
}
/** The files of questions call these with their data. */
declare var practiceQuestions: (topics: { [topic: string]: PracticeTopic }) => void
declare var practiceTopic: (topic: string, cards: PracticeCard[]) => void
