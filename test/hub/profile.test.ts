import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldNames, sectionNames } from '../../main/hub/mistake-text.ts'
import { describeMistakes, readProfile } from '../../main/hub/profile.ts'
import { keysAt } from '../../main/hub/schema-keys.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { boardsLacking } from '../../shared/rules/service-boards.ts'
import { disciplineSettings } from '../../shared/vocabulary/discipline-settings.ts'
import { queueSettings } from '../../shared/vocabulary/hall.ts'
import { missingBlocks } from '../../shared/vocabulary/item-blocks.ts'
import { type Profile, profile, promiseExceedsStatutory } from '../../shared/vocabulary/profile.ts'
import { promiseSettings } from '../../shared/vocabulary/promise-settings.ts'
import { sampleProfile } from '../support/sample-hall.ts'
import { createTestHub } from '../support/test-hub.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function bundled(name: string): Profile {
  const path = join('assets/halls', name)
  const reading = readProfile(path)
  if (reading.kind === 'mistakes') throw new Error(describeMistakes(path, reading.mistakes).join('\n'))
  return reading.profile
}

/** The lines that answer a file with this content; none when it is right. */
function complaints(content: string | Uint8Array): string[] {
  const path = join(folder, 'hall.yaml')
  writeFileSync(path, content)
  const reading = readProfile(path)
  return reading.kind === 'mistakes' ? describeMistakes(path, reading.mistakes) : []
}

describe.each(['demo.yaml', 'example.yaml'])('the bundled hall %s', (name) => {
  test('is valid and comes with the text of its file', () => {
    const path = join('assets/halls', name)
    expect(readProfile(path)).toMatchObject({ kind: 'profile', text: readFileSync(path, 'utf8') })
  })

  test('serves every queue at a window and leads to every queue by an item', () => {
    const { queues, serviceItems, serviceWindows } = bundled(name)
    const letters = queues.map(({ letter }) => letter).sort()
    expect([...new Set(serviceWindows.flatMap((one) => one.queues))].sort()).toEqual(letters)
    expect([...new Set(serviceItems.map((one) => one.queue))].sort()).toEqual(letters)
  })

  test('promises nothing slower than the law, and names the law', () => {
    for (const item of bundled(name).serviceItems) {
      expect(promiseExceedsStatutory(item), item.name).toBe(false)
      if (item.statutoryLimit !== null) expect(item.statutoryLimit.basis, item.name).not.toBe('')
      if (item.kind !== 'instant') expect(item.promisedLimit, item.name).not.toBeNull()
    }
  })

  test('shows at most nine categories, which one page of the kiosk holds', () => {
    expect(new Set(bundled(name).serviceItems.map(({ category }) => category)).size).toBeLessThanOrEqual(9)
  })

  test('says of every item what to bring and what it costs', () => {
    for (const { name: itemName, materials, fee } of bundled(name).serviceItems) {
      expect(materials.length, itemName).toBeGreaterThan(0)
      expect(fee, itemName).not.toBe('')
    }
  })

  test('publishes the eight blocks of 行政许可法第三十条 of every item', () => {
    for (const item of bundled(name).serviceItems) expect(missingBlocks(item), item.name).toEqual([])
  })

  test('says when a conditional material is needed', () => {
    const conditional = bundled(name).serviceItems.flatMap(({ materials }) =>
      materials.filter(({ need }) => need === 'conditional'),
    )
    expect(conditional.filter(({ condition }) => condition === '')).toEqual([])
  })

  test('holds the hours of 篇5.7: open from 8 to 12 and 14 to 17, link-up until 18', () => {
    const regular = bundled(name).timetables.find(({ validTo }) => validTo === null)
    expect(regular?.segments).toEqual([
      { from: '08:00', to: '12:00', phase: 'open' },
      { from: '14:00', to: '17:00', phase: 'open' },
      { from: '17:00', to: '18:00', phase: 'linkup' },
    ])
  })
})

