import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { beijing } from '../support/clerk-fixtures.ts'
import { identityCard, setup } from '../support/console-fixtures.ts'
import {
  clearPage,
  click,
  type inDialog,
  onlyCommand,
  openConsolePage,
  openDialog,
  select,
} from '../support/console-page.tsx'
import { done, refusedWith } from '../support/paper-hub.ts'

afterEach(clearPage)

const settings = setup().queueSettings

describe('窗口与队列', () => {
  test('a window keeps its number and is published with what was changed', async () => {
    const hub = await openConsolePage('administrator', 'windows')
    const dialog = await openDialog('修改 1 号窗口')
    expect(dialog.getByLabelText<HTMLInputElement>('窗口号').disabled).toBe(true)
    dialog.fill('名称', '综合一')
    dialog.press('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishServiceWindow',
      body: { serviceWindow: { windowNumber: 1, name: '综合一', department: '便民中心', queues: ['A'] } },
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('a window without number, name and queue is not sent', async () => {
    const hub = await openConsolePage('administrator', 'windows')
    const dialog = await openDialog('增加窗口')
    dialog.press('保存')
    expect(await dialog.findByText('窗口至少要受理一个队列')).toBeDefined()
    expect(dialog.getByText('请填写')).toBeDefined()
    expect(hub.commands).toEqual([])
  })

  test('a complaint goes when what it was about is put right', async () => {
    await openConsolePage('administrator', 'windows')
    const dialog = await openDialog('增加窗口')
    dialog.fill('窗口号', '100')
    dialog.press('保存')
    expect(await dialog.findByText('不能大于 99')).toBeDefined()
    dialog.fill('窗口号', '9')
    await waitFor(() => expect(dialog.queryByText('不能大于 99')).toBeNull())
    expect(dialog.getByText('不能为空')).toBeDefined()
  })

  test('a queue in use is not withdrawn, and the dialog says why', async () => {
    const answers = { WithdrawQueue: refusedWith('queue-in-use', { letter: 'A' }) }
    const hub = await openConsolePage('administrator', 'windows', { answers })
    fireEvent.click(await screen.findByRole('tab', { name: '队列' }))
    const dialog = await openDialog('撤销 A')
    dialog.press('撤销')
    expect(await dialog.findByText('队列 A 还有事项或窗口在用，不能撤销。')).toBeDefined()
    expect(hub.commands).toEqual([{ type: 'WithdrawQueue', body: { letter: 'A' } }])
  })
})

describe('人员', () => {
  const fillStaff = (dialog: ReturnType<typeof inDialog>) => {
    dialog.fill('工号', '1001')
    dialog.fill('姓名', '钱乙')
    dialog.choose('值班主任')
    dialog.press('保存')
  }

  test('a taken staff number is refused and the form stays as it was typed', async () => {
    const answers = { AddStaff: refusedWith('staff-number-taken', { staffNumber: '1001' }) }
    await openConsolePage('administrator', 'staff', { answers })
    const dialog = await openDialog('增加人员')
    fillStaff(dialog)
    expect(await dialog.findByText('工号 1001 已有人使用。')).toBeDefined()
    expect(dialog.value('姓名')).toBe('钱乙')
    expect(dialog.getByRole<HTMLInputElement>('radio', { name: '值班主任' }).checked).toBe(true)
  })

  test('a new person gets a first password right away', async () => {
    const hub = await openConsolePage('administrator', 'staff', { answers: { AddStaff: done({ staffId: 'id-new' }) } })
    const dialog = await openDialog('增加人员')
    fillStaff(dialog)
    expect(await onlyCommand(hub)).toEqual({
      type: 'AddStaff',
      body: {
        staff: { staffNumber: '1001', name: '钱乙', role: 'supervisor', homeUnit: '', windowNumbers: [] },
      },
    })
    await dialog.findByLabelText('新口令')
    dialog.fill('新口令', 'correct-horse')
    dialog.fill('再输一遍', 'correct-house')
    dialog.press('保存')
    expect(await dialog.findByText('两次输入的口令不一样')).toBeDefined()
    dialog.fill('再输一遍', 'correct-horse')
    dialog.press('保存')
    const password = { staffId: 'id-new', password: 'correct-horse' }
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'setPassword', input: password }))
  })

  test('somebody leaves with a reason', async () => {
    const hub = await openConsolePage('administrator', 'staff')
    const dialog = await openDialog('离岗 赵甲')
    dialog.fill('原因', '调回原单位')
    dialog.press('离岗')
    expect(await onlyCommand(hub)).toEqual({
      type: 'RetireStaff',
      body: { staffId: 'id-zhao', reason: '调回原单位' },
    })
  })

  test('a cable that is pulled is said, and nothing typed is lost', async () => {
    const hub = await openConsolePage('administrator', 'staff')
    const dialog = await openDialog('设口令 赵甲')
    dialog.fill('新口令', 'correct-horse')
    dialog.fill('再输一遍', 'correct-horse')
    hub.isReachable = false
    dialog.press('保存')
    expect(await dialog.findByText(/主机没有应答/)).toBeDefined()
    expect(dialog.value('新口令')).toBe('correct-horse')
  })
})

