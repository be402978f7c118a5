import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const folder = resolve(import.meta.dirname, '../../main/hub/tables')

/** Every statement the tables prepare, with the file it stands in. */
function statements(): { file: string; sql: string }[] {
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\.prepare\(\s*(`[^`]*`|'[^']*'|"[^"]*")/g)].map(
      ([, quoted]) => ({ file, sql: quoted!.slice(1, -1).replace(/\s+/g, ' ') }),
    ),
  )
}

/** What this SQLite prepares anew at every call when it has a term `= ?`: ten times the price. */
const isSorted = (sql: string) => /\bORDER BY\b|\bJOIN\b|\b(min|max)\([^?]*\) FROM\b/i.test(sql)
const hasBareTerm = (sql: string) => /[^+]=\s*\?/.test(sql.replace(/\bSET\b.*?\bWHERE\b/gi, ''))

test('a statement that sorts, joins or takes an extreme asks with `= +?`', () => {
  const all = statements()
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(({ sql }) => isSorted(sql)).length).toBeGreaterThan(8)
  expect(all.filter(({ sql }) => isSorted(sql) && hasBareTerm(sql))).toEqual([])
})

test('the look-out finds the dear form and leaves the cheap ones alone', () => {
  const dear = (sql: string) => isSorted(sql) && hasBareTerm(sql)
  expect(dear('SELECT a FROM t WHERE b = ? ORDER BY c LIMIT 1')).toBe(true)
  expect(dear('SELECT min(a) FROM t WHERE b = ?')).toBe(true)
  expect(dear('SELECT a FROM t JOIN u ON t.i = u.i WHERE u.b = ?')).toBe(true)
  expect(dear('SELECT a FROM t WHERE b = +? ORDER BY c')).toBe(false)
  expect(dear('SELECT a FROM t WHERE b = ?')).toBe(false)
  expect(dear('UPDATE t SET a = max(a, ?) WHERE b = ?')).toBe(false)
})
