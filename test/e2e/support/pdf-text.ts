import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'

export interface PdfPage {
  widthMm: number
  heightMm: number
  /** All its characters in the order in which they were drawn, without line breaks. */
  text: string
  /** Size of each picture that was drawn, in dots of its own. */
  pictures: { width: number; height: number }[]
}

const mmPerPoint = 25.4 / 72

/** Reads the pages of a PDF that Chromium wrote, as far as that takes; no reader of PDFs in general. */
export async function readPdf(path: string): Promise<PdfPage[]> {
  const pdf = await readFile(path, 'latin1')
  const pages = [...pdf.matchAll(/\/Type \/Page\n[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]\n\/Contents (\d+) 0 R/g)]
  return pages.map(([, width, height, contents]) => {
    const drawing = streamOf(pdf, contents!)
    return {
      widthMm: Math.round(Number(width) * mmPerPoint),
      heightMm: Math.round(Number(height) * mmPerPoint),
      text: textOf(drawing, pdf),
      pictures: picturesIn(drawing, pdf),
    }
  })
}

function picturesIn(drawing: string, pdf: string): PdfPage['pictures'] {
  return [...drawing.matchAll(/\/X(\d+) Do/g)].flatMap(([, number]) => {
    const size = /\/Subtype \/Image\n\/Width (\d+)\n\/Height (\d+)/.exec(objectOf(pdf, number!))
    return size === null ? [] : [{ width: Number(size[1]), height: Number(size[2]) }]
  })
}

/** Glyphs are named by the font they are of; where a glyph has two characters, the drawing says which. */
function textOf(drawing: string, pdf: string): string {
  const fonts = new Map<string, (code: string) => string>()
  let characters = (_: string): string => ''
  let text = ''
  const marks =
    /\/ActualText <FEFF(?<actual>[0-9A-F]+)>[\s\S]*?EMC|\/F(?<font>\d+) [\d.]+ Tf|<(?<glyphs>[0-9A-F]+)> Tj/g
  for (const { groups = {} } of drawing.matchAll(marks)) {
    const { actual, font, glyphs } = groups
    if (actual !== undefined) text += charactersOf(actual)
    if (glyphs !== undefined) text += characters(glyphs)
    if (font === undefined) continue
    characters = fonts.get(font) ?? readFont(font, pdf)
    fonts.set(font, characters)
  }
  return text
}

/** What the glyphs of a font stand for, by its table for copying text. */
function readFont(font: string, pdf: string): (glyphs: string) => string {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objectOf(pdf, font))
  if (table === null) throw new Error(`font ${font} does not say what its glyphs stand for`)
  const map = streamOf(pdf, table[1]!)
  const [, firstCode = ''] = /begincodespacerange\s*<([0-9A-F]+)>/.exec(map) ?? []
  const known = new Map<number, string>()
  for (const [, section = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of section.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g)) {
      known.set(Number.parseInt(code!, 16), charactersOf(to!))
    }
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, last, to] of section.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g)) {
      const [first, end, start] = [from, last, to].map((code) => Number.parseInt(code!, 16)) as [number, number, number]
      for (let code = first; code <= end; code++) known.set(code, String.fromCharCode(start + code - first))
    }
  }
  const codes = new RegExp(`.{${firstCode.length}}`, 'g')
  return (glyphs) => (glyphs.match(codes) ?? []).map((code) => known.get(Number.parseInt(code, 16)) ?? '').join('')
}

/** UTF-16 in hexadecimal. */
function charactersOf(hexadecimal: string): string {
  return (hexadecimal.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

function objectOf(pdf: string, number: string): string {
  const from = pdf.indexOf(`\n${number} 0 obj\n`)
  return pdf.slice(from, pdf.indexOf('\nendobj', from))
}

function streamOf(pdf: string, number: string): string {
  const object = objectOf(pdf, number)
  const start = object.indexOf('stream\n') + 'stream\n'.length
  const packed = Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1')
  return inflateSync(packed).toString('latin1')
}
