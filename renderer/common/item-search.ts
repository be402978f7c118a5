import type { CatalogueItem } from '../../shared/contract/contract.ts'

/** What an item is found by. */
type Searchable = Pick<CatalogueItem, 'itemCode' | 'name' | 'aliases' | 'category' | 'department' | 'searchKeys'>

/** How well a word fits, best first. */
const rank = { whole: 0, beginning: 1, within: 2, aside: 3 } as const

/**
 * 查找事项: items that every word of `text` is found in, best first, and of equals the hall's own
 * order; all of them for an empty text. A word is Chinese, a code, or letters as they are typed:
 * whole pinyin, initials, or a mixture (`shenfenzheng`, `sfz`, `shenfz`). It fits better as a whole
 * name than as its beginning, and that better than within it; category and department come last.
 */
export function searchItems<T extends Searchable>(items: readonly T[], text: string): T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const ranked = items.flatMap((item) => {
    const ranks = words.map((word) => rankOf(item, word))
    return ranks.includes(null) ? [] : [{ item, rank: ranks.reduce<number>((sum, one) => sum + (one ?? 0), 0) }]
  })
  // Array.prototype.sort is stable: equal ranks keep the hall's own order.
  return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item)
}

/** The best rank of a word among all that an item is called; null when it is found nowhere. */
function rankOf(item: Searchable, word: string): number | null {
  const names = [item.itemCode, item.name, ...item.aliases].map((name) => rankIn(name.toLowerCase(), word))
  const typed = item.searchKeys.map((key) => rankTyped(key.split(' '), word))
  const isAside = [item.category, item.department].some((text) => text.toLowerCase().includes(word))
  const ranks = [...names, ...typed, isAside ? rank.aside : null].filter((one) => one !== null)
  return ranks.length === 0 ? null : Math.min(...ranks)
}

function rankIn(name: string, word: string): number | null {
  if (name === word) return rank.whole
  if (name.startsWith(word)) return rank.beginning
  return name.includes(word) ? rank.within : null
}

function rankTyped(syllables: readonly string[], word: string): number | null {
  const from = syllables.findIndex((_, at) => isTyped(syllables, at, word))
  if (from !== 0) return from < 0 ? null : rank.within
  return isTyped(syllables, 0, word, true) ? rank.whole : rank.beginning
}

/** Whether a word types the syllables from one on, each by its beginning; `isToEnd`: up to the last of them. */
function isTyped(syllables: readonly string[], from: number, word: string, isToEnd = false): boolean {
  const syllable = syllables[from]
  if (word === '') return !isToEnd || syllable === undefined
  if (syllable === undefined) return false
  for (let length = sharedLength(syllable, word); length > 0; length -= 1) {
    if (isTyped(syllables, from + 1, word.slice(length), isToEnd)) return true
  }
  return false
}

/** How many letters two texts begin with in common. */
function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