describe('事项', () => {
  test('the search looks at names, codes and what people call it', async () => {
    await openConsolePage('administrator', 'items')
    await screen.findByText('居民身份证申领')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '二代' } })
    expect(screen.getByText('共 1 项')).toBeDefined()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '护照' } })
    expect(screen.getByText('共 0 项')).toBeDefined()
  })

  test('a promise beyond the statutory limit is refused with the clause and nothing typed is lost', async () => {
    const answers = { PublishServiceItem: refusedWith('promise-over-statutory') }
    const hub = await openConsolePage('administrator', 'items', { answers })
    const dialog = await openDialog('修改 GA-01')
    dialog.fill('数量', '90', 1)
    dialog.press('保存')
    expect(await dialog.findByText('承诺时限不能长于法定时限。')).toBeDefined()
    expect(dialog.getByText('依据：篇5.4')).toBeDefined()
    expect(dialog.getAllByLabelText<HTMLInputElement>('数量')[1]!.value).toBe('90')
    const promisedLimit = { amount: 90, unit: 'workday', basis: '' }
    expect(hub.commands).toEqual([
      { type: 'PublishServiceItem', body: { serviceItem: { ...identityCard, promisedLimit } } },
    ])
  })

  test('a limit without an amount is no limit', async () => {
    const hub = await openConsolePage('administrator', 'items')
    const dialog = await openDialog('修改 GA-01')
    dialog.fill('数量', '', 1)
    dialog.press('保存')
    const { body } = await onlyCommand(hub)
    expect(body).toEqual({ serviceItem: { ...identityCard, promisedLimit: null } })
  })

  test('a stage is added with its limit, and stands in the order of the form', async () => {
    const hub = await openConsolePage('administrator', 'items')
    const dialog = await openDialog('修改 GA-01')
    for (const [at, name] of ['受理审查', '审核决定'].entries()) {
      dialog.press('增加一个环节')
      const stage = within(await dialog.findByRole('group', { name: `环节 ${at + 1}` }))
      fireEvent.change(stage.getByLabelText('环节名称'), { target: { value: name } })
      fireEvent.change(stage.getByLabelText('时限'), { target: { value: `${at + 2}` } })
    }
    fireEvent.click(within(dialog.getByRole('group', { name: '环节 2' })).getByRole('button', { name: /上\s*移/ }))
    dialog.press('保存')
    const limit = (amount: number) => ({ amount, unit: 'workday', basis: '' })
    const stages = [
      { name: '审核决定', limit: limit(3) },
      { name: '受理审查', limit: limit(2) },
    ]
    expect((await onlyCommand(hub)).body).toEqual({ serviceItem: { ...identityCard, stages } })
  })

  test('a material without a name is complained about at its own place', async () => {
    const hub = await openConsolePage('administrator', 'items')
    const dialog = await openDialog('修改 GA-01')
    dialog.press('增加一份材料')
    await dialog.findByRole('group', { name: '申请材料 2' })
    dialog.press('保存')
    const second = within(dialog.getByRole('group', { name: '申请材料 2' }))
    expect(await second.findByText('不能为空')).toBeDefined()
    expect(hub.commands).toEqual([])
  })

  test('it is found as it is typed, whole or by initials', async () => {
    const searchKeys = ['ju min shen fen zheng shen ling']
    await openConsolePage('administrator', 'items', {
      setup: setup({ serviceItems: [{ ...identityCard, searchKeys }] }),
    })
    await screen.findByText('居民身份证申领')
    for (const [typed, count] of [
      ['sfz', 1],
      ['shenfenzheng', 1],
      ['hz', 0],
    ] as const) {
      fireEvent.change(screen.getByRole('searchbox'), { target: { value: typed } })
      expect(screen.getByText(`共 ${count} 项`)).toBeDefined()
    }
  })

  test('what an item still lacks is said in the list and in its form, until it is written (行政许可法第三十条)', async () => {
    await openConsolePage('administrator', 'items')
    expect(await screen.findByText('缺 依据、条件、数量、程序、申请书示范文本')).toBeDefined()
    const dialog = await openDialog('修改 GA-01')
    expect(await dialog.findByText(/^还缺：依据、条件、数量、程序、申请书示范文本/)).toBeDefined()
    dialog.fill('设定依据', '居民身份证法第十条')
    dialog.fill('申请条件', '本地居民')
    dialog.fill('数量限制', '无数量限制')
    dialog.fill('申请书示范文本', '样表见填表台')
    expect(await dialog.findByText(/^还缺：程序。/)).toBeDefined()
    dialog.fill('办理程序（一行一步）', '申请\n领取')
    await waitFor(() => expect(dialog.queryByText(/^还缺/)).toBeNull())
  })

  test('steps stand in lines, an empty line is none, and a first day makes a version that is to come', async () => {
    const hub = await openConsolePage('administrator', 'items')
    const dialog = await openDialog('修改 GA-01')
    dialog.fill('办理程序（一行一步）', '申请\n\n领取\n')
    dialog.fill('生效日期', '2027-01-01')
    dialog.press('保存')
    expect((await onlyCommand(hub)).body).toEqual({
      serviceItem: { ...identityCard, procedure: ['申请', '领取'], effectiveFrom: '2027-01-01' },
    })
  })

  test('an unfinished item is kept as a draft', async () => {
    const hub = await openConsolePage('administrator', 'items')
    const dialog = await openDialog('修改 GA-01')
    fireEvent.click(dialog.getByLabelText('草稿（只在管理台可见）'))
    dialog.press('保存')
    expect((await onlyCommand(hub)).body).toEqual({ serviceItem: { ...identityCard, status: 'draft' } })
  })

  test('every version can be read: what it changed, from which day, by whom', async () => {
    const version = { at: beijing('09:00:00'), actor: 'hub' }
    await openConsolePage('administrator', 'items', {
      itemVersions: [
        {
          ...version,
          version: 31,
          state: 'to-come',
          serviceItem: { ...identityCard, fee: '20 元', effectiveFrom: '2027-01-01' },
        },
        { ...version, version: 7, state: 'in-force', serviceItem: identityCard },
      ],
    })
    const dialog = await openDialog('版本 GA-01')
    const rows = (await dialog.findAllByRole('row')).map((row) => row.textContent)
    expect(rows[1]).toContain('待生效2027-01-01')
    expect(rows[1]).toContain('收费、生效日期')
    expect(rows[2]).toContain('生效中发布即生效')
    expect(rows[2]).toContain('初次发布')
  })

  test('an item is withdrawn after a question', async () => {
    const hub = await openConsolePage('administrator', 'items')
    const dialog = await openDialog('撤销 GA-01')
    dialog.press('撤销')
    expect(await onlyCommand(hub)).toEqual({ type: 'WithdrawServiceItem', body: { itemCode: 'GA-01' } })
  })
})

