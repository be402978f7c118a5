import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hallArguments, parseHallArguments } from '../../scripts/lib/arguments.mjs'
import { fingerprint } from '../../scripts/lib/build.mjs'
import { librariesNotFound } from '../../scripts/lib/debian.mjs'
import { isFresh, programName } from '../../scripts/lib/electron.mjs'
import { lockHolds, npmCommand } from '../../scripts/lib/install.mjs'
import { cacheFolder, root } from '../../scripts/lib/place.mjs'
import { exitCode } from '../../scripts/lib/steps.mjs'
import { type Report, tally, tallyLine } from '../../scripts/lib/tally.mjs'

const execute = promisify(execFile)

describe('arguments', () => {
  const parse = (...argv: string[]) => parseHallArguments(argv, 'usage', '/home/lee')

  test('paths are meant from where the person stands', () => {
    expect(parse('--hall', 'my-hall.yaml', '--data=/srv/hall', '--port', '9000')).toEqual({
      hall: resolve('/home/lee/my-hall.yaml'),
      data: resolve('/srv/hall'),
      port: 9000,
    })
  })

  test('what was read is passed on in the same words', () => {
    expect(hallArguments({ hall: '/h.yaml', port: 0 })).toEqual(['--hall', '/h.yaml', '--port', '0'])
    expect(hallArguments({})).toEqual([])
  })

  test.each([[['--hal', 'x']], [['my-hall.yaml']], [['--hall']], [['--port', '70000']], [['--port', '8o80']]])(
    '%j is a mistake, told with the usage',
    (argv) => {
      expect(() => parse(...argv)).toThrow(/参数不对.*\nusage/)
    },
  )

  test('a mistake ends the script with one text and no stack', async () => {
    const started = execute(process.execPath, [join(root, 'scripts/hub.mjs'), '--prot', '1'])
    await expect(started).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.not.stringContaining('    at ') })
  })
})

describe('whether an install is needed', () => {
  const zod = { version: '4.6.7', integrity: 'sha512-a' }
  const binding = { version: '1.0.0', integrity: 'sha512-b', optional: true }

  test('what the lock names is there: nothing to do', () => {
    expect(lockHolds({ '': {}, 'node_modules/zod': zod }, { 'node_modules/zod': zod })).toBe(true)
  })

  test('another version, another build or nothing there: install', () => {
    const wanted = { 'node_modules/zod': zod }
    expect(lockHolds(wanted, { 'node_modules/zod': { ...zod, version: '4.6.6' } })).toBe(false)
    expect(lockHolds(wanted, { 'node_modules/zod': { ...zod, integrity: 'sha512-x' } })).toBe(false)
    expect(lockHolds(wanted, {})).toBe(false)
  })

  test('the package of another platform may be missing', () => {
    expect(lockHolds({ 'node_modules/x-darwin-arm64': binding }, {})).toBe(true)
  })

  test('npm is run by the node that npm itself runs on', () => {
    const env = { npm_execpath: '/usr/lib/npm/bin/npm-cli.js', npm_node_execpath: '/usr/bin/node' }
    expect(npmCommand(env, 'linux')).toEqual({
      command: '/usr/bin/node',
      args: ['/usr/lib/npm/bin/npm-cli.js'],
      shell: false,
    })
  })

  test('without npm above it the one on the path is used, on Windows through its shell', () => {
    expect(npmCommand({}, 'linux')).toEqual({ command: 'npm', args: [], shell: false })
    expect(npmCommand({ npm_execpath: 'C:\\yarn\\yarn.js' }, 'win32')).toEqual({
      command: 'npm',
      args: [],
      shell: true,
    })
  })
})

