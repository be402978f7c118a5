/** Cells of a printer's line: an ASCII character takes one, every other two. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character.charCodeAt(0) < 0x80 ? 1 : 2), 0)
}

/** Never at the start of a Chinese line (避头点). */
const neverFirst = /^[，。、；：！？）】》”’,.;:!?)]/

/**
 * Breaks a text into lines of at most `width` cells: between Chinese characters, but not inside a
 * word or a number, and not before a closing mark.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf(line + piece) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    // A word longer than a line has to be cut.
    let rest = line === '' ? piece.trimStart() : piece
    while (widthOf(rest) > width) {
      const cut = cellsOf(rest, width)
      lines.push(cut)
      rest = rest.slice(cut.length)
    }
    line += rest
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()]
}

/** What may not be torn: a word, or a character with the closing marks that follow it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const piece of text.match(/[\x21-\x7e]+|[^\x21-\x7e]/gu) ?? []) {
    if (pieces.length > 0 && neverFirst.test(piece)) pieces[pieces.length - 1] += piece
    else pieces.push(piece)
  }
  return pieces
}

function cellsOf(text: string, width: number): string {
  let taken = ''
  for (const character of text) {
    if (widthOf(taken + character) > width) break
    taken += character
  }
  return taken
}
