import { hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { refused } from '../hub.ts'
import { numberInPdf } from '../reports/verify-log.ts'
import { logPrint, logRows, logView } from '../views/day/log.ts'
import type { DoorContext } from './context.ts'
import { readBytes, sendJson } from './http.ts'
import { actorOf, door, permissionRefusal } from './procedures.ts'
import { mustRead } from './query-procedures.ts'
import type { DoorParts } from './server.ts'

/** A log has a few pages; with photos it would still be smaller. */
const pdfBytesMax = 10 * 1024 * 1024

/** Reading the daily logs, and proving one by its number. */
export function createLogQueries({ hub, reports }: Pick<DoorParts, 'hub' | 'reports'>) {
  const queries = door.query
  return {
    disciplineLogs: queries.disciplineLogs.handler(({ input, context }) => {
      mustRead(context, 'disciplineLogs')
      return logRows(hub, input.from, input.to, actorOf(context)!)
    }),
    disciplineLog: queries.disciplineLog.handler(({ input, context }) => {
      mustRead(context, 'disciplineLog')
      return logView(hub, input.day, actorOf(context)!)
    }),
    logPrint: queries.logPrint.handler(({ input, context }) => {
      mustRead(context, 'logPrint')
      return logPrint(hub, input.day, actorOf(context)!)
    }),
    verifyLog: queries.verifyLog.handler(({ input, context }) => {
      mustRead(context, 'verifyLog')
      return reports.verifyLog({ fileHash: null, number: input.number })
    }),
  }
}

/**
 * A PDF that is said to be a printed log, as raw bytes by POST. Refused with 403 for whoever may not,
 * 413 beyond 10 MB; an answer of any kind is a 200 with what was found.
 */
export async function answerVerifyLog(
  request: IncomingMessage,
  response: ServerResponse,
  context: DoorContext,
  { reports }: Pick<DoorParts, 'reports'>,
): Promise<void> {
  const refusal = permissionRefusal(context, readPermissions.verifyLog)
  if (refusal !== null) return sendJson(response, 403, { message: refusal.sentence, data: { code: refusal.code } })
  const bytes = await readBytes(request, pdfBytesMax)
  if (!Buffer.isBuffer(bytes))
    return sendJson(response, 413, { message: refused('malformed', { problem: '文件超过 10 MB' }).sentence })
  const fileHash = hash('sha256', bytes, 'hex')
  sendJson(response, 200, await reports.verifyLog({ fileHash, number: numberInPdf(bytes) }))
}
