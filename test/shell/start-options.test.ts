import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readStartOptions } from '../../main/shell/start-options.ts'

const read = (...argv: string[]) => readStartOptions(argv, '/app', '/home/lee/shouwen')

test('without arguments it is the demo hall with a store of its own', () => {
  expect(read()).toEqual({
    hall: join(resolve('/app'), 'assets/halls/demo.yaml'),
    data: resolve('/home/lee/shouwen/demo'),
    port: undefined,
    isDemo: true,
  })
})

test('a hall without a data folder keeps its store under its own name', () => {
  expect(read('--hall', '/etc/halls/qinghe.yaml').data).toBe(resolve('/home/lee/shouwen/qinghe'))
})

test('what Chromium and test tools add is passed over', () => {
  const argv = ['--no-sandbox', '--inspect=0', '/app', '--hall', '/h.yaml', '--data=/d', '--port', '9000', '--remote-x']
  expect(read(...argv)).toEqual({ hall: resolve('/h.yaml'), data: resolve('/d'), port: 9000, isDemo: false })
})

test('the demo is known by its file, however it is named', () => {
  expect(read('--hall', '/app/assets/../assets/halls/demo.yaml').isDemo).toBe(true)
})
