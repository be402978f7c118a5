import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { kioskText } from '../../../renderer/common/text/kiosk.ts'
import { beijing, foreseen, linkup, lunch, morning } from '../support/clerk-fixtures.ts'
import { catalogue, fakeKioskHub, kioskView, waitingTicket } from '../support/kiosk-fixtures.ts'
import { endKiosks, goToIdentity, press, settle, showKiosk, takeNumber, type, words } from '../support/kiosk-page.tsx'
import { wholeBoards } from '../support/sample-boards.ts'

afterEach(endKiosks)

describe('home', () => {
  it('says which hall it is, what time it is by the hub, and that numbers are given until when', async () => {
    await showKiosk()
    expect(words()).toContain('青溪镇便民服务中心')
    expect(words()).toContain('2026-11-24 星期二')
    expect(words()).toContain('09:40')
    expect(words()).toContain('正在取号')
    expect(words()).toContain('本次对外办公到 12:00 结束')
    expect(words()).toContain('今天对外办公 08:00–12:00、14:00–17:00；17:00–18:00 窗口人员回原单位衔接')
    expect(words()).toContain('个人信息告知')
  })

  it('says why no number is given, when it opens and on which clause it rests', async () => {
    await showKiosk(kioskView({ phase: linkup }))
    expect(words()).toContain('现在不能取号')
    expect(words()).toContain('17 点后窗口人员回原单位衔接办理业务')
    expect(words()).toContain('11 月 25 日（星期三）08:00 开放')
    expect(words()).toContain('（篇5.7）')
    expect(words()).toContain('可以先查看办事需要的材料')
  })

  it('says it in English too, with the hour of the next opening', async () => {
    await showKiosk(kioskView({ phase: lunch }))
    await press('English')
    expect(words()).toContain('No numbers now')
    expect(words()).toContain('Lunch break. Opens today at 14:00.')
    expect(words()).toContain('article 5, clause 7')
    expect(words()).toContain('Qingxi Township Service Centre')
    expect(document.documentElement.lang).toBe('en')
  })

  it('warns in the last half hour how many minutes are left', async () => {
    const soon = { ...morning, closesSoonAt: beijing('12:00:00') }
    const { watch } = await showKiosk(kioskView({ phase: soon }))
    watch.show(kioskView({ phase: soon }), beijing('11:48:30'))
    await settle()
    expect(words()).toContain('还有 12 分钟')
  })

  it('says that a number can be taken before the windows open', async () => {
    await showKiosk(kioskView({ phase: { ...morning, phase: 'before-open', nextOpenAt: beijing('08:00:00') } }))
    expect(words()).toContain('窗口 08:00 开始办理，现在可以先取号')
  })

  it('shows that a demo is a demo, and nothing of it in a real hall', async () => {
    await showKiosk(kioskView({ isDemo: true }))
    expect(words()).toContain('演示')
    endKiosks()
    await showKiosk()
    expect(words()).not.toContain('演示')
  })

  it('names the seasonal timetable with its document, and a calendar that is not published', async () => {
    await showKiosk(
      kioskView({
        phase: { ...morning, timetableName: '夏季作息', timetableDocument: '青政〔2026〕5号', isProvisional: true },
      }),
    )
    expect(words()).toContain('夏季作息 青政〔2026〕5号')
    expect(words()).toContain('节假日数据未导入')
  })

  it('offers yesterday’s numbers only when there are some', async () => {
    const { watch } = await showKiosk()
    expect(screen.queryByRole('button', { name: '昨日未办号码' })).toBeNull()
    watch.show(kioskView({ hasCarriedTickets: true }))
    await settle()
    expect(screen.getByRole('button', { name: '昨日未办号码' })).toBeDefined()
  })
})

describe('what the hall makes public', () => {
  it('is shown whole, with who is in charge and where to complain', async () => {
    const hub = fakeKioskHub()
    hub.catalogue = async () => ({ ...catalogue, boards: wholeBoards })
    await showKiosk(kioskView(), { hub })
    await press(kioskText.zh.boards.open)
    const { boards } = kioskText.zh
    for (const part of Object.values(boards.parts)) expect(words()).toContain(part)
    expect(words()).toContain('赵甲 窗口人员')
    expect(words()).toContain(boards.complaints('12345'))
  })

  it('is not offered while something is missing', async () => {
    await showKiosk()
    expect(words()).not.toContain(kioskText.zh.boards.open)
  })
})

