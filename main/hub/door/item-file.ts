import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ItemFileFormat, itemFileFormats, itemFilePath } from '../../../shared/contract/item-exchange.ts'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { refused } from '../hub.ts'
import { importItems } from '../item-file/import-items.ts'
import type { DoorContext } from './context.ts'
import { readBytes, sendFile, sendJson, xlsxType } from './http.ts'
import { actorOf, permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'

/** A hall with 500 items fills a quarter of it. Everything else that comes in stays below 64 KiB. */
const fileBytesMax = 2 * 1024 * 1024

const types: Record<ItemFileFormat, string> = {
  xlsx: xlsxType,
  yaml: 'application/yaml; charset=utf-8',
}

/** Whether an address is that of the items as a file, which is no JSON and larger than a frame. */
export function isItemFile(address: string): boolean {
  return address.split('?')[0] === itemFilePath
}

/**
 * The items as a file: GET exports them, POST imports them. Refused with 403 for whoever is no
 * administrator, 413 beyond 2 MB, 400 for another format; a file with mistakes is a 200 with them.
 */
export async function answerItemFile(
  request: IncomingMessage,
  response: ServerResponse,
  context: DoorContext,
  { hub, itemFiles }: Pick<DoorParts, 'hub' | 'itemFiles'>,
): Promise<void> {
  const refusal = permissionRefusal(context, readPermissions.itemFile)
  if (refusal !== null) {
    return sendJson(response, 403, { message: refusal.sentence, data: { code: refusal.code } })
  }
  const asked = new URL(`http://hub${request.url}`).searchParams.get('format')
  const format = itemFileFormats.find((one) => one === asked)
  const actor = actorOf(context)
  if (format === undefined || actor === undefined) return sendJson(response, 400, { message: '格式应为 xlsx 或 yaml' })
  if (request.method === 'GET') {
    // Every item as it was written last, drafts included.
    const file = await itemFiles.write(format, [...hub.setup().newestItems.values()])
    return sendFile(response, `items.${format}`, types[format], file)
  }
  const bytes = await readBytes(request, fileBytesMax)
  if (!Buffer.isBuffer(bytes)) {
    return sendJson(response, 413, { message: refused('malformed', { problem: '文件超过 2 MB' }).sentence })
  }
  sendJson(response, 200, await importItems(hub, actor, await itemFiles.read(format, bytes)))
}