describe('大厅设置', () => {
  test('a setting is published with all the others as they were', async () => {
    const hub = await openConsolePage('administrator', 'settings')
    fireEvent.change(await screen.findByLabelText('过号激活后排在几人之后'), { target: { value: '5' } })
    fireEvent.click(screen.getByRole('radio', { name: '所有开放的窗口' }))
    click('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishQueueSettings',
      body: { settings: { ...settings, requeueAfter: 5, linkupCalls: 'every-window' } },
    })
  })

  test('the ticker is one line each, blank ones left out', async () => {
    const hub = await openConsolePage('administrator', 'settings')
    fireEvent.click(await screen.findByRole('tab', { name: '大厅资料' }))
    fireEvent.change(await screen.findByLabelText(/滚动文字/), { target: { value: '第一行\n\n 第三行 ' } })
    click('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishHall',
      body: { hall: { ...setup().hall, ticker: ['第一行', '第三行'] } },
    })
  })

  test('a network printer needs an address; a PDF is for the demo only', async () => {
    const hub = await openConsolePage('administrator', 'settings')
    fireEvent.click(await screen.findByRole('tab', { name: '打印机' }))
    expect(screen.queryByRole('radio', { name: /PDF/ })).toBeNull()
    fireEvent.click(await screen.findByRole('radio', { name: /网络小票打印机/ }))
    click('保存')
    expect(await screen.findByText('请填写')).toBeDefined()
    fireEvent.change(screen.getByLabelText('打印机地址（IP）'), { target: { value: '192.168.1.87' } })
    click('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishPrinterSettings',
      body: { settings: { kind: 'escpos', host: '192.168.1.87', port: 9100 } },
    })
  })

  test('an emptied pause limit is no limit, and points are proposed where the hall differs', async () => {
    const hub = await openConsolePage('administrator', 'settings')
    fireEvent.click(await screen.findByRole('tab', { name: '考勤与纪律' }))
    fireEvent.change(await screen.findByLabelText('07 交接班'), { target: { value: '' } })
    fireEvent.change(screen.getByLabelText('无故缺席'), { target: { value: '20' } })
    click('保存')
    const { disciplineSettings } = setup()
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishDisciplineSettings',
      body: {
        settings: {
          ...disciplineSettings,
          pauseMinutesMax: { '01': 10, '09': 30, '99': 15 },
          points: { absent: 20 },
        },
      },
    })
  })

  test('the voice is published', async () => {
    const hub = await openConsolePage('administrator', 'settings')
    fireEvent.click(await screen.findByRole('tab', { name: '语音' }))
    fireEvent.click(await screen.findByRole('radio', { name: '系统中文语音' }))
    click('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishVoiceSettings',
      body: { settings: { source: 'system', repeat: 2, volume: 0.9 } },
    })
  })
})

