import { describe, expect, it } from 'vitest'
import type { Step } from '../../../renderer/kiosk/flow.ts'
import { createKeyLine } from '../../../renderer/kiosk/key-line.ts'
import { isPlainKey, lockDown } from '../../../renderer/kiosk/lock-down.ts'

describe('typed lines', () => {
  const read = (keys: string, gapMs: number) => {
    const line = createKeyLine(() => '2026-11-24')
    const steps: Step[] = []
    let at = 1_000
    for (const key of [...keys, 'Enter']) {
      at += gapMs
      steps.push(...line({ key, at }).steps)
    }
    return steps
  }

  it('a card reader’s line is typed and submitted', () => {
    const steps = read('99999919900101001X', 5)
    expect(steps).toHaveLength(19)
    expect(steps[0]).toEqual({ type: 'type', character: '9' })
    expect(steps.at(-1)).toEqual({ type: 'submit' })
  })

  it('a slow keyboard’s line is submitted too', () => {
    expect(read('C017', 900).at(-1)).toEqual({ type: 'submit' })
  })

  it('a scanned ticket says its number and whether it is of today', () => {
    expect(read('2026-11-24/C017', 5).at(-1)).toEqual({ type: 'scan', number: 'C017', isOfToday: true })
    expect(read('2026-11-23/VC017', 5).at(-1)).toEqual({ type: 'scan', number: 'VC017', isOfToday: false })
  })

  it('Enter alone presses the button that has the focus', () => {
    expect(createKeyLine(() => '')({ key: 'Enter', at: 1 })).toEqual({ steps: [], isTaken: false })
  })

  it('backspace erases and leads nowhere else', () => {
    expect(createKeyLine(() => '')({ key: 'Backspace', at: 1 })).toEqual({ steps: [{ type: 'erase' }], isTaken: true })
  })
})

describe('the lock on the page', () => {
  const touch = (kind: string) => {
    const happening = new Event(kind, { bubbles: true, cancelable: true })
    document.body.dispatchEvent(happening)
    return happening.defaultPrevented
  }

  it('swallows long press, selection, drag, paste and pinch, until it is taken off', () => {
    const unlock = lockDown(document)
    for (const kind of [
      'contextmenu',
      'selectstart',
      'dragstart',
      'drop',
      'copy',
      'paste',
      'auxclick',
      'gesturestart',
    ]) {
      expect(touch(kind), kind).toBe(true)
    }
    unlock()
    expect(touch('contextmenu')).toBe(false)
  })

  it('swallows every key that could lead away, and lets those of a keypad through', () => {
    const unlock = lockDown(document)
    const press = (key: string, change: KeyboardEventInit = {}) => {
      const happening = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...change })
      document.body.dispatchEvent(happening)
      return happening.defaultPrevented
    }
    const leading: [string, KeyboardEventInit][] = [
      ['F1', {}],
      ['F5', {}],
      ['F11', {}],
      ['F12', {}],
      ['Escape', {}],
      ['ContextMenu', {}],
      ['PrintScreen', {}],
      ['BrowserBack', {}],
      ['p', { ctrlKey: true }],
      ['I', { ctrlKey: true, shiftKey: true }],
      ['w', { ctrlKey: true }],
      ['+', { ctrlKey: true }],
      ['ArrowLeft', { altKey: true }],
      ['r', { metaKey: true }],
    ]
    for (const [key, change] of leading) expect(press(key, change), key).toBe(true)
    for (const key of ['1', 'X', 'x', 'Enter', 'Tab', 'Backspace', ' ', 'ArrowDown'])
      expect(press(key), key).toBe(false)
    unlock()
  })

  it('a plain key is one character without a modifier', () => {
    const plain = { ctrlKey: false, altKey: false, metaKey: false }
    expect(isPlainKey({ key: '𠮷', ...plain })).toBe(true)
    expect(isPlainKey({ key: 'Dead', ...plain })).toBe(false)
    expect(isPlainKey({ key: 'a', ...plain, ctrlKey: true })).toBe(false)
  })
})