describe('the items of a category', () => {
  it('show how many wait and how long it takes', async () => {
    await showKiosk()
    await press(/^户籍身份/)
    const tile = screen.getByRole('button', { name: /^居民身份证/ })
    expect(tile.textContent).toContain('12 人等候')
    expect(tile.textContent).toContain('约 35 分钟')
    expect(screen.queryByRole('button', { name: /结婚登记/ })).toBeNull()
  })

  it('one that cannot be taken is grey with the reason, and its materials can be read all the same', async () => {
    const itemRefusals = { 'ID-01': foreseen('quota-used-up', { itemName: '居民身份证申领、换领、补领' }) }
    await showKiosk(kioskView({ itemRefusals }))
    await press(/^户籍身份/)
    const tile = screen.getByRole('button', { name: /^居民身份证/ })
    expect(tile.className).toContain('unavailable')
    expect(tile.textContent).toContain('号已取完')
    await press(/^居民身份证/)
    expect(words()).toContain('居民户口簿')
    expect(screen.queryByRole('button', { name: '取号' })).toBeNull()
    expect(words()).toContain('若窗口空闲可直接到窗口办理')
  })

  it('an item whose queue nobody serves says so', async () => {
    await showKiosk()
    await press(/^生育婚姻/)
    expect(words()).toContain('暂无窗口开放')
  })
})

describe('finding an item by its letters', () => {
  const letters = async (text: string) => {
    for (const letter of text) await press(letter)
  }

  it('shows what the letters may mean, with how many wait, and leads to its page', async () => {
    await showKiosk()
    await press('按拼音首字母查找事项')
    expect(words()).toContain('按 S F Z')
    await letters('SFZ')
    const tile = screen.getByRole('button', { name: /^居民身份证/ })
    expect(tile.textContent).toContain('12 人等候')
    expect(screen.queryByRole('button', { name: /^结婚登记/ })).toBeNull()
    await press(/^居民身份证/)
    expect(words()).toContain('居民户口簿')
  })

  it('says when there is none, and how to go on', async () => {
    await showKiosk()
    await press('按拼音首字母查找事项')
    await letters('QQ')
    expect(words()).toContain('没有找到')
    await press('清空')
    expect(words()).not.toContain('没有找到')
  })

  it('finds an English name for who reads English', async () => {
    await showKiosk()
    await press('English')
    await press('Find a service by its letters')
    await letters('MARR')
    expect(screen.getByRole('button', { name: /^Marriage registration/ })).toBeDefined()
  })
})

describe('the page of an item', () => {
  it('groups what to bring by need, with form, copies, source and condition', async () => {
    await showKiosk()
    await press(/^户籍身份/)
    await press(/^居民身份证/)
    const text = words()
    const order = [
      '必须带',
      '居民户口簿',
      '符合条件时带',
      '原居民身份证',
      '可以容缺后补',
      '单位证明',
      '可以用承诺书代替',
      '租赁关系承诺',
    ]
    const places = order.map((part) => text.indexOf(part))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(text).toContain('原件 1 份、政府部门核发')
    expect(text).toContain('复印件 2 份、自己准备')
    expect(text).toContain('条件：换领时交回')
    expect(text).toContain('窗口当场填写')
  })

  it('shows each limit in its own unit, the fee, and that no agency fee is taken', async () => {
    await showKiosk()
    await press(/^户籍身份/)
    await press(/^居民身份证/)
    expect(words()).toContain('本中心承诺20 个工作日')
    expect(words()).toContain('法定时限60 日（自然日）居民身份证法第十二条')
    expect(words()).toContain('到期换领 20 元')
    expect(words()).toContain('不收取任何代办服务费（篇4.4）')
    expect(words()).toContain('本人或代办人、身份证号可填可不填')
  })

  it('a missing statutory limit is said to be missing, and an instant item is done on the spot', async () => {
    await showKiosk()
    await press(/^生育婚姻/)
    await press(/^结婚登记/)
    expect(words()).toContain('当场办结')
    expect(words()).toContain('法律法规未规定')
    expect(words()).toContain('须本人取号、需要身份证号')
    expect(words()).toContain('以窗口收费公示为准')
  })
})