describe('the demo hall', () => {
  test('is marked as a demo; the example is not', () => {
    expect([bundled('demo.yaml').demo, bundled('example.yaml').demo]).toEqual([true, false])
  })

  test('has 29 items in nine categories, ten windows and the four screens', () => {
    const { serviceItems, serviceWindows, screens } = bundled('demo.yaml')
    expect(serviceItems).toHaveLength(29)
    expect(new Set(serviceItems.map(({ category }) => category)).size).toBe(9)
    expect(serviceWindows.map(({ windowNumber }) => windowNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(screens.map(({ kind }) => kind)).toEqual(['kiosk', 'clerk', 'display', 'console'])
  })

  test('has an A and a B clerk for every window, and all other roles', () => {
    const { serviceWindows, staff } = bundled('demo.yaml')
    for (const { windowNumber } of serviceWindows) {
      const able = staff.filter((one) => one.role === 'clerk' && one.windowNumbers.includes(windowNumber))
      expect(able.length, `${windowNumber}`).toBeGreaterThanOrEqual(2)
    }
    const count = (role: string) => staff.filter((one) => one.role === role).length
    expect([count('clerk'), count('guide'), count('supervisor'), count('administrator')]).toEqual([14, 2, 2, 1])
  })

  test('can have all its windows manned at once', () => {
    const { serviceWindows, staff } = bundled('demo.yaml')
    const firstWindows = staff.filter(({ role }) => role === 'clerk').map(({ windowNumbers }) => windowNumbers[0])
    expect([...new Set(firstWindows)].sort()).toEqual(serviceWindows.map(({ windowNumber }) => windowNumber).sort())
  })

  test('moves to summer hours by date, with its document', () => {
    const summer = bundled('demo.yaml').timetables.find(({ validFrom }) => validFrom === '2026-07-01')
    expect(summer).toMatchObject({ validTo: '2026-09-30', documentNumber: '演示〔2026〕2号' })
    expect(summer?.segments.map(({ from }) => from)).toEqual(['08:00', '15:00', '17:00'])
  })

  test('tells nobody to appeal against a company', () => {
    const companies = bundled('demo.yaml').serviceItems.filter(({ isOrgan }) => !isOrgan)
    expect(companies.map(({ itemCode }) => itemCode)).toEqual(['GD-01', 'DX-01'])
  })

  test('asks the elderly what they wish where their home is at stake', () => {
    const asking = bundled('demo.yaml').serviceItems.filter(({ elderlyWish }) => elderlyWish)
    expect(asking.map(({ itemCode }) => itemCode)).toEqual(['GA-06', 'BDC-01'])
  })

  test('finds the items of today by their former names', () => {
    const aliases = bundled('demo.yaml').serviceItems.flatMap((item) => item.aliases)
    expect(aliases).toEqual(expect.arrayContaining(['暂住证', '计划生育', '工商登记', '卫生许可证']))
  })

  test('marries nobody by proxy', () => {
    const marriage = bundled('demo.yaml').serviceItems.find(({ name }) => name === '结婚登记')
    expect(marriage).toMatchObject({ holderRule: 'self-only', identity: 'required', kind: 'instant' })
  })
})

/** A whole hall in as few lines as possible; line numbers of the table below refer to it. */
const small = `hall:
  name: 小镇便民服务中心
queues:
  - letter: A
    name: 综合受理
serviceWindows:
  - windowNumber: 1
    name: 综合窗口
    queues: [A]
staff:
  - { staffNumber: '1001', name: 姓名一, role: clerk, windowNumbers: [1] }
timetables:
  - timetableId: regular
    name: 常年作息
    validFrom: 2026-01-01
    validTo: null
    segments:
      - { from: 08:00, to: 12:00, phase: open }
      - { from: 14:00, to: 17:00, phase: open }
serviceItems:
  - itemCode: SB-01
    name: 参保登记
    category: 社保医保
    department: 人社所
    queue: A
    kind: promised
    statutoryLimit: { amount: 15, unit: natural-day }
    promisedLimit: { amount: 3, unit: workday }
    serviceMinutes: 10
    materials:
      - name: 居民身份证
printer:
  kind: none
`

describe('a mistake is answered with its line and a sentence', () => {
  test('nothing is said of a hall without one', () => {
    expect(complaints(small)).toEqual([])
  })

  test.each([
    // YAML itself
    ['  name: 小镇', '\tname: 小镇', 'hall.yaml:2:1 缩进不能用制表符（Tab），请改用空格'],
    [
      '  name: 小镇',
      '\u3000name: 小镇',
      'hall.yaml:1:1 大厅 hall：大厅（hall）没有填写',
      'hall.yaml:2:1 \u3000name：“\u3000name”里有中文空格或中文冒号，请改成英文的',
    ],
    ['hall:\n', 'hall:\n  name: 旧名\n', 'hall.yaml:3:3 “name”在同一处写了两次，请删去一个'],
    [
      'name: 小镇',
      'name：小镇',
      'hall.yaml:1:1 大厅 hall：大厅（hall）下面的字段名后面是中文冒号“：”，请改成英文冒号和一个空格',
    ],
    ['  - letter: A', '  - letter：A', 'hall.yaml:4:5 字段名后面是中文冒号“：”，请改成英文冒号和一个空格'],
    ['category: 社', 'category:社', 'hall.yaml:23:5 字段名后面要有英文冒号和一个空格'],
    ["'1001'", "'1001", 'hall.yaml:11:20 引号没有结束'],
    ['[A]', '[A', 'hall.yaml:10:1 方括号或花括号没有结束'],
    ['name: 综合窗口', 'name: 综合: 窗口', 'hall.yaml:8:11 一行里有两个“: ”，或者这一行多缩进了；含冒号的文字请加引号'],
    ['    category', '   category', 'hall.yaml:23:1 列表的每一项要以“- ”开头，同一项的字段要对齐'],
    [
      'name: 居民',
      'name: *居民',
      'hall.yaml:31:15 引用（*名称）在前面没有对应的定义（&名称）；文字以“*”开头时请加引号',
    ],
    ['name: 居民', 'name: @居民', 'hall.yaml:31:15 文字不能以这个符号开头，请给整段文字加上引号'],
    ['kind: none\n', 'kind: none\n---\na: 1\n', 'hall.yaml:34:1 一个文件只能有一份配置，请删去“---”及其后的内容'],
    // one field
    ['    name: 参保登记\n', '', 'hall.yaml:21:5 事项 serviceItems[0].name：缺少名称（name）'],
    ['    validFrom: 2026-01-01\n', '', 'hall.yaml:13:5 作息时间 timetables[0].validFrom：缺少生效日期（validFrom）'],
    ['staff:\n', 'staf:\n', 'hall.yaml:10:1 staf：没有 “staf” 这个字段，是不是 “staff”'],
    ['queue: A', 'queue:', 'hall.yaml:25:5 事项 serviceItems[0].queue：所属队列（queue）没有填写'],
    [
      'itemCode',
      'item_code',
      'hall.yaml:21:5 事项 serviceItems[0].itemCode：缺少事项编码（itemCode）',
      'hall.yaml:21:5 事项 serviceItems[0].item_code：没有 “item_code” 这个字段，是不是 “itemCode”',
    ],
    [
      'name: 居民',
      'remark: 居民',
      'hall.yaml:31:9 事项 serviceItems[0].materials[0].name：缺少名称（name）',
      'hall.yaml:31:9 事项 serviceItems[0].materials[0].remark：没有 “remark” 这个字段',
    ],
    ["'1001'", '1001', "hall.yaml:11:7 人员 staff[0].staffNumber：工号（staffNumber）应为文字，请加引号：'1001'"],
    [
      'Minutes: 10',
      'Minutes: 十分钟',
      'hall.yaml:29:5 事项 serviceItems[0].serviceMinutes：办理分钟数（serviceMinutes）应为数字，这里是 十分钟',
    ],
    [
      'Minutes: 10',
      'Minutes: 2.5',
      'hall.yaml:29:5 事项 serviceItems[0].serviceMinutes：办理分钟数（serviceMinutes）应为整数，这里是 2.5',
    ],
    [
      'Minutes: 10',
      'Minutes: 0',
      'hall.yaml:29:5 事项 serviceItems[0].serviceMinutes：办理分钟数（serviceMinutes）不能小于 1',
    ],
    [
      'Minutes: 10',
      'Minutes: 300',
      'hall.yaml:29:5 事项 serviceItems[0].serviceMinutes：办理分钟数（serviceMinutes）不能大于 240',
    ],
    [
      'queues: [A]',
      'queues: A',
      'hall.yaml:9:5 窗口 serviceWindows[0].queues：队列（queues）应为列表，每一项以“- ”开头，或写在方括号里，这里是 A',
    ],
    ['queues: [A]', 'queues: []', 'hall.yaml:9:5 窗口 serviceWindows[0].queues：窗口至少要受理一个队列'],
    [
      'kind: promised',
      'kind: 承诺件',
      'hall.yaml:26:5 事项 serviceItems[0].kind：类型（kind）只能是 instant、promised、joint、passed-up，这里是 承诺件',
    ],
    [
      'kind: none',
      'kind: laser',
      'hall.yaml:33:3 打印机 printer.kind：类型（kind）只能是 pdf、system、escpos、none，这里是 laser',
    ],
    ['  kind: none', '  name: 号票', 'hall.yaml:32:1 打印机 printer.kind：缺少类型（kind）'],
    [
      'printer:\n  kind: none',
      'printer: none',
      'hall.yaml:32:1 打印机 printer：打印机（printer）应为一组“字段: 内容”，在下面缩进两格书写，这里是 none',
    ],
    ['from: 08:00', 'from: 8:00', 'hall.yaml:18:11 作息时间 timetables[0].segments[0].from：时间应写成 08:00 的样子'],
    ['2026-01-01', '2026年1月1日', 'hall.yaml:15:5 作息时间 timetables[0].validFrom：日期应写成 2026-05-09 的样子'],
    // several fields
    ['queue: A', 'queue: Q', 'hall.yaml:25:5 事项 serviceItems[0].queue：没有队列 Q'],
    ['queues: [A]', 'queues: [A, B]', 'hall.yaml:9:17 窗口 serviceWindows[0].queues[1]：没有队列 B'],
    ['windowNumbers: [1]', 'windowNumbers: [7]', 'hall.yaml:11:68 人员 staff[0].windowNumbers[0]：没有 7 号窗口'],
    ['amount: 3,', 'amount: 16,', 'hall.yaml:28:5 事项 serviceItems[0].promisedLimit：承诺时限不能长于法定时限'],
    [
      'from: 14:00',
      'from: 11:30',
      'hall.yaml:19:11 作息时间 timetables[0].segments[1].from：时段应按先后排列，不能重叠',
    ],
    [
      'validTo: null',
      'validTo: 2026-12-31',
      'hall.yaml:12:1 作息时间 timetables：至少要有一个长期有效的作息时间（validTo 为 null）',
    ],
    [
      'printer:',
      "boards:\n  contacts:\n    - { staffNumber: '1007', position: 综合 }\nprinter:",
      'hall.yaml:34:9 公开内容 boards.contacts[0].staffNumber：人员中没有工号 1007',
    ],
    [
      'printer:',
      "boards:\n  responsible: { staffNumber: '1007', position: 主任 }\nprinter:",
      'hall.yaml:33:18 公开内容 boards.responsible.staffNumber：人员中没有工号 1007',
    ],
    [
      'printer:',
      'promise: { correctionDays: 3 }\nprinter:',
      'hall.yaml:32:12 首问与时限 promise.correctionDays：补正期限天数（correctionDays）不能小于 5',
    ],
    ['kind: none', 'kind: pdf', 'hall.yaml:33:3 打印机 printer.kind：pdf 打印只用于演示大厅'],
  ])('%j written as %j', (right, wrong, ...lines) => {
    expect(small).toContain(right)
    expect(complaints(small.replace(right, wrong))).toEqual(lines)
  })

  test('every mistake is told, in the order of the file', () => {
    const wrong = small.replace('queue: A', 'queue: Q').replace('[A]', '[X]').replace('kind: none', 'kind: pdf')
    expect(complaints(wrong).map((line) => line.split(' ')[0])).toEqual([
      'hall.yaml:9:14',
      'hall.yaml:25:5',
      'hall.yaml:33:3',
    ])
  })

  test('more mistakes than a console shows are counted', () => {
    const items = Array.from({ length: 30 }, (_, at) => `  - { itemCode: X-${at} }\n`).join('')
    const lines = complaints(small.replace(/serviceItems:\n[\s\S]*printer/, `serviceItems:\n${items}printer`))
    expect(lines).toHaveLength(21)
    expect(lines[20]).toBe('hall.yaml 还有 130 处错误，改正以上各处后再试')
  })

  test('a mistake under a reference is shown where it is written', () => {
    const shared = small
      .replace('statutoryLimit: {', 'statutoryLimit: &limit {')
      .replace('promisedLimit: { amount: 3, unit: workday }', 'promisedLimit: *limit')
    expect(complaints(shared)).toEqual([])
    expect(complaints(shared.replace('amount: 15', 'amount: 0'))[1]).toBe(
      'hall.yaml:27:30 事项 serviceItems[0].promisedLimit.amount：数量（amount）不能小于 1',
    )
  })

  test('Windows line ends and a byte order mark change no line number', () => {
    const fromWindows = `\uFEFF${small.replace('queue: A', 'queue: Q').replaceAll('\n', '\r\n')}`
    expect(complaints(fromWindows)).toEqual(['hall.yaml:25:5 事项 serviceItems[0].queue：没有队列 Q'])
  })
})

describe('a countertop among the screens of a PC', () => {
  const withScreen = (screen: string) => complaints(`${small}screens:\n  - ${screen}\n`)

  test('names the window it stands at', () => {
    expect(withScreen('{ kind: countertop, windowNumber: 1, fullscreen: true }')).toEqual([])
  })

  test.each([
    ['without a window', '{ kind: countertop }', '前置屏要写明窗口号'],
    ['at a window the hall does not have', '{ kind: countertop, windowNumber: 7 }', '没有这个窗口'],
    ['of another kind, with a window', '{ kind: clerk, windowNumber: 1 }', '前置屏要写明窗口号'],
  ])('%s is a mistake', (_, screen, sentence) => {
    expect(withScreen(screen).join()).toContain(sentence)
  })
})

describe('a file that cannot be read is answered the same way', () => {
  test('a missing one', () => {
    expect(readProfile(join(folder, 'nowhere.yaml'))).toEqual({
      kind: 'mistakes',
      mistakes: [{ line: 0, column: 0, path: '', sentence: '没有这个文件，请检查路径和文件名' }],
    })
  })

  test('a folder', () => {
    mkdirSync(join(folder, 'folder.yaml'))
    const reading = readProfile(join(folder, 'folder.yaml'))
    expect(reading.kind === 'mistakes' && describeMistakes('folder.yaml', reading.mistakes)).toEqual([
      'folder.yaml 这不是普通文件',
    ])
  })

  test.each([
    ['an empty one', '', 'hall.yaml 文件是空的，可以从 assets/halls/example.yaml 复制一份开始'],
    ['one of comments', '# 大厅\n', 'hall.yaml 文件是空的，可以从 assets/halls/example.yaml 复制一份开始'],
    ['one sentence', '大厅\n', 'hall.yaml:1:1 文件最外层应是“字段: 内容”，每个字段一行'],
    ['a list', '- 大厅\n- 窗口\n', 'hall.yaml:1:1 文件最外层应是“字段: 内容”，每个字段一行'],
    [
      'one of more than 2 MB',
      `${small}#${'x'.repeat(2 * 1024 * 1024)}`,
      'hall.yaml 文件超过 2 MB，请检查是不是选错了文件',
    ],
    [
      'one in GBK, as an old editor saves it',
      Buffer.concat([Buffer.from('# hall\nhall:\n  name: '), Buffer.from([0xd0, 0xa1, 0xd5, 0xf2]), Buffer.from('\n')]),
      'hall.yaml:3:1 文字编码不是 UTF-8，请用记事本打开后“另存为”，编码选 UTF-8',
    ],
    [
      'references that multiply',
      `a: &a [${'x,'.repeat(9)}]\n${'bcdef'.replace(/./g, (name) => {
        const before = String.fromCharCode(name.charCodeAt(0) - 1)
        return `${name}: &${name} [${`*${before},`.repeat(9)}]\n`
      })}`,
      'hall.yaml 文件中的引用（*名称）互相套用，展开后太大',
    ],
  ])('%s', (_what, content, line) => {
    expect(complaints(content)).toEqual([line])
  })
})

test('a nest of brackets as deep as the stack is a mistake, not a crash', () => {
  expect(complaints('['.repeat(50_000))).toEqual([expect.stringMatching(/^hall\.yaml:1:\d+ 括号套得太深$/)])
})

describe('what a hall makes public', () => {
  const contact = { staffNumber: '3001', position: '主任', officePhone: '0000-1' }
  const boards = { procedures: ['取号'], contacts: [contact], responsible: contact, deputy: null }

  test('the demo hall lacks nothing of its boards and its card', async () => {
    const { hub, complaints: said } = await createTestHub({ profile: bundled('demo.yaml') })
    const isStaff = (staffId: string) => hub.tables.staff.find(staffId)?.isRetired === false
    expect([said, boardsLacking(hub.setup(), isStaff)]).toEqual([[], []])
  })

  test('names the staff of the file by the ids that they were given', async () => {
    const { hub, staff } = await createTestHub({ profile: sampleProfile({ boards }) })
    const { staffId } = staff('3001')
    expect(hub.setup().serviceBoards).toMatchObject({
      procedures: ['取号'],
      contacts: [{ staffId, position: '主任', officePhone: '0000-1' }],
      responsible: { staffId },
      deputy: null,
    })
  })

  test('is published again only when the file has changed, so that the console is not undone', async () => {
    const opened = openStore(':memory:')
    const start = (phrases: string[]) =>
      createTestHub({ opened, profile: sampleProfile({ promise: { offersMax: 2 }, boards: { ...boards, phrases } }) })
    const first = await start(['您好'])
    const administrator = first.staff('9001')
    const changed = { ...first.hub.setup().serviceBoards, phrases: ['请坐'] }
    first.must(administrator, 'PublishServiceBoards', { boards: changed })
    first.must(administrator, 'PublishPromiseSettings', {
      settings: { ...first.hub.setup().promiseSettings, offersMax: 5 },
    })
    const same = await start(['您好'])
    expect(same.hub.setup()).toMatchObject({ serviceBoards: { phrases: ['请坐'] }, promiseSettings: { offersMax: 5 } })
    const other = await start(['慢走'])
    expect(other.hub.setup()).toMatchObject({ serviceBoards: { phrases: ['慢走'] }, promiseSettings: { offersMax: 5 } })
  })
})

describe('a profile kept for the next start', () => {
  const file = () => join(folder, 'kept-hall.yaml')
  const kept = () => join(folder, 'store/profile.json')

  test('reads the same as the file', () => {
    writeFileSync(file(), small)
    const first = readProfile(file(), kept())
    expect(first.kind).toBe('profile')
    expect(readProfile(file(), kept())).toEqual(first)
    // The second reading came from what was kept: with another content there it reads otherwise.
    writeFileSync(kept(), readFileSync(kept(), 'utf8').replace('综合受理', '别处改过'))
    expect(readProfile(file(), kept())).not.toEqual(first)
  })

  test('is forgotten when the file changes', () => {
    writeFileSync(file(), small.replace('综合受理', '综合服务'))
    expect(readProfile(file(), kept())).toMatchObject({ profile: { queues: [{ name: '综合服务' }] } })
  })

  test('hides no mistake', () => {
    writeFileSync(file(), small)
    readProfile(file(), kept())
    writeFileSync(file(), small.replace('queue: A', 'queue: Q'))
    expect(readProfile(file(), kept())).toMatchObject({ mistakes: [{ line: 25, sentence: '没有队列 Q' }] })
  })

  test.each([
    ['', 'cut off'],
    ['{"textHash":1}', 'of another kind'],
    ['null', 'of nothing'],
  ])('is made anew from the file when it is %j, %s', (content) => {
    writeFileSync(file(), small)
    writeFileSync(kept(), content)
    expect(readProfile(file(), kept())).toEqual(readProfile(file()))
  })

  test('is checked by the schema like the file', () => {
    writeFileSync(file(), small)
    readProfile(file(), kept())
    writeFileSync(kept(), readFileSync(kept(), 'utf8').replace('"queue":"A"', '"queue":"Q"'))
    expect(readProfile(file(), kept())).toEqual(readProfile(file()))
  })

  test('is not missed where it cannot be written', () => {
    writeFileSync(file(), small)
    expect(readProfile(file(), join(file(), 'profile.json')).kind).toBe('profile')
  })
})

describe('every field of the schema', () => {
  const fields = fieldsOf([])

  test('has a Chinese name for its mistakes', () => {
    expect([...fields].filter((field) => fieldNames[field] === undefined)).toEqual([])
    expect(Object.keys(fieldNames).filter((field) => !fields.has(field))).toEqual([])
    expect(Object.keys(sectionNames)).toEqual(keysAt(profile, []))
  })

  test('is explained in docs/profile.md', () => {
    const manual = readFileSync('docs/profile.md', 'utf8')
    expect([...fields].filter((field) => !manual.includes(`\`${field}\``))).toEqual([])
  })

  test('of the queue settings is explained with its default', () => {
    const manual = readFileSync('docs/profile.md', 'utf8')
    for (const [field, value] of Object.entries(queueSettings.parse({}))) {
      const row = manual.split('## 排队设置')[1]?.match(new RegExp(`^\\| \`${field}\` \\|.*\\| (\\S+) \\|$`, 'm'))
      expect(row?.[1]?.replaceAll('`', ''), field).toBe(String(value))
    }
  })

  test('of the promise is explained with its default', () => {
    const manual = readFileSync('docs/profile.md', 'utf8').split('## 首问与时限')[1] ?? ''
    for (const [field, value] of Object.entries(promiseSettings.parse({}))) {
      expect(manual.match(new RegExp(`^\\| \`${field}\` \\|.*\\| (\\S+) \\|$`, 'm'))?.[1], field).toBe(String(value))
    }
  })

  test('of the discipline is explained with its default', () => {
    const manual = readFileSync('docs/profile.md', 'utf8').split('## 考勤与纪律')[1] ?? ''
    const { pauseMinutesMax: _, points: __, ...plain } = disciplineSettings.parse({})
    for (const [field, value] of Object.entries(plain)) {
      expect(manual.match(new RegExp(`^\\| \`${field}\` \\|.*\\| (\\S+) \\|$`, 'm'))?.[1], field).toBe(String(value))
    }
  })

  test('of every part is explained in the section of that part', () => {
    const manual = readFileSync('docs/profile.md', 'utf8')
    for (const section of keysAt(profile, [])) {
      const text = manual.split(/^## /m).find((part) => part.split('\n', 1)[0]?.includes(`\`${section}\``)) ?? ''
      const missing = [...fieldsOf([section])].filter((field) => !text.includes(`\`${field}\``))
      expect(missing, section).toEqual([])
    }
  })
})

/** All field names at and below a path of the schema. */
function fieldsOf(path: PropertyKey[]): Set<string> {
  const keys = [...keysAt(profile, path), ...keysAt(profile, [...path, 0])]
  const here = keysAt(profile, path).length > 0 ? path : [...path, 0]
  return new Set(keys.flatMap((key) => [key, ...fieldsOf([...here, key])]))
}