describe('设备配对', () => {
  const pairings = [
    { pairingCode: '042917', kind: 'kiosk' as const, name: '大门取号机', from: '192.168.1.20', requestedAt: 0 },
  ]
  const screens = [
    {
      screenId: 'tv',
      kind: 'display' as const,
      name: '等候区大屏',
      windowNumber: null,
      connected: true,
      isLocal: false,
    },
    { screenId: 'local', kind: 'console' as const, name: '本机', windowNumber: null, connected: true, isLocal: true },
  ]

  test('a machine that waits is counted in the menu and approved with its code', async () => {
    const hub = await openConsolePage('administrator', 'screens')
    hub.push({ pairings })
    expect(await screen.findByTitle('1 台设备等待批准')).toBeDefined()
    const dialog = await openDialog('批准 042917')
    dialog.choose('大屏')
    dialog.press('批准')
    expect(await onlyCommand(hub)).toEqual({
      type: 'EnrolScreen',
      body: { pairingCode: '042917', kind: 'display', name: '大门取号机', windowNumber: null },
    })
  })

  test('a machine is turned out with a reason; the own one cannot be', async () => {
    const hub = await openConsolePage('administrator', 'screens')
    hub.push({ screens })
    const dialog = await openDialog('解除配对 等候区大屏')
    expect(screen.queryByRole('button', { name: '解除配对 本机' })).toBeNull()
    dialog.fill('原因', '报废')
    dialog.press('解除配对')
    expect(await onlyCommand(hub)).toEqual({ type: 'RevokeScreen', body: { screenId: 'tv', reason: '报废' } })
  })
})

