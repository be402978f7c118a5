import { deflateSync } from 'node:zlib'

/** Where the camera stood and whose it was: what a photo must not bring along. */
export const cameraSecret = 'N30.2741 E120.1551 iPhone of Zhang'

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** Exif with how the camera was held, and with what it knows besides. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from('49492a0008000000020012010300010000000600000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(cameraSecret)])
}

/** A JPEG as cameras write it, of bytes that no decoder need like: Exif, comment, colours, one scan, a tail. */
export function photo(orientation = 6, pixels = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd1, 3])): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, exif(orientation)),
    segment(0xe2, Buffer.from('ICC_PROFILE\0colours')),
    segment(0xed, Buffer.from(`Photoshop ${cameraSecret}`)),
    segment(0xfe, Buffer.from(cameraSecret)),
    segment(0xdb, Buffer.from('tables')),
    segment(0xda, Buffer.from('scan')),
    pixels,
    Buffer.from([0xff, 0xd9]),
    Buffer.from(`a film behind the picture ${cameraSecret}`),
  ])
}

/** Tables of CRC-32 are not worth their lines: nobody checks it here. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

export function screenshot(): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    chunk('tEXt', Buffer.from(cameraSecret)),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('eXIf', Buffer.from(cameraSecret)),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(cameraSecret),
  ])
}

function riffChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type, 'latin1'), length, data, Buffer.alloc(data.length % 2)])
}

export function webp(): Buffer {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riffChunk('VP8X', Buffer.from([0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riffChunk('VP8 ', Buffer.from('pixel')),
    riffChunk('EXIF', Buffer.from(cameraSecret)),
    riffChunk('XMP ', Buffer.from(cameraSecret)),
  ])
  return riffChunk('RIFF', body)
}

export const pdf = () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