describe('whether a build is needed', () => {
  let base = ''
  const take = () => fingerprint(base, ['main', 'renderer', 'config.ts'])
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'shouwen-fingerprint-'))
    await mkdir(join(base, 'main/hub'), { recursive: true })
    await writeFile(join(base, 'main/hub/start.ts'), 'one')
    await writeFile(join(base, 'main/shell.ts'), 'two')
  })
  afterEach(() => rm(base, { recursive: true }))

  test('writing the same again changes nothing', async () => {
    const before = take()
    await writeFile(join(base, 'main/hub/start.ts'), 'one')
    expect(take()).toBe(before)
  })

  test.each([
    ['a changed file', () => writeFile(join(base, 'main/hub/start.ts'), 'One')],
    ['a new file', () => writeFile(join(base, 'main/new.ts'), '')],
    ['a deleted file', () => rm(join(base, 'main/shell.ts'))],
    ['a config that was not there', () => writeFile(join(base, 'config.ts'), 'x')],
  ])('%s asks for a build', async (_, change) => {
    const before = take()
    await change()
    expect(take()).not.toBe(before)
  })

  test('a file that moved asks for a build', async () => {
    const before = take()
    await rm(join(base, 'main/shell.ts'))
    await writeFile(join(base, 'main/hub/shell.ts'), 'two')
    expect(take()).not.toBe(before)
  })
})

describe('the Electron runtime', () => {
  const now = 1_800_000_000_000
  const failedAt = (at: number, mirror = '') => JSON.stringify({ at, mirror })

  test('a download that failed is not tried again for a day', () => {
    expect(isFresh(failedAt(now - 86_399_999), '', now)).toBe(true)
    expect(isFresh(failedAt(now - 86_400_000), '', now)).toBe(false)
  })

  test('another mirror is tried at once, and so is after a clock that went back', () => {
    expect(isFresh(failedAt(now - 1), 'https://mirror.example/', now)).toBe(false)
    expect(isFresh(failedAt(now + 1), '', now)).toBe(false)
    expect(isFresh('half a no', '', now)).toBe(false)
  })

  test('the program has its name on each system', () => {
    expect(programName('win32')).toBe('electron.exe')
    expect(programName('linux')).toBe('electron')
  })

  test('the cache lies where each system keeps caches', () => {
    expect(cacheFolder({}, 'linux', '/home/lee')).toBe(join('/home/lee', '.cache', 'shouwen'))
    expect(cacheFolder({ XDG_CACHE_HOME: '/big' }, 'linux', '/home/lee')).toBe(join('/big', 'shouwen'))
    expect(cacheFolder({ LOCALAPPDATA: 'C:\\L' }, 'win32', 'C:\\Users\\lee')).toBe(join('C:\\L', 'shouwen'))
  })

  test('missing libraries are read from what ldd says', () => {
    const said = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n'
    expect(librariesNotFound(said)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })
})

describe('the count of npm test', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  })
  const report = (numFailedTests: number, ...testResults: Report['testResults']): Report => ({
    numPassedTests: 5,
    numFailedTests,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
  })

  test('passed and failed are those of the report', () => {
    expect(tally(report(1, file('failed', 'passed', 'failed')), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  test('a file that could not be loaded is one failed test', () => {
    expect(tally(report(0, file('failed'), file('passed', 'passed')), 1).failed).toBe(1)
  })

  test('a run that ended badly is never a success', () => {
    expect(tally(report(0, file('passed', 'passed')), 1).failed).toBe(1)
  })

  test('skipped tests are named only when there are some', () => {
    expect(tallyLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed')
    expect(tallyLine({ passed: 5, failed: 0, skipped: 2 })).toBe('5 passed, 0 failed, 2 skipped')
  })
})

test('the exit code of a program ended by a signal is the one a shell would tell', () => {
  expect(exitCode(78, null)).toBe(78)
  expect(exitCode(null, 'SIGTERM')).toBe(143)
})

test('what a script of npm runs ends when npm is ended by its process id', async () => {
  const running = `console.log('here'); setTimeout(() => {}, 60_000)`
  const script = `
    import { runAttached } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/lib/steps.mjs')))}
    await runAttached(process.execPath, ['-e', ${JSON.stringify(running)}])`
  // The shell that npm puts before its script: it stays until the script ends.
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; exit', process.execPath, script], {
    env: { ...process.env, npm_lifecycle_event: 'hub' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(shell.stdout, 'data')
  shell.kill()
  // Whoever still ran would hold the pipe open.
  await once(shell.stdout, 'close')
})
