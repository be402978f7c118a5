import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../main/hub/store/store.ts'
import { node24, root } from '../../scripts/lib/place.mjs'
import { hubRefusedToStart } from '../../shared/contract/shell.ts'
import { sampleProfile } from '../support/sample-hall.ts'
import { freePort, type HubProcess, startHubProcess } from './hub-process.ts'

let base: string
let hub: HubProcess
let options: Parameters<typeof startHubProcess>[0]
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'shouwen-start-'))
  const hallFile = join(base, 'hall.yaml')
  writeFileSync(hallFile, JSON.stringify(sampleProfile()))
  options = { hallFile, folder: join(base, 'data'), port: await freePort(), offsetSeconds: 0 }
  hub = await startHubProcess(options)
})
afterAll(async () => {
  await hub.kill()
  rmSync(base, { recursive: true })
})

/** Runs the hub to its end, which comes at once where it refuses to start. */
function runHub(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_NO_WARNINGS: '1' }
    execFile(node24, [join(root, 'main/hub/start.ts'), ...args], { env }, (problem, stdout, stderr) => {
      resolve({ code: Number(problem?.code ?? 0), said: stdout + stderr })
    })
  })
}

describe('a hub that cannot start says why in one sentence and does nothing', () => {
  test('on a data folder that another hub works in', async () => {
    const { code, said } = await runHub('--hall', options.hallFile, '--data', options.folder, '--port', '0')
    expect([code, said]).toEqual([
      hubRefusedToStart,
      `另一个首问主机正在使用数据目录 ${options.folder}，请先关闭它。\n`,
    ])
  })

  test('on a port that is taken', async () => {
    const { hallFile, port } = options
    const { code, said } = await runHub('--hall', hallFile, '--data', join(base, 'other'), '--port', String(port))
    expect(code).toBe(hubRefusedToStart)
    expect(said).toContain(`端口 ${port} 不能使用`)
  })

  test('with a hall file that has a mistake, named by its line', async () => {
    const wrong = join(base, 'wrong.yaml')
    writeFileSync(wrong, 'hall:\n  name: 大厅\n  nmae: 大厅\n')
    const { code, said } = await runHub('--hall', wrong, '--data', join(base, 'never'), '--port', '0')
    expect(code).toBe(hubRefusedToStart)
    expect(said).toContain('wrong.yaml:3:3')
  })

  test('on a store of a newer program', async () => {
    const folder = join(base, 'newer')
    const { store, close } = openStore(folder)
    store.pragma('user_version = 99')
    close()
    const { code, said } = await runHub('--hall', options.hallFile, '--data', folder, '--port', '0')
    expect([code, said]).toEqual([hubRefusedToStart, '数据由更新版本的程序写入，请使用不低于该版本的程序。\n'])
  })

  test('without a hall and a data folder', async () => {
    const { code, said } = await runHub()
    expect(code).toBe(hubRefusedToStart)
    expect(said).toMatch(/^用法/)
  })
})

describe('a hub that was killed', () => {
  test('leaves its folder free for the next, at once', async () => {
    await hub.kill()
    hub = await startHubProcess(options)
    expect(hub.readyMs).toBeGreaterThan(0)
  })
})
