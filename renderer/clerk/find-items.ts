import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'

/**
 * Items that match every word of `text` in code, name, alias, category or department. Those whose
 * code or name begins with it come first, then those with it in the name; all of them for an empty text.
 */
export function findItems(items: readonly ServiceItem[], text: string): ServiceItem[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (first === undefined) return [...items]
  const ranked = items
    .filter((item) => words.every((word) => fieldsOf(item).some((field) => field.includes(word))))
    .map((item) => ({ item, rank: rankOf(item, first) }))
  // Array.prototype.sort is stable: equal ranks keep the hall's own order.
  return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item)
}

function fieldsOf(item: ServiceItem): string[] {
  return [item.itemCode, item.name, ...item.aliases, item.category, item.department].map((text) => text.toLowerCase())
}

function rankOf(item: ServiceItem, word: string): number {
  const [code, name] = [item.itemCode.toLowerCase(), item.name.toLowerCase()]
  if (code.startsWith(word) || name.startsWith(word)) return 0
  return name.includes(word) || item.aliases.some((alias) => alias.toLowerCase().includes(word)) ? 1 : 2
}