describe('取号', () => {
  const made = {
    ticketId: 9,
    number: 'VA012',
    aheadCount: 3,
    estimateMinutes: 20,
    windowNumbers: [1, 2],
    isNearClosing: false,
  }
  const chooseItem = async () => select(await screen.findByRole('combobox', { name: '事项' }), /居民身份证申领/)

  test('a number is taken for somebody with the ground that staff have checked', async () => {
    const hub = await openConsolePage('guide', 'desk', { answers: { TakeTicket: done(made) } })
    await chooseItem()
    fireEvent.click(screen.getByRole('radio', { name: '孕妇' }))
    fireEvent.change(screen.getByLabelText(/^姓名/), { target: { value: '王小明' } })
    click('取号')
    expect(await onlyCommand(hub)).toEqual({
      type: 'TakeTicket',
      body: {
        itemCode: 'GA-01',
        holder: 'self',
        purpose: 'apply',
        priorityGround: 'pregnant',
        holderName: '王小明',
      },
    })
    expect(await screen.findByText('VA012')).toBeDefined()
    expect(screen.getByText('前面 3 人等候')).toBeDefined()
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^姓名/).value).toBe(''))
  })

  test('without an item nothing is sent', async () => {
    const hub = await openConsolePage('guide', 'desk')
    await screen.findByRole('combobox', { name: '事项' })
    click('取号')
    expect(await screen.findByText('请填写')).toBeDefined()
    expect(hub.commands).toEqual([])
  })

  test('a refused ID number stays to be corrected', async () => {
    const answers = { TakeTicket: refusedWith('id-number-invalid', { problem: '校验位不符' }) }
    await openConsolePage('guide', 'desk', { answers })
    await chooseItem()
    fireEvent.change(screen.getByLabelText(/身份证号/), { target: { value: '999999199001010017' } })
    click('取号')
    expect(await screen.findByText('身份证号不正确（校验位不符），请核对。')).toBeDefined()
    expect(screen.getByLabelText<HTMLInputElement>(/身份证号/).value).toBe('999999199001010017')
  })

  test('a missed number is found as it is typed and reports back', async () => {
    const found = {
      ticketId: 5,
      number: 'A002',
      itemName: '居民身份证申领',
      status: 'missed' as const,
      aheadCount: 0,
      mayReprint: true,
      mayRequeue: true,
    }
    const hub = await openConsolePage('guide', 'desk', { found })
    fireEvent.change(screen.getByLabelText('号码'), { target: { value: ' a002 ' } })
    click('查找')
    await screen.findByText('过号')
    expect(hub.asked).toContainEqual({ name: 'findTicket', input: { number: 'A002' } })
    const dialog = await openDialog('过号激活')
    dialog.press('过号激活')
    expect(await onlyCommand(hub)).toEqual({ type: 'RequeueTicket', body: { ticketId: 5 } })
  })

  test('a number that is not of today is said so', async () => {
    await openConsolePage('guide', 'desk')
    fireEvent.change(screen.getByLabelText('号码'), { target: { value: 'B999' } })
    click('查找')
    expect(await screen.findByText('今天没有 B999 这个号。')).toBeDefined()
  })
})
