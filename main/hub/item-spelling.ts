import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'

/** Texts whose spelling is kept; a hall has 500 items with some names each. */
const keptMax = 10_000

/**
 * How items are typed on a keyboard of letters: one text a name or alias, its syllables in pinyin
 * without tones (`ju min shen fen zheng`, ü as v), and one for the English name, word by word. A
 * character of several readings has the one of its word: 调解 is `tiao jie`, 调查 `diao cha`. The
 * dictionary takes 50 ms to load, so only who asks for items waits for it, and once.
 */
export async function loadSpelling(): Promise<(item: ServiceItem) => string[]> {
  const { pinyin } = await import('pinyin-pro')
  const spell = (text: string) =>
    textOf(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }))
  const spelled = (text: string) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= keptMax) kept.clear()
    const spelling = spell(text)
    kept.set(text, spelling)
    return spelling
  }
  return ({ name, aliases, nameEnglish }) =>
    [name, ...aliases]
      .map(spelled)
      .concat(textOf([nameEnglish]))
      .filter(Boolean)
}

const kept = new Map<string, string>()

/** What can be typed of some parts of a text: letters and digits. */
function textOf(parts: readonly string[]): string {
  return parts.flatMap((part) => part.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ')
}
