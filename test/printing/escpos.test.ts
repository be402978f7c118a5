import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { askPrinterState, createPrinterLine, escposBytes, sendToPrinter } from '../../main/printing/escpos.ts'
import { printerAdvice } from '../../main/printing/printing-text.ts'
import { ticketReceipt } from '../../main/printing/ticket-receipt.ts'
import { sampleHall, sampleTicket } from './sample-ticket.ts'
import { type PrinterMood, startTcpPrinter, type TcpPrinter } from './tcp-printer.ts'

const host = '127.0.0.1'
const running: TcpPrinter[] = []

async function printerThat(mood: Partial<PrinterMood> = {}): Promise<TcpPrinter> {
  const printer = await startTcpPrinter(mood)
  running.push(printer)
  return printer
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((printer) => printer.close()))
})

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

const receipt = ticketReceipt({ ...sampleTicket, holderMask: '㛃**', itemName: '𠮷家宅基地申请' }, sampleHall)
const bytes = escposBytes(receipt)

const indexOf = (hex: string) => Buffer.from(bytes).indexOf(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

describe('ESC/POS bytes of a ticket', () => {
  it('begin with a reset and end with a cut and the question whether all was printed', () => {
    expect([...bytes.subarray(0, 2)]).toEqual([0x1b, 0x40])
    expect(indexOf('1d 56 42 00')).toBeGreaterThan(0)
    expect([...bytes.subarray(-3)]).toEqual([0x1d, 0x72, 0x01])
  })

  it('write ordinary Chinese in two bytes of GB18030', () => {
    // 取号单
    expect(indexOf('c8a1 bac5 b5a5')).toBeGreaterThan(0)
  })

  it('write rare characters in four bytes of GB18030', () => {
    const text = new TextDecoder('gb18030').decode(bytes)
    expect(text).toContain('㛃**')
    expect(text).toContain('𠮷家宅基地申请')
    // 㛃 is U+36C3, 𠮷 is U+20BB7, which no GBK has.
    expect(indexOf('82 30 b7 31')).toBeGreaterThan(0)
    expect(indexOf('95 34 b2 35')).toBeGreaterThan(0)
  })

  it('ask for Chinese character mode and for the number in the largest size', () => {
    expect(indexOf('1c 26')).toBeGreaterThan(0)
    const number = indexOf(`1d 21 55 ${Buffer.from('\x1bt\x00\x1c&A017', 'latin1').toString('hex')}`)
    expect(number).toBeGreaterThan(0)
  })

  it('hold the QR code as a picture that every printer knows, GS v 0', () => {
    expect(indexOf('1d 76 30 00')).toBeGreaterThan(0)
  })

  it('hold no control character from a name', () => {
    const evil = escposBytes(ticketReceipt({ ...sampleTicket, itemName: '\x1b@\x10\x14\x01低保' }, sampleHall))
    expect(Buffer.from(evil).indexOf(Buffer.from([0x1b, 0x40]), 2)).toBe(-1)
    expect(Buffer.from(evil).indexOf(Buffer.from([0x10, 0x14]))).toBe(-1)
  })
})

describe('askPrinterState', () => {
  const cases: [string, Partial<PrinterMood>, boolean, string][] = [
    ['a printer that is well is ready', {}, true, ''],
    ['without paper it is not ready', { paper: 'out' }, false, printerAdvice['paper-out']],
    [
      'near the end of the paper it is ready, with advice',
      { paper: 'near-end' },
      true,
      printerAdvice['paper-near-end'],
    ],
    ['with an open cover it is not ready', { coverOpen: true }, false, printerAdvice['cover-open']],
    ['with a jammed cutter it is not ready', { cutterJammed: true }, false, printerAdvice['cutter-jammed']],
    ['switched off at the panel it is not ready', { isOffline: true }, false, printerAdvice.offline],
  ]
  for (const [law, mood, isReady, advice] of cases) {
    it(law, async () => {
      const { port } = await printerThat(mood)
      expect(await askPrinterState({ host, port })).toEqual({ isReady, advice })
    })
  }

  it('a printer that never answers is not ready, and the question ends in time', async () => {
    const { port } = await printerThat({ isSilent: true })
    const start = performance.now()
    expect(await askPrinterState({ host, port }, 300)).toEqual({ isReady: false, advice: printerAdvice['no-answer'] })
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('a refused connection is said to be one', async () => {
    const state = await askPrinterState({ host, port: await closedPort() })
    expect(state).toEqual({ isReady: false, advice: printerAdvice.refused })
  })

  it('a name that nobody knows is said to be one', async () => {
    const state = await askPrinterState({ host: 'printer.invalid', port: 9100 })
    expect(state.isReady).toBe(false)
    expect([printerAdvice['host-unknown'], printerAdvice['no-answer']]).toContain(state.advice)
  })
})

describe('sendToPrinter', () => {
  it('the paper holds exactly the bytes of the ticket', async () => {
    const printer = await printerThat()
    expect(await sendToPrinter({ host, port: printer.port, bytes })).toEqual({ isPrinted: true, advice: '' })
    expect(printer.papers).toHaveLength(1)
    expect(printer.papers[0]!.equals(Buffer.from(bytes))).toBe(true)
  })

  it('a slow printer is waited for', async () => {
    const printer = await printerThat({ bytesPerSecond: bytes.length / 1.5 })
    const start = performance.now()
    expect(await sendToPrinter({ host, port: printer.port, bytes })).toEqual({ isPrinted: true, advice: '' })
    expect(performance.now() - start).toBeGreaterThan(1_200)
    expect(printer.papers).toHaveLength(1)
  })

  it('paper that ends midway is a failed print although all bytes were accepted', async () => {
    const printer = await printerThat({ paperForBytes: 400, bytesPerSecond: 4_000 })
    const result = await sendToPrinter({ host, port: printer.port, bytes })
    expect(result).toEqual({ isPrinted: false, advice: printerAdvice['paper-out'] })
    expect(printer.papers).toHaveLength(0)
  })

  it('a printer that hangs up midway is a failed print', async () => {
    const printer = await printerThat({ hangUpAfterBytes: 300 })
    const result = await sendToPrinter({ host, port: printer.port, bytes })
    expect(result).toEqual({ isPrinted: false, advice: printerAdvice['link-broken'] })
  })

  it('a printer that says nothing at all has not confirmed the paper', async () => {
    const printer = await printerThat({ isSilent: true })
    const result = await sendToPrinter({ host, port: printer.port, bytes, timeoutMs: 1_000 })
    expect(result).toEqual({ isPrinted: false, advice: printerAdvice.unconfirmed })
  })

  it('a printer that is well but does not know GS r counts as having printed', async () => {
    const printer = await printerThat({ knowsEndOfJob: false })
    const result = await sendToPrinter({ host, port: printer.port, bytes, timeoutMs: 2_000 })
    expect(result).toEqual({ isPrinted: true, advice: '' })
  })

  it('nobody at the address is a failed print with advice', async () => {
    const result = await sendToPrinter({ host, port: await closedPort(), bytes })
    expect(result).toEqual({ isPrinted: false, advice: printerAdvice.refused })
  })
})

describe('the line to one printer', () => {
  it('jobs and questions of several kiosks go one after another', async () => {
    const printer = await printerThat({ bytesPerSecond: bytes.length * 8 })
    const line = createPrinterLine({ host, port: printer.port })
    const answers = await Promise.all([line.print(receipt), line.askState(), line.print(receipt), line.askState()])
    expect(answers).toEqual([
      { isPrinted: true, advice: '' },
      { isReady: true, advice: '' },
      { isPrinted: true, advice: '' },
      { isReady: true, advice: '' },
    ])
    expect(printer.connectionsAtOnceMax()).toBe(1)
    expect(printer.papers).toHaveLength(2)
  })

  it('is good again once the paper is there', async () => {
    const printer = await printerThat({ paper: 'out' })
    const line = createPrinterLine({ host, port: printer.port })
    expect((await line.print(receipt)).isPrinted).toBe(false)
    printer.mood.paper = 'full'
    expect(await line.print(receipt)).toEqual({ isPrinted: true, advice: '' })
  })
})
