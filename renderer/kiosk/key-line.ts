import type { Step } from './flow.ts'

/** Scanners type faster than anybody: a longer gap is the end of what was scanned. */
const scanGapMsMax = 100

/** The code on a ticket: the business date and the number, nothing else. */
const ticketCode = /^(\d{4}-\d{2}-\d{2})\/([VY]?[A-HJ-NP-Z]\d{3,4})$/

/** A key as it came, with the page's monotonic time in ms. */
export interface TypedKey {
  key: string
  at: number
}

/**
 * Reads what a keyboard, a card reader or a scanner types, key by key. Gives the steps of each key;
 * `isTaken` says that the key must not also press the button that has the focus.
 */
export function createKeyLine(hallDay: () => string): (typed: TypedKey) => { steps: Step[]; isTaken: boolean } {
  let scanned = ''
  let lastAt = 0
  let hasTyped = false
  return ({ key, at }) => {
    if (at - lastAt > scanGapMsMax) scanned = ''
    lastAt = at
    if (key === 'Enter') {
      const code = ticketCode.exec(scanned.toUpperCase())
      const endsLine = hasTyped
      scanned = ''
      hasTyped = false
      if (code !== null) {
        return { steps: [{ type: 'scan', number: code[2]!, isOfToday: code[1] === hallDay() }], isTaken: true }
      }
      // Enter after typing ends the line; alone it is how a keyboard presses a button.
      return endsLine ? { steps: [{ type: 'submit' }], isTaken: true } : { steps: [], isTaken: false }
    }
    if (key === 'Backspace') return { steps: [{ type: 'erase' }], isTaken: true }
    if (key.length !== 1 || key === ' ') return { steps: [], isTaken: false }
    scanned += key
    hasTyped = true
    return { steps: [{ type: 'type', character: key }], isTaken: false }
  }
}
