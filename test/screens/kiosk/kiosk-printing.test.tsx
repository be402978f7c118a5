import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { HallShell, PrintRequest } from '../../../shared/contract/shell.ts'
import type { PrinterSettings } from '../../../shared/vocabulary/hall.ts'
import { fakeKioskHub, kioskView } from '../support/kiosk-fixtures.ts'
import { endKiosks, press, settle, showKiosk, takeNumber, words } from '../support/kiosk-page.tsx'

afterEach(endKiosks)

interface FakeShell extends HallShell {
  requests: PrintRequest[]
}

function shellWith(change: Partial<HallShell> = {}): FakeShell {
  const shell: FakeShell = {
    requests: [],
    printers: async () => [{ name: 'POS-80', displayName: 'POS-80', isDefault: true, status: 'ready' }],
    printHtml: async (request) => {
      shell.requests.push(request)
      return { ok: true }
    },
    machine: async () => ({ hostName: 'kiosk-1', platform: 'linux', shellVersion: '0' }),
    openScreen: async () => undefined,
    quit: async () => undefined,
    ...change,
  }
  return shell
}

const withPrinter = (printer: PrinterSettings) => kioskView({ printer })
const reports = (hub: ReturnType<typeof fakeKioskHub>) =>
  hub.sent.filter((sent) => sent.type === 'ReportTicketPrint').map((sent) => sent.body)

describe('an ESC/POS printer', () => {
  it('is asked before a number is given, then prints, and the hub hears of it', async () => {
    const { hub } = await showKiosk()
    await takeNumber()
    expect(hub.printed).toEqual([{ ticketId: 41, isReprint: false }])
    expect(words()).toContain('请取走小票')
    expect(reports(hub)).toEqual([{ ticketId: 41, isPrinted: true, trouble: '' }])
  })

  it('without paper is told before a number is given, and nothing is taken on the way back', async () => {
    const hub = fakeKioskHub({ printer: { isReady: false, advice: '打印机缺纸，请工作人员装纸。' } })
    await showKiosk(undefined, { hub })
    await takeNumber()
    expect(screen.getByRole('alert').textContent).toBe('打印机缺纸，请工作人员装纸。')
    expect(hub.sent).toEqual([])
    await press(/返回/)
    expect(words()).toContain('请输入您的身份证号')
  })

  it('without paper the number can be had on the screen, and the hub hears why there is none', async () => {
    const hub = fakeKioskHub({ printer: { isReady: false, advice: '打印机缺纸，请工作人员装纸。' } })
    await showKiosk(undefined, { hub })
    await takeNumber()
    await press('不打印，屏幕显示号码')
    expect(words()).toContain('C017')
    expect(words()).toContain('没有打印，请记住号码')
    expect(hub.printed).toEqual([])
    expect(reports(hub)).toEqual([{ ticketId: 41, isPrinted: false, trouble: '打印机缺纸，请工作人员装纸。' }])
  })

  it('that was mended prints after all', async () => {
    const hub = fakeKioskHub({ printer: { isReady: false, advice: '打印机缺纸' } })
    await showKiosk(undefined, { hub })
    await takeNumber()
    hub.printer = { isReady: true, advice: '' }
    await press('已处理好，再试一次')
    expect(words()).toContain('请取走小票')
  })

  it('that fails leaves the number valid and large, and prints it again as a reprint', async () => {
    const hub = fakeKioskHub({ paper: { isPrinted: false, advice: '打印中途断开' } })
    await showKiosk(undefined, { hub })
    await takeNumber()
    expect(words()).toContain('C017')
    expect(words()).toContain('小票没有打出来，号码依然有效')
    expect(words()).toContain('打印中途断开')
    expect(reports(hub)).toEqual([{ ticketId: 41, isPrinted: false, trouble: '打印中途断开' }])
    hub.paper = { isPrinted: true, advice: '' }
    await press('重新打印')
    expect(hub.sent.some((sent) => sent.type === 'ReprintTicket')).toBe(true)
    expect(hub.printed.at(-1)).toEqual({ ticketId: 41, isReprint: true })
    expect(words()).toContain('请取走小票')
  })

  it('that is asked through a hub that does not answer is not ready', async () => {
    const hub = fakeKioskHub({ printerState: () => Promise.reject(new Error('lost')) })
    await showKiosk(undefined, { hub })
    await takeNumber()
    expect(words()).toContain('主机没有应答，不能打印')
  })
})

describe('the printers of the shell', () => {
  it('a PDF is made of the drawing, 80 mm wide, named after number and ticket', async () => {
    const shell = shellWith()
    await showKiosk(withPrinter({ kind: 'pdf' }), { shell })
    await takeNumber()
    expect(shell.requests).toHaveLength(1)
    expect(shell.requests[0]).toMatchObject({
      printer: { kind: 'pdf' },
      widthMm: 80,
      heightMm: 150,
      fileName: 'C017-41',
    })
    expect(shell.requests[0]?.html).toContain('<svg></svg>')
    expect(words()).toContain('请取走小票')
  })

  it('a system printer is printed to by its name, or as the default one', async () => {
    const shell = shellWith()
    await showKiosk(withPrinter({ kind: 'system', name: 'POS-80' }), { shell })
    await takeNumber()
    expect(shell.requests[0]?.printer).toEqual({ kind: 'system', name: 'POS-80' })
    endKiosks()
    await showKiosk(withPrinter({ kind: 'system', name: '' }), { shell })
    await takeNumber()
    expect(shell.requests[1]?.printer).toEqual({ kind: 'system' })
  })

  it('a system printer that is gone or stopped is told before a number is given', async () => {
    await showKiosk(withPrinter({ kind: 'system', name: 'OTHER' }), { shell: shellWith() })
    await takeNumber()
    expect(words()).toContain('找不到设定的打印机')
    endKiosks()
    const stopped = shellWith({
      printers: async () => [{ name: 'POS-80', displayName: 'POS-80', isDefault: null, status: 'stopped' }],
    })
    await showKiosk(withPrinter({ kind: 'system', name: '' }), { shell: stopped })
    await takeNumber()
    expect(words()).toContain('打印机已停止')
  })

  it('a failing driver says why, without line breaks to the journal', async () => {
    const shell = shellWith({ printHtml: async () => ({ ok: false, reason: '驱动出错\n第二行' }) })
    const { hub } = await showKiosk(withPrinter({ kind: 'system', name: 'POS-80' }), { shell })
    await takeNumber()
    expect(words()).toContain('小票没有打出来')
    expect(reports(hub)).toEqual([{ ticketId: 41, isPrinted: false, trouble: '驱动出错 第二行' }])
  })

  it('in a plain browser there is no printer: the number is shown, and no paper is reported', async () => {
    for (const kind of ['pdf', 'system', 'none'] as const) {
      const printer: PrinterSettings = kind === 'system' ? { kind, name: '' } : { kind }
      const { hub } = await showKiosk(withPrinter(printer))
      await takeNumber()
      expect(words()).toContain('请记住号码')
      expect(reports(hub)).toEqual([])
      await press('首页')
      await press(/^我的号/)
      expect(screen.queryByRole('button', { name: '补打小票' })).toBeNull()
      endKiosks()
    }
  })
})

describe('a number that is being printed', () => {
  it('is shown at once', async () => {
    const hub = fakeKioskHub({ printTicket: () => new Promise(() => undefined) })
    await showKiosk(undefined, { hub })
    await takeNumber()
    await settle()
    expect(words()).toContain('C017')
    expect(words()).toContain('正在打印小票')
  })
})
