import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { LogVerification } from '../../shared/contract/log-view.ts'
import { numberInPdf, verifyLog } from './reports/verify-log.ts'
import { openForReading } from './store/store.ts'

const usage = '用法：npm run verify-log -- 日志.pdf|RZ-2026-000001 [--data 数据目录]'
const notGenuine = 1
const notAsked = 64

/** Where somebody stood when he typed it, not where npm went. */
const standing = process.env.INIT_CWD ?? process.cwd()

/**
 * `npm run verify-log -- FILE.pdf|NUMBER [--data DIR]`: proves to anybody that a printed log is what
 * the journal says. Only reads, also while the hub is at work. Exit code 0: it is; 1: it is not; 64: the question was wrong.
 */
function run(): number {
  const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
  const asked = positionals[0]
  if (asked === undefined || positionals.length > 1) return complain(usage)
  const path = join(values.data === undefined ? resolve('data/demo') : resolve(standing, values.data), 'hall.db')
  if (!existsSync(path)) return complain(`没有找到数据：${path}\n${usage}`)

  const isNumber = /^RZ-\d{4}-\d{6}$/i.test(asked)
  const file = resolve(standing, asked)
  if (!isNumber && !existsSync(file)) return complain(`没有找到文件：${file}\n${usage}`)
  const bytes = isNumber ? null : readFileSync(file)
  const store = openForReading(path)
  try {
    const found = verifyLog(
      store,
      path,
      bytes === null
        ? { fileHash: null, number: asked.toUpperCase() }
        : { fileHash: hash('sha256', bytes, 'hex'), number: numberInPdf(bytes) },
    )
    process.stdout.write(`${linesOf(found).join('\n')}\n`)
    return found.isGenuine ? 0 : notGenuine
  } finally {
    store.close()
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return notAsked
}

function linesOf({
  isGenuine,
  number,
  day,
  file,
  fileHash,
  chain,
  isContentWhole,
  ...rest
}: LogVerification): string[] {
  const { contentHash, range, differences, milliseconds } = rest
  return [
    isGenuine ? `属实：日志 ${number}（${day}）与流水一致` : '核验没有通过',
    day === null ? `编号 ${number ?? '（没有）'}：流水中没有这份日志` : `编号 ${number}，${day}`,
    file === 'registered' ? '文件：与登记的一份逐字节相同' : '',
    file === 'altered' ? '文件：与登记的任何一份都不同，被改动过或不是本厅打印的' : '',
    fileHash === null ? '' : `文件校验值 ${fileHash}`,
    chain.isWhole ? `流水：${chain.entriesChecked} 条，没有断裂` : `流水：从第 ${chain.brokenAt} 条起断裂`,
    day === null ? '' : `结账内容：${isContentWhole ? '与校验值一致' : '与校验值不符'}`,
    contentHash === null ? '' : `内容校验值 ${contentHash}`,
    range === null ? '' : `依据流水第 ${range.fromSeq} 至 ${range.toSeq} 条，末条校验值 ${range.headHash}`,
    differences === null ? '' : differencesText(differences),
    `用时 ${milliseconds} 毫秒`,
  ].filter((line) => line !== '')
}

function differencesText(differences: readonly string[]): string {
  return differences.length === 0 ? '用流水重新统计：内容相同' : `用流水重新统计：不同的部分 ${differences.join('、')}`
}

process.exitCode = run()
