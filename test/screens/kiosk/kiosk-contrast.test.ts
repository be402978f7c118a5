import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('renderer/kiosk/kiosk.css', 'utf8')

function colour(name: string): string {
  const found = new RegExp(`--kiosk-${name}: (#[0-9a-f]{6})`).exec(css)?.[1]
  if (found === undefined) throw new Error(`no colour --kiosk-${name}`)
  return found
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of the kiosk', () => {
  const pairs: [string, string][] = [
    ['ink', 'ground'],
    ['ink', 'paper'],
    ['soft', 'paper'],
    ['soft', 'ground'],
    ['soft', 'muted'],
    ['soft', 'good-ground'],
    ['soft', 'bad-ground'],
    ['brand', 'paper'],
    ['brand-ink', 'brand'],
    ['good', 'good-ground'],
    ['warn', 'warn-ground'],
    ['bad', 'bad-ground'],
    ['bad', 'muted'],
  ]
  for (const [text, ground] of pairs) {
    it(`${text} on ${ground} can be read by weak eyes (7:1)`, () => {
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7)
    })
  }

  it('the measure is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})
