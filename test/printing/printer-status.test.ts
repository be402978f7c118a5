import { describe, expect, it } from 'vitest'
import { conditionOf, createReplyReader } from '../../main/printing/printer-status.ts'

describe('conditionOf', () => {
  it('no answer at all is no answer', () => expect(conditionOf({})).toBe('no-answer'))
  it('nothing wrong is nothing wrong', () => {
    expect(conditionOf({ printer: 0x12, offlineCause: 0x12, errorCause: 0x12, paper: 0x12 })).toBe(null)
  })
  it('the cause a person can mend goes before being offline', () => {
    expect(conditionOf({ printer: 0x1a, offlineCause: 0x32, errorCause: 0x12, paper: 0x7e })).toBe('paper-out')
    expect(conditionOf({ printer: 0x1a, offlineCause: 0x16, errorCause: 0x12, paper: 0x12 })).toBe('cover-open')
    expect(conditionOf({ printer: 0x1a, offlineCause: 0x52, errorCause: 0x1a, paper: 0x12 })).toBe('cutter-jammed')
    expect(conditionOf({ printer: 0x1a, offlineCause: 0x52, errorCause: 0x32, paper: 0x12 })).toBe('printer-error')
    expect(conditionOf({ printer: 0x1a, offlineCause: 0x12, errorCause: 0x12, paper: 0x12 })).toBe('offline')
  })
  it('a printer that answers only the first question is judged by it', () => {
    expect(conditionOf({ printer: 0x12 })).toBe(null)
    expect(conditionOf({ printer: 0x1a })).toBe('offline')
  })
})

describe('a printer’s replies', () => {
  it('status and end of job are told apart', () => {
    expect(createReplyReader()(Uint8Array.of(0x12, 0x00))).toEqual([
      { kind: 'real-time-status', byte: 0x12 },
      { kind: 'all-printed' },
    ])
  })
  it('an automatic status is no answer, also when it comes in pieces', () => {
    const read = createReplyReader()
    expect(read(Uint8Array.of(0x10, 0x00))).toEqual([])
    expect(read(Uint8Array.of(0x00, 0x0f, 0x00))).toEqual([{ kind: 'all-printed' }])
  })
})
