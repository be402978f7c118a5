/*
 * npm test: installs whatever is missing (on Debian as root also the system packages), builds, checks
 * format and types and runs the whole suite. The last line is the count.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { hasChineseFont, installPackages, mayInstallPackages, onPath } from './lib/debian.mjs'
import { findElectron } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node24, root } from './lib/place.mjs'
import { Problem, runAttached, sayOnStdout as say } from './lib/steps.mjs'
import { tally, tallyLine } from './lib/tally.mjs'
import { text } from './lib/text.mjs'

/** What the tests use of the system, by Debian's package. */
const systemTools = [
  { name: 'xvfb', isThere: () => onPath('Xvfb') },
  { name: 'chromium', isThere: () => onPath('chromium') },
  { name: 'faketime', isThere: () => onPath('faketime') },
  { name: 'fontconfig', isThere: () => onPath('fc-list') },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont },
]
const report = join(root, 'out', 'test-report.json')

/** Installs what is missing where that is allowed; the answer is what is missing all the same. */
async function missingTools() {
  const missing = () => systemTools.filter((tool) => !tool.isThere()).map((tool) => tool.name)
  if (missing().length > 0 && mayInstallPackages()) {
    try {
      await installPackages(missing(), say)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      say(`${text.packagesFailed}\n${failure.message}`)
    }
  }
  return missing()
}

function runTool(script, ...args) {
  return runAttached(node24, [join(root, 'node_modules', script), ...args], { cwd: root })
}

/** 1 when the check failed: it then counts as one failed test. */
async function failures(line, script, ...args) {
  say(line)
  return (await runTool(script, ...args)) === 0 ? 0 : 1
}

async function runSuite(withoutScreens) {
  say(text.checking.tests)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const excluded = withoutScreens ? ['--exclude', 'test/e2e/**'] : []
  const code = await runTool('vitest/vitest.mjs', 'run', ...reporters, ...excluded)
  try {
    return tally(JSON.parse(readFileSync(report, 'utf8')), code)
  } catch {
    say(text.testsCrashed)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Everything the tests need; the answer is what cannot be had here. */
async function prepare() {
  await ensureInstalled(say)
  const missing = await missingTools()
  if ((await findElectron(say)) === null) missing.push('electron')
  await ensureBuilt(say)
  return missing
}

async function testAll() {
  const missing = await prepare()
  const unclean =
    (await failures(text.checking.lint, '@biomejs/biome/bin/biome', 'check', '.')) +
    (await failures(text.checking.types, 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'))
  const counts = await runSuite(missing.length > 0)
  if (missing.length > 0) say(text.noDisplayTests(missing))
  return { ...counts, failed: counts.failed + unclean }
}

/** What could not even be installed or built is told, and counts as one failed test. */
async function countOf(work) {
  try {
    return await work()
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    say(failure.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const total = await countOf(testAll)
say(tallyLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