describe('the ID number', () => {
  it('is typed on the glass and only its ending is ever shown', async () => {
    await showKiosk()
    await goToIdentity()
    await type('999999199001010016')
    expect(words()).not.toContain('99999919')
    expect(words()).toContain('0016')
    expect(document.body.innerHTML).not.toContain('999999199001010016')
    await press('下一步')
    expect(words()).toContain('尾号 0016')
    expect(document.body.innerHTML).not.toContain('999999199001010016')
  })

  it('cannot be sent before it is whole, and says how much is missing', async () => {
    await showKiosk()
    await goToIdentity()
    await type('9999')
    expect(words()).toContain('还差 14 位')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一步' }).disabled).toBe(true)
    await press('退格')
    expect(words()).toContain('还差 15 位')
    await press('清空')
    expect(words()).toContain('还差 18 位')
  })

  it('of an agent is asked for as the agent’s own', async () => {
    await showKiosk()
    await press(/^户籍身份/)
    await press(/^居民身份证/)
    await press('取号')
    await press(/^替人代办/)
    expect(words()).toContain('代办人（您自己）的身份证号')
  })

  it('that is needed cannot be left out, and the guide desk is named', async () => {
    await showKiosk()
    await press(/^生育婚姻/)
    await press(/^结婚登记/)
    await press('取号')
    expect(screen.queryByRole('button', { name: '不填，直接取号' })).toBeNull()
    expect(words()).toContain('请到导办台人工取号')
  })
})

describe('the number', () => {
  it('is shown with windows, people ahead and minutes', async () => {
    await showKiosk()
    await takeNumber()
    expect(screen.getByText('C017').className).toContain('own')
    expect(words()).toContain('叫到后请到 3、4 号窗口')
    expect(words()).toContain('前面等候 12 人')
    expect(words()).toContain('约 35 分钟')
    expect(words()).toContain('请取走小票')
  })

  it('of a found ticket is shown with its state', async () => {
    const { hub } = await showKiosk()
    hub.found = waitingTicket
    await press(/^我的号/)
    await type('C017')
    await press('查询')
    expect(words()).toContain('状态 等候')
    expect(words()).toContain('前面等候 5 人')
  })

  it('of a missed ticket can report back, once', async () => {
    const { hub } = await showKiosk()
    hub.found = { ...waitingTicket, status: 'missed', mayRequeue: true }
    await press(/^我的号/)
    await type('C017')
    await press('查询')
    hub.found = waitingTicket
    await press('我回来了，重新排队')
    expect(hub.sent.map(({ type, body }) => ({ type, body }))).toEqual([
      { type: 'RequeueTicket', body: { ticketId: 41 } },
    ])
    expect(words()).toContain('已为您重新排队')
    expect(screen.queryByRole('button', { name: '我回来了，重新排队' })).toBeNull()
  })

  it('that is being called sends its holder to the window', async () => {
    const { hub } = await showKiosk()
    hub.found = { ...waitingTicket, status: 'called', aheadCount: 0 }
    await press(/^我的号/)
    await type('C017')
    await press('查询')
    expect(words()).toContain('正在叫您的号')
  })

  it('that is not of today is said to be unknown, and can be typed again', async () => {
    const { hub } = await showKiosk()
    hub.found = null
    await press(/^我的号/)
    await type('F999')
    await press('查询')
    expect(words()).toContain('今天没有这个号码')
    await press('清空')
    expect(words()).not.toContain('今天没有这个号码')
  })

  it('of yesterday goes along with the press', async () => {
    const { hub } = await showKiosk(kioskView({ hasCarriedTickets: true }))
    await press('昨日未办号码')
    await type('C008')
    await press('下一步')
    expect(words()).toContain('C008 要办哪一项？')
    await press(/^居民身份证/)
    await press('取号')
    await press(/^本人办理/)
    await press('不填，直接取号')
    expect(words()).toContain('昨日号码C008')
    await press('确认取号')
    expect(hub.sent[0]).toMatchObject({ type: 'TakeTicket', body: { itemCode: 'ID-01', carriedNumber: 'C008' } })
  })
})

describe('every page', () => {
  it('has a way back and a way home', async () => {
    await showKiosk()
    const goOn = [/^户籍身份/, /^居民身份证/, '取号', /^本人办理/, '不填，直接取号', '确认取号']
    for (const name of goOn) {
      await press(name)
      const keys = within(screen.getByRole('navigation'))
      expect(keys.getByRole<HTMLButtonElement>('button', { name: /返回/ }).disabled).toBe(false)
      expect(keys.getByRole<HTMLButtonElement>('button', { name: '首页' }).disabled).toBe(false)
    }
    await press('首页')
    expect(words()).toContain('请选择要办理的业务')
  })

  it('can be read in large print and in English, and a page keeps both', async () => {
    await showKiosk()
    await press('大字版')
    await press('English')
    expect(document.documentElement.dataset.size).toBe('large')
    await press(/^户籍身份/)
    expect(document.documentElement.dataset.size).toBe('large')
    expect(words()).toContain('12 waiting')
    await press('Normal print')
    expect(document.documentElement.dataset.size).toBe('normal')
  })
})
