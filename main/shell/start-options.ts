import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface StartOptions {
  /** Hall profile. */
  hall: string
  /** Folder of the store, the printed PDFs and the shell's own files. */
  data: string
  /** Undefined: the one of the profile. */
  port: number | undefined
  /** The demo that comes with the program. */
  isDemo: boolean
}

/**
 * Reads `--hall FILE --data DIR --port N` among whatever else Chromium and test tools put there. Without
 * a hall it is the demo; without a data folder `<dataRoot>/<name of the hall file>`.
 */
export function readStartOptions(argv: readonly string[], appRoot: string, dataRoot: string): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { hall: { type: 'string' }, data: { type: 'string' }, port: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const demo = resolve(appRoot, 'assets/halls/demo.yaml')
  const hall = resolve(given(values.hall) ?? demo)
  const data = given(values.data) ?? join(dataRoot, basename(hall, extname(hall)))
  const port = given(values.port)
  return { hall, data: resolve(data), port: port === undefined ? undefined : Number(port), isDemo: hall === demo }
}

function given(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Switches that would open the screens to others; no fuse covers them. */
export const forbiddenSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'proxy-server',
  'proxy-pac-url',
  'js-flags',
  'log-net-log',
  'disable-web-security',
  'no-sandbox',
  'load-extension',
] as const
