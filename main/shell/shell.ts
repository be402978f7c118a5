import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { app, dialog, Menu, powerSaveBlocker } from 'electron'
import { type HubReady, hubRefusedToStart } from '../../shared/contract/shell.ts'
import { createBackOff } from './back-off.ts'
import { answerCalls } from './calls.ts'
import { portOrAny, startHubChild } from './hub-child.ts'
import { keepHub } from './hub-keeper.ts'
import { createScreens, type Screens } from './screens.ts'
import { forbiddenSwitches, readStartOptions, type StartOptions } from './start-options.ts'
import { text } from './text.ts'

const demoPort = 8610
/** Longer than a hub is given to end. */
const closingMs = 6_000
// out/main/shell.js → the checkout. Packed, hub and halls lie beside the archive: a service on plain Node reads them too.
const appRoot = join(import.meta.dirname, '../..').replace(/app\.asar$/, 'app.asar.unpacked')
const preload = join(import.meta.dirname, '../preload/preload.cjs')
const hubFile = join(appRoot, 'out/main/hub.js')

/** Starts the hub and opens this machine's screens once it serves. */
async function run(options: StartOptions): Promise<void> {
  let screens: Screens | undefined
  app.on('second-instance', () => screens?.focus())

  const { hall, data, port, isDemo } = options
  const keeper = keepHub({
    startChild: (sameAgain) =>
      startHubChild(hubFile, [
        '--hall',
        hall,
        '--data',
        data,
        ...(sameAgain === undefined ? [] : ['--port', `${sameAgain}`]),
      ]),
    // A hall's own port is known to its other machines: were it taken, that has to be told, not evaded.
    port: port ?? (isDemo ? await portOrAny(demoPort) : undefined),
    backOff: createBackOff(),
    onReady(ready) {
      screens ??= openScreens(ready, options)
    },
    onGivenUp: (why, lastWords) => tellAndExit(why, lastWords),
  })

  let hubStopped = false
  app.on('will-quit', (quit) => {
    if (hubStopped) return
    quit.preventDefault()
    keeper.stop().then(() => {
      hubStopped = true
      app.quit()
    })
  })
}

function openScreens(ready: HubReady, { data }: StartOptions): Screens {
  const screens = createScreens(ready, preload)
  answerCalls({ origin: ready.origin, demo: ready.demo, screens, printsFolder: join(data, 'prints') })
  for (const toOpen of ready.screens) screens.open(toOpen)
  powerSaveBlocker.start('prevent-display-sleep')
  return screens
}

async function tellAndExit(why: 'refused' | 'keeps-dying', lastWords: string): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: text.hubRefusedTitle,
    message: why === 'refused' ? text.hubRefused : text.hubKeepsDying,
    detail: lastWords || text.noLastWords,
    buttons: [text.close],
  })
  app.exit(hubRefusedToStart)
}

/**
 * One shell for each store. A shell that is just closing is waited for; one that stays has brought its windows
 * to the front meanwhile.
 */
async function isTheOnlyShell(): Promise<boolean> {
  const until = Date.now() + closingMs
  while (!app.requestSingleInstanceLock()) {
    if (Date.now() > until) return false
    await pause(300)
  }
  return true
}

const forbidden = app.isPackaged ? forbiddenSwitches.find((name) => app.commandLine.hasSwitch(name)) : undefined
if (forbidden !== undefined) {
  console.error(text.forbiddenSwitch(forbidden))
  app.exit(hubRefusedToStart)
}

// Root, as in a container, has to go without; a packed app has refused that switch above.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
Menu.setApplicationMenu(null)
// A virtual PC often has no GPU; Chromium would try, crash and try again while the windows open.
if (process.platform === 'linux' && !existsSync('/dev/dri')) app.disableHardwareAcceleration()
const options = readStartOptions(process.argv.slice(1), appRoot, join(app.getPath('appData'), 'shouwen'))
// Electron's lock, which makes a shell the only one, lies in this folder.
mkdirSync(join(options.data, 'shell'), { recursive: true })
app.setPath('userData', join(options.data, 'shell'))

if (await isTheOnlyShell()) {
  app.whenReady().then(() => run(options))
} else {
  console.log(text.alreadyRunning)
  app.exit(0)
}
