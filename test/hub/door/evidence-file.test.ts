import { describe, expect, test } from 'vitest'
import { readEvidence } from '../../../main/hub/door/evidence-file.ts'
import { cameraSecret, pdf, photo, screenshot, webp } from '../../support/photo.ts'

describe('a file that is to be evidence', () => {
  test.each([
    ['image/jpeg', photo()],
    ['image/png', screenshot()],
    ['image/webp', webp()],
    ['application/pdf', pdf()],
  ])('is known as %s by its own bytes', (mediaType, bytes) => {
    expect(readEvidence(bytes)?.mediaType).toBe(mediaType)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a page of the web', Buffer.from('<html><script>')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['a photo that was cut off', photo().subarray(0, 150)],
    ['a screenshot that was cut off', screenshot().subarray(0, 60)],
    ['half a WebP', webp().subarray(0, 34)],
  ])('%s is none', (_, bytes) => {
    expect(readEvidence(bytes)).toBeNull()
  })

  test.each([
    ['photo', photo()],
    ['screenshot', screenshot()],
    ['WebP', webp()],
  ])('a %s says no more where, when and with whose device it was taken', (_, bytes) => {
    expect(bytes.includes(cameraSecret)).toBe(true)
    expect(readEvidence(bytes)!.bytes.includes(cameraSecret)).toBe(false)
  })

  test('a photo keeps its picture, its colours and how it is turned', () => {
    const { bytes } = readEvidence(photo(6))!
    for (const part of ['JFIF', 'ICC_PROFILE', 'tables', 'scan']) expect(bytes.includes(part)).toBe(true)
    expect(bytes.includes(Buffer.from([1, 0xff, 0, 2, 0xff, 0xd1, 3, 0xff, 0xd9]))).toBe(true)
    expect(bytes.includes('Exif')).toBe(true)
    // Read again it stays what it is: its hash is that of a file without anything to take away.
    expect(readEvidence(bytes)!.bytes.equals(bytes)).toBe(true)
    expect(readEvidence(photo(1))!.bytes.includes('Exif')).toBe(false)
  })

  test('a PDF stays byte for byte', () => {
    expect(readEvidence(pdf())!.bytes.equals(pdf())).toBe(true)
  })

  test('a WebP without its Exif does not say that it has one', () => {
    const { bytes } = readEvidence(webp())!
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
    expect(bytes[20]! & 0x0c).toBe(0)
  })
})
