import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandBodies } from '../shared/vocabulary/command.ts'

const root = resolve(import.meta.dirname, '..')

function filesBelow(folder: string, ending: RegExp): string[] {
  const found = readdirSync(join(root, folder), { recursive: true }) as string[]
  return found
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => ending.test(path) && statSync(join(root, path)).isFile())
    .sort()
}

const source = [
  ...filesBelow('shared', /\.tsx?$/),
  ...filesBelow('main', /\.tsx?$/),
  ...filesBelow('renderer', /\.tsx?$/),
]
const text = new Map(source.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const read = (path: string) => text.get(path) ?? readFileSync(join(root, path), 'utf8')

/** What a file imports: paths from the root for its own files, names for packages. */
function importsOf(path: string): string[] {
  const pattern = /^(?:import|export)\b[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm
  const specifiers = [...read(path).matchAll(pattern)].map((match) => (match[1] ?? match[2] ?? match[3])!)
  return specifiers.map((one) => (one.startsWith('.') ? join(dirname(path), one).replaceAll('\\', '/') : one))
}

function offenders(folder: string, isForbidden: (imported: string, from: string) => boolean): string[] {
  return source
    .filter((path) => path.startsWith(folder))
    .flatMap((path) =>
      importsOf(path)
        .filter((one) => isForbidden(one, path))
        .map((one) => `${path} imports ${one}`),
    )
}

describe('who may import what', () => {
  test('shared is pure: itself, zod, oRPC’s contract and temporal-polyfill only', () => {
    const allowed = /^(shared\/|zod$|@orpc\/contract$|temporal-polyfill$)/
    expect(offenders('shared/', (one) => !allowed.test(one))).toEqual([])
  })

  test('vocabulary knows no rules, and rules know no contract', () => {
    expect(offenders('shared/vocabulary/', (one) => /^shared\/(rules|contract)/.test(one))).toEqual([])
    expect(offenders('shared/rules/', (one) => one.startsWith('shared/contract'))).toEqual([])
  })

  test('a screen knows neither the rules nor the hub', () => {
    expect(offenders('renderer/', (one) => /^(shared\/rules|main)\//.test(one))).toEqual([])
  })

  test('one screen never imports another', () => {
    const screenOf = (path: string) => /^renderer\/([^/]+)\//.exec(path)?.[1]
    const isOther = (one: string, from: string) => {
      const imported = screenOf(one)
      return imported !== undefined && imported !== 'common' && imported !== screenOf(from)
    }
    expect(offenders('renderer/', isOther)).toEqual([])
  })

  test('the hub never imports electron, and the shell never the hub', () => {
    expect(offenders('main/hub/', (one) => /^electron/.test(one) || one.startsWith('main/shell'))).toEqual([])
    expect(offenders('main/shell/', (one) => one.startsWith('main/hub') || one === 'better-sqlite3')).toEqual([])
  })

  test('the store is opened in one place', () => {
    const openers = offenders('', (one) => one === 'better-sqlite3').map((line) => line.split(' ')[0])
    expect(openers.filter((path) => !path!.startsWith('main/hub/store/'))).toEqual([])
  })

  test('SQL stands in the store, the tables, the journal and the reports', () => {
    const isSql = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[\s\S]{0,200}\b(FROM|VALUES|SET|WHERE)\b/
    const places = /^main\/hub\/(store|tables|reports)\/|^main\/hub\/journal\.ts$/
    expect(source.filter((path) => !places.test(path) && isSql.test(read(path)))).toEqual([])
  })

  test('every file is reached from an entry', () => {
    const reached = new Set<string>()
    const visit = (path: string): void => {
      if (reached.has(path) || !text.has(path)) return
      reached.add(path)
      for (const one of importsOf(path)) visit(one)
    }
    const entries = source.filter((path) =>
      /(^renderer\/[^/]+\/main\.tsx?|^main\/shell\/(shell|preload)\.ts|^main\/hub\/(start|verify-log-command|(reports|item-file)\/worker)\.ts)$/.test(
        path,
      ),
    )
    entries.forEach(visit)
    expect(source.filter((path) => !reached.has(path) && !path.endsWith('.d.ts'))).toEqual([])
  })
})

describe('what does not stand in the code', () => {
  const banned: [string, RegExp, RegExp?][] = [
    ['any', /(:|<|as) any\b/],
    ['enum', /^\s*(export )?(const )?enum /m],
    ['default export', /^export default /m],
    ['switched-off checks', /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/],
    ['left for later', /\b(TODO|FIXME|XXX|HACK)\b/],
    ['console, but for the shell’s last words', /\bconsole\.(log|warn|error|info)\(/, /^main\/shell\//],
    [
      'the time, outside the hub’s clock and the screens’ own',
      /\bDate\.now\(|new Date\(\)/,
      /^(main\/hub\/clock\.ts|renderer\/common\/hub-link\.ts|main\/shell\/.*)$/,
    ],
  ]
  test.each(banned)('no %s', (_, pattern, except) => {
    expect(source.filter((path) => !except?.test(path) && pattern.test(read(path)))).toEqual([])
  })

  test('no Chinese words in a screen’s components: they stand in renderer/common/text', () => {
    const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
    const speaking = source.filter(
      (path) =>
        path.startsWith('renderer/') &&
        !path.startsWith('renderer/common/text/') &&
        /\p{Script=Han}{2}/u.test(withoutComments(read(path))),
    )
    expect(speaking).toEqual([])
  })

  test('no test is skipped or alone', () => {
    const tests = filesBelow('test', /\.test\.tsx?$/).filter((path) => path !== 'test/tidy.test.ts')
    const skipped = tests.filter((path) =>
      /\.(skip|only|todo|skipIf|runIf)\(/.test(readFileSync(join(root, path), 'utf8')),
    )
    expect(skipped).toEqual([])
  })
})

describe('the dictionary', () => {
  const dictionary = readFileSync(join(root, 'docs/dictionary.md'), 'utf8')
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(dictionary)

  const vocabularyOf = (what: 'command' | 'event') =>
    filesBelow('shared/vocabulary', new RegExp(`\\b${what}\\.ts$`))
      .map(read)
      .join('\n')

  test('names every command', () => {
    const vocabulary = vocabularyOf('command')
    const hubCommands = [...vocabulary.matchAll(/^ {2}([A-Z]\w+): (?:\{|Record)/gm)].map((match) => match[1]!)
    expect([...Object.keys(commandBodies), ...hubCommands].filter((name) => !isNamed(name))).toEqual([])
    expect(hubCommands).toContain('OpenHallDay')
  })

  test('names every event', () => {
    const vocabulary = vocabularyOf('event')
    const events = [...vocabulary.matchAll(/^ {2}([A-Z]\w+): (?:\{|Record)/gm)].map((match) => match[1]!)
    expect(events.length).toBeGreaterThan(40)
    expect(events.filter((name) => !isNamed(name))).toEqual([])
  })
})

describe('the documents', () => {
  test('each has one title', () => {
    const documents = [...filesBelow('docs', /\.md$/), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
    const titles = documents.map((path) => {
      const prose = readFileSync(join(root, path), 'utf8').replace(/```[\s\S]*?```/g, '')
      return [path, prose.match(/^# /gm)?.length ?? 0]
    })
    expect(titles.filter(([, count]) => count !== 1)).toEqual([])
  })
})

test('no function is longer than seventy lines, nor a file than five hundred', () => {
  // A catalogue of words is as long as what is said.
  const isWords = (path: string) => path.includes('/text/')
  const longFiles = source.filter((path) => !isWords(path) && read(path).split('\n').length > 500)
  const longFunctions = source.flatMap((path) => longFunctionsOf(path))
  expect({ longFiles, longFunctions }).toEqual({ longFiles: [], longFunctions: [] })
})

/** Functions by their indentation: from a line that opens one to the line that closes it at the same depth. */
function longFunctionsOf(path: string): string[] {
  const lines = read(path).split('\n')
  return lines.flatMap((line, at) => {
    const opened = /^(\s*)(?:export )?(?:async )?function (\w+)/.exec(line)
    if (opened === null) return []
    const [, indent, name] = opened
    const length = lines.slice(at).findIndex((later) => later.startsWith(`${indent}}`)) + 1
    // A maker that answers with an object of small functions is as long as its list.
    const isMaker = /^create[A-Z]/.test(name!)
    return length > 70 && !isMaker ? [`${path} ${name} ${length}`] : []
  })
}
