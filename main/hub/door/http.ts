import type { IncomingMessage, ServerResponse } from 'node:http'

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** A file that the browser keeps. */
export function sendFile(response: ServerResponse, name: string, contentType: string, file: Uint8Array): void {
  response.writeHead(200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
  response.end(file)
}

/** Of a workbook. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What became of reading a body: its bytes, too many of them, or nobody there any more. */
export type BodyBytes = Buffer | 'too-long' | 'cut-off'

/** The bytes of a request as they come, whatever it announced; once there are more than `bytesMax`, the rest stays unread. */
export function readBytes(request: IncomingMessage, bytesMax: number): Promise<BodyBytes> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      chunks.push(chunk)
      if (bytes <= bytesMax) return
      request.pause()
      resolve('too-long')
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    // Whoever hangs up in the middle is no fault of ours, and nobody is left to be told.
    request.on('error', () => resolve('cut-off'))
  })
}
