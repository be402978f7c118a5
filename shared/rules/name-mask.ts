/** 复姓 that are still borne; in a name of three or more characters they count as one surname. */
const compoundSurnames = new Set(
  [
    '欧阳 司马 上官 诸葛 司徒 司空 东方 西门 南宫 北宫 皇甫 尉迟 公孙 公羊 公冶 长孙 慕容 宇文 夏侯 轩辕 令狐',
    '端木 百里 呼延 独孤 澹台 赫连 钟离 闻人 濮阳 淳于 单于 太史 申屠 仲孙 宗政 拓跋 鲜于 闾丘 万俟 东郭 南门',
    '羊舌 左丘 梁丘 第五 谷梁 微生 漆雕 乐正 壤驷 巫马 公西 颛孙 子车 司寇 亓官 夹谷 贺兰 完颜 纳兰 叶赫 达奚',
  ].flatMap((line) => line.split(' ')),
)

/** Between the parts of an ethnic minority's or a foreigner's name; keyboards know many dots for it. */
const middleDot = /[·•‧∙⋅・･．.]/u

/**
 * A name as a screen may show it: 张三 → 张*, 张小三 → 张*三, 欧阳明 → 欧阳*, 买买提·吐尔逊 → 买买提·***.
 * A star for each hidden character; never the whole given name (个人信息保护法 6, 51).
 */
export function maskName(name: string): string {
  const [first = [], ...others] = segmentsOf(name)
  if (others.length > 0) return [first.join(''), ...others.map(stars)].join('·')
  if (first.length === 0) return ''

  const surname = surnameIn(first)
  const given = first.slice(surname.length)
  const maskedGiven = given.length <= 1 ? '*' : stars(given.slice(0, -1)) + given.at(-1)
  return surname.join('') + maskedGiven
}

/** A name as a queue ticket carries it: 张小三 → 张**, 欧阳明 → 欧阳**; empty for an empty name. */
export function surnameMask(name: string): string {
  const [first = [], ...others] = segmentsOf(name)
  if (first.length === 0) return ''
  // Before a middle dot stands a given name as often as a surname: one character of it will do.
  const surname = others.length > 0 ? first.slice(0, 1) : surnameIn(first)
  return `${surname.join('')}**`
}

/** By code point, because rare characters (𠮷) are two units of a string. Cards pad names with spaces. */
function segmentsOf(name: string): string[][] {
  return name
    .replace(/\s/gu, '')
    .split(middleDot)
    .filter((segment) => segment !== '')
    .map((segment) => [...segment])
}

/** In a name of two characters the second is always a given name: 东方 is Mr 东, whose name is 方. */
function surnameIn(characters: readonly string[]): readonly string[] {
  const isCompound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''))
  return characters.slice(0, isCompound ? 2 : 1)
}

function stars(hidden: readonly string[]): string {
  return '*'.repeat(hidden.length)
}

/** 3301**********1234: enough to compare with the card in the hand. */
export function maskedId(idNumber: string): string {
  if (idNumber.length < 8) return '*'.repeat(idNumber.length)
  return `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`
}
