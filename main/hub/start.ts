import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type HubMessage, hubRefusedToStart } from '../../shared/contract/shell.ts'
import { screenPath } from '../../shared/vocabulary/staff.ts'
import { createHall, programFiles, type RunningHall } from './hall.ts'
import { lanAddresses } from './lan-address.ts'
import { createLog } from './log.ts'
import { describeMistakes, readProfile } from './profile.ts'
import { StoreFromTheFuture } from './store/migrate.ts'
import { openStore, StoreInUse } from './store/store.ts'

/** The store failed; a restart opens and checks it anew. */
const faultExitCode = 70
const aliveMs = 3_000

/** `--hall FILE --data DIR [--port N]`: one hall on one store, as a service runs it. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { hall: { type: 'string' }, data: { type: 'string' }, port: { type: 'string' } },
  })
  if (values.hall === undefined || values.data === undefined) {
    refuseStart('用法：npm run hub -- --hall 大厅配置.yaml --data 数据目录 [--port 端口]')
  }
  const hallFile = resolve(values.hall)
  const folder = resolve(values.data)
  const reading = readProfile(hallFile, join(folder, 'profile.json'))
  if (reading.kind === 'mistakes') {
    refuseStart(['大厅配置有误，没有启动：', ...describeMistakes(hallFile, reading.mistakes)].join('\n'))
  }
  const { profile } = reading
  const port = values.port === undefined ? profile.network.port : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) refuseStart(`端口应为 0 至 65535 的整数：${values.port}`)

  const opened = openOrRefuse(folder)
  const log = createLog(folder)
  const hall = await createHall({
    opened,
    folder,
    profile,
    ...programFiles(import.meta.url),
    onProblem: (problem, what) => {
      log.error({ problem: problem instanceof Error ? problem.stack : String(problem) }, what)
      if (isStoreFailure(problem)) process.exit(faultExitCode)
    },
  })
  for (const complaint of hall.complaints) process.stderr.write(`配置中有一项暂未生效：${complaint}\n`)

  const host = profile.network.lan ? '0.0.0.0' : '127.0.0.1'
  const heard = await hall.door
    .listen(host, port)
    .catch((problem: Error) => refuseStart(`端口 ${port} 不能使用：${problem.message}`))
  const origin = `http://127.0.0.1:${heard}`
  endWith(hall)
  tell({
    kind: 'ready',
    origin,
    screens: profile.screens.map(({ kind, fullscreen, windowNumber }) => ({
      kind,
      path: screenPath(kind, windowNumber),
      fullscreen,
    })),
    demo: profile.demo,
  })
  setInterval(() => tell({ kind: 'alive' }), aliveMs).unref()
  const elsewhere = profile.network.lan ? lanAddresses().map((address) => ` http://${address}:${heard}/`) : []
  process.stdout.write(`首问主机已就绪 ${origin}/${elsewhere.join('')}\n`)
  log.info({ origin }, 'ready')
}

function openOrRefuse(folder: string) {
  try {
    return openStore(folder)
  } catch (problem) {
    if (problem instanceof StoreInUse) refuseStart(`另一个首问主机正在使用数据目录 ${folder}，请先关闭它。`)
    if (problem instanceof StoreFromTheFuture) refuseStart('数据由更新版本的程序写入，请使用不低于该版本的程序。')
    throw problem
  }
}

function refuseStart(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(hubRefusedToStart)
}

function isStoreFailure(problem: unknown): boolean {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
  return /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(code)
}

/** To the shell, however it started this process; a service has nobody to tell. */
function tell(message: HubMessage): void {
  const parent = (process as { parentPort?: { postMessage: (message: unknown) => void } }).parentPort
  if (parent !== undefined) parent.postMessage(message)
  else process.send?.(message)
}

function endWith(hall: RunningHall): void {
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    hall.close().then(
      () => process.exit(0),
      () => process.exit(faultExitCode),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  // The shell is gone: a hub of its own would hold the store against the next start.
  process.on('disconnect', end)
}

start().catch((problem: unknown) => {
  process.stderr.write(`主机没有启动：${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(faultExitCode)
})
