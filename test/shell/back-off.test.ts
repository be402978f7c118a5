import { expect, test } from 'vitest'
import { createBackOff } from '../../main/shell/back-off.ts'

test('the wait doubles from 100 ms to 5 s and stays there', () => {
  const backOff = createBackOff()
  const waits = Array.from({ length: 8 }, () => backOff.after(0))
  expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000])
})

test('half a minute of life makes the next wait short again', () => {
  const backOff = createBackOff()
  backOff.after(0)
  backOff.after(29_999)
  expect(backOff.after(29_999)).toBe(400)
  expect(backOff.after(30_000)).toBe(100)
  expect(backOff.after(0)).toBe(200)
})
