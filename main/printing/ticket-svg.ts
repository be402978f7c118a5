import { transform } from 'receiptline'
import { charactersPerLine } from './ticket-receipt.ts'

export interface TicketSvg {
  svg: string
  widthMm: number
  heightMm: number
}

/** 203 dpi thermal heads: 576 dots on the 72 mm that can be printed of 80 mm paper. */
const dotsPerMm = 8
const paperWidthMm = 80
const sideMarginMm = 4
/** The first and last millimetres are between head and knife. */
const endMarginMm = 4

/**
 * Each character is placed by itself, hence the family needs no fixed width. Names of the fonts of
 * Linux, Windows and macOS; in a browser `monospace` alone may end in boxes or in Japanese forms.
 */
const fontFamily =
  "'Noto Sans CJK SC', 'Noto Sans SC Variable', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', SimHei, monospace"

/**
 * A receiptline document as a drawing on 80 mm paper, margins included, for a system driver or a PDF.
 * The same document gives the same drawing.
 */
export function ticketSvg(receipt: string): TicketSvg {
  const drawn = transform(receipt, {
    command: 'svg',
    encoding: 'gb18030',
    cpl: charactersPerLine,
    spacing: true,
    cutting: false,
  })
  const head = /^<svg width="(\d+)px" height="(\d+(?:\.\d+)?)px" viewBox="[^"]*" [^>]*>/.exec(drawn)
  if (head === null) throw new Error('receiptline drew no svg of a known form')

  const [opening, widthText, heightText] = head
  const widthDots = Number(widthText) + 2 * sideMarginMm * dotsPerMm
  const heightDots = Number(heightText) + 2 * endMarginMm * dotsPerMm
  const heightMm = Math.ceil(heightDots / dotsPerMm)
  const viewBox = `${-sideMarginMm * dotsPerMm} ${-endMarginMm * dotsPerMm} ${widthDots} ${heightMm * dotsPerMm}`
  const svg = drawn
    .replace(
      opening,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${paperWidthMm}mm" height="${heightMm}mm" viewBox="${viewBox}">`,
    )
    .replace(/font-family="[^"]*"/, `font-family="${fontFamily}"`)
    // receiptline names its filter anew each time.
    .replace(/receipt-[0-9a-f-]{36}/g, 'receipt-inverse')
    .trim()
  return { svg, widthMm: paperWidthMm, heightMm }
}
