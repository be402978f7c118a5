import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from './steps.mjs'
import { text } from './text.mjs'

/**
 * Reads `--hall FILE --data DIR --port N`; each is undefined when not given, paths are made absolute
 * from `base` (where the person stood, not where npm went).
 * @param {string[]} argv
 * @param {string} usage shown below a mistake, which is a Problem
 * @returns {{hall?: string, data?: string, port?: number}}
 */
export function parseHallArguments(argv, usage, base = process.env.INIT_CWD ?? process.cwd()) {
  const { hall, data, port } = parse(argv, usage)
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) <= 65_535)) wrong(text.portOutOfRange, usage)
  return {
    ...(hall !== undefined && { hall: resolve(base, hall) }),
    ...(data !== undefined && { data: resolve(base, data) }),
    ...(port !== undefined && { port: Number(port) }),
  }
}

function parse(argv, usage) {
  const options = { hall: { type: 'string' }, data: { type: 'string' }, port: { type: 'string' } }
  try {
    return parseArgs({ args: argv, options }).values
  } catch (failure) {
    // Node's English sentence names the argument; that much is kept.
    return wrong(text.unknownArgument(/'([^']+)'/.exec(failure.message)?.[1] ?? argv.join(' ')), usage)
  }
}

function wrong(reason, usage) {
  throw new Problem(`${text.wrongArgument(reason)}\n${usage}`)
}

/** The same as a list of arguments, for the shell and the hub. */
export function hallArguments({ hall, data, port }) {
  return [
    ...(hall === undefined ? [] : ['--hall', hall]),
    ...(data === undefined ? [] : ['--data', data]),
    ...(port === undefined ? [] : ['--port', String(port)]),
  ]
}
