import { describe, expect, it } from 'vitest'
import { ticketReceipt } from '../../main/printing/ticket-receipt.ts'
import { ticketSvg } from '../../main/printing/ticket-svg.ts'
import { sampleHall, sampleTicket } from './sample-ticket.ts'

const receipt = ticketReceipt({ ...sampleTicket, holderMask: '㛃**' }, sampleHall)

describe('the drawing of a ticket', () => {
  it('is 80 mm wide and as high as what stands on it', () => {
    const drawing = ticketSvg(receipt)
    expect(drawing.widthMm).toBe(80)
    expect(drawing.heightMm).toBeGreaterThan(100)
    expect(drawing.heightMm).toBeLessThan(220)
    expect(drawing.svg).toMatch(
      new RegExp(`^<svg [^>]*width="80mm" height="${drawing.heightMm}mm" viewBox="-32 -32 640 `),
    )
    const long = ticketSvg(ticketReceipt({ ...sampleTicket, isNearClosing: true, isReprint: true }, sampleHall))
    expect(long.heightMm).toBeGreaterThan(drawing.heightMm)
  })

  it('names fonts that have Chinese on Linux, Windows and macOS', () => {
    const family = /font-family="([^"]*)"/.exec(ticketSvg(receipt).svg)?.[1] ?? ''
    for (const font of ['Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC']) expect(family).toContain(font)
  })

  it('is the same for the same ticket, loads nothing and holds no script', () => {
    const { svg } = ticketSvg(receipt)
    expect(ticketSvg(receipt).svg).toBe(svg)
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|<script|href/)
    expect(svg).toContain('㛃')
  })
})
