import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPrintRequest, safeFileName } from '../../main/shell/print-request.ts'

const request = { html: '<p>A017</p>', printer: { kind: 'pdf' }, widthMm: 80, heightMm: 120, fileName: 'A017' }

test('a whole request is taken as it is', () => {
  expect(readPrintRequest(request)).toEqual({ ...request, numbersPages: false })
  const named = { ...request, numbersPages: true, printer: { kind: 'system', name: 'POS-80' } }
  expect(readPrintRequest(named)).toEqual(named)
})

test.each([
  ['nothing', undefined],
  ['no page', { ...request, html: '' }],
  ['a page longer than an address may be', { ...request, html: 'x'.repeat(1_000_001) }],
  ['no paper', { ...request, widthMm: 0 }],
  ['paper without end', { ...request, heightMm: Number.POSITIVE_INFINITY }],
  ['paper that is no number', { ...request, heightMm: Number.NaN }],
  ['an unknown printer', { ...request, printer: { kind: 'fax' } }],
  ['a printer name that is no text', { ...request, printer: { kind: 'system', name: 7 } }],
  ['no name', { ...request, fileName: undefined }],
])('%s is no print request', (_, sent) => {
  expect(readPrintRequest(sent)).toBeUndefined()
})

test('what else was sent along is dropped', () => {
  expect(readPrintRequest({ ...request, silent: false })).toEqual({ ...request, numbersPages: false })
})

test('a file name keeps its Chinese and never leaves its folder', () => {
  expect(safeFileName('A017 社保参保登记')).toBe('A017-社保参保登记')
  expect(safeFileName('../../etc/passwd')).toBe('etc-passwd')
  expect(safeFileName('..')).toBe('print')
})

test('any text becomes a name without separators, dots or control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (wished) => {
      const name = safeFileName(wished)
      expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u)
      expect([...name].length).toBeLessThanOrEqual(80)
    }),
  )
})
