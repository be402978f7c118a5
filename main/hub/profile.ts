import { basename } from 'node:path'
import { type Profile, profile } from '../../shared/vocabulary/profile.ts'
import { sectionNames } from './mistake-text.ts'
import { type Mistake, type Mistakes, readYamlFile } from './yaml-file.ts'

/** A profile a hall can start from, with the text of its file, or everything that is wrong with it. */
export type ProfileReading = { kind: 'profile'; profile: Profile; text: string } | Mistakes

/**
 * 大厅配置: reads the YAML file at `path`. A file with a mistake gives no profile, so nothing starts
 * half. With `keptIn`, a JSON file beside the store, an unchanged profile is read without parsing YAML.
 */
export function readProfile(path: string, keptIn?: string): ProfileReading {
  const file = readYamlFile(path, profile, keptIn)
  return file.kind === 'mistakes' ? file : { kind: 'profile', profile: file.value, text: file.text }
}

/** More lines than a console shows are not read. */
const linesMax = 20

/**
 * The mistakes of the file at `path` as lines for whoever wrote it:
 * `demo.yaml:12:5 事项 serviceItems[3].queue：没有队列 Q`.
 */
export function describeMistakes(path: string, mistakes: readonly Mistake[]): string[] {
  const file = basename(path)
  const lines = mistakes.slice(0, linesMax).map((mistake) => {
    const place = mistake.line === 0 ? file : `${file}:${mistake.line}:${mistake.column}`
    if (mistake.path === '') return `${place} ${mistake.sentence}`
    const [section = ''] = mistake.path.split(/[.[]/, 1)
    return `${place} ${[sectionNames[section], mistake.path].filter(Boolean).join(' ')}：${mistake.sentence}`
  })
  const more = mistakes.length - lines.length
  return more > 0 ? [...lines, `${file} 还有 ${more} 处错误，改正以上各处后再试`] : lines
}
