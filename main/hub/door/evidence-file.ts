import type { Evidence } from '../../../shared/vocabulary/violation.ts'

/** A file that may be evidence, without what it tells of the camera and its owner. */
export interface EvidenceFile {
  mediaType: Evidence['mediaType']
  bytes: Buffer
}

/**
 * 证据文件 by its own first bytes, whatever it is called: JPEG, PNG, WebP or PDF; null for anything
 * else and for a picture that ends too early. Photos lose place, device, owner and everything behind
 * their end; how a JPEG is to be turned stays, or it would lie on its side. A PDF stays as it came:
 * to write it anew would make another document of the one that somebody signed.
 */
export function readEvidence(bytes: Buffer): EvidenceFile | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { mediaType: 'application/pdf', bytes }
  const jpeg = plainJpeg(bytes)
  if (jpeg !== null) return { mediaType: 'image/jpeg', bytes: jpeg }
  const png = plainPng(bytes)
  if (png !== null) return { mediaType: 'image/png', bytes: png }
  const webp = plainWebp(bytes)
  return webp === null ? null : { mediaType: 'image/webp', bytes: webp }
}

const startOfImage = Buffer.from([0xff, 0xd8])
const endOfImage = Buffer.from([0xff, 0xd9])
const startOfScan = 0xda
/** APP0 is the picture's size, APP14 its colours; APP2 is kept where it is a colour profile. */
const keptApp = new Set([0xe0, 0xee])
const exifHead = 'Exif\0\0'

function plainJpeg(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 2).equals(startOfImage)) return null
  const parts: Buffer[] = []
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length || bytes.subarray(at, at + 2).equals(endOfImage)) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage[1])
      return Buffer.concat([startOfImage, orientationSegment(orientation), ...parts, endOfImage])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    const data = segment.subarray(4)
    if (marker === 0xe1 && data.toString('latin1', 0, 6) === exifHead) orientation = orientationIn(data.subarray(6))
    if (isOfPicture(marker, data)) parts.push(segment)
    at = end
    if (marker !== startOfScan) continue
    const scanEnd = endOfScan(bytes, at)
    parts.push(bytes.subarray(at, scanEnd))
    at = scanEnd
  }
  return null
}

function isOfPicture(marker: number, data: Buffer): boolean {
  if (marker === 0xe2) return data.toString('latin1', 0, 11) === 'ICC_PROFILE'
  const isApp = marker >= 0xe0 && marker <= 0xef
  const isComment = marker === 0xfe
  return isApp ? keptApp.has(marker) : !isComment
}

/** Where the compressed data of a scan ends: at the next marker that is no stuffed byte and no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at += 2
  }
}

/** How the picture is to be turned, 1 to 8, from the TIFF of its Exif. */
function orientationIn(tiff: Buffer): number {
  if (tiff.length < 8) return 1
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => {
    if (at + 2 > tiff.length) return 0
    return isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  }
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Array.from({ length: short(directory) }, (_, index) => directory + 2 + index * 12)
  const entry = entries.find((at) => short(at) === 0x0112)
  const orientation = entry === undefined ? 1 : short(entry + 8)
  return orientation >= 1 && orientation <= 8 ? orientation : 1
}

/** An Exif that says this and nothing else; nothing for a picture that stands upright. */
function orientationSegment(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0)
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const data = Buffer.concat([Buffer.from(exifHead, 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, data.length + 2])
  return Buffer.concat([head, data])
}

const pngHead = Buffer.from('89504e470d0a1a0a', 'hex')
const personalChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function plainPng(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 8).equals(pngHead)) return null
  const parts: Buffer[] = [pngHead]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!personalChunks.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(parts)
    at = end
  }
  return null
}

/** Of VP8X: there is an Exif, there is an XMP. */
const personalFlags = 0x08 | 0x04

function plainWebp(bytes: Buffer): Buffer | null {
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  if (!isWebp) return null
  const last = 8 + bytes.readUInt32LE(4)
  if (last > bytes.length) return null
  const parts: Buffer[] = []
  for (let at = 12; at + 8 <= last; ) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (end > last) return null
    const type = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (type === 'VP8X') chunk[8]! &= ~personalFlags
    if (type !== 'EXIF' && type !== 'XMP ') parts.push(chunk)
    at = end
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
