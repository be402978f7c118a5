import { describe, expect, test } from 'vitest'
import { timetable } from '../../shared/vocabulary/timetable.ts'

const regular = {
  timetableId: 'regular',
  name: '常规作息',
  validFrom: '2020-01-01',
  validTo: null,
  documentNumber: '',
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' },
    { from: '14:00', to: '17:00', phase: 'open' },
    { from: '17:00', to: '18:00', phase: 'linkup' },
  ],
}

function complaintsAbout(changes: object): [string, string][] {
  const issues = timetable.safeParse({ ...regular, ...changes }).error?.issues ?? []
  return issues.map(({ path, message }) => [path.join('.'), message])
}

describe('timetable 作息时间', () => {
  test('the hours of 篇5.7 are well-formed', () => {
    expect(timetable.parse(regular)).toEqual(regular)
  })

  test('a day may last until 24:00 and a version may last one day', () => {
    expect(
      complaintsAbout({ segments: [{ from: '00:00', to: '24:00', phase: 'open' }], validTo: '2020-01-01' }),
    ).toEqual([])
  })

  const at = (from: string, to: string, phase = 'open') => ({ from, to, phase })
  test.each([
    [{ validTo: '2019-12-31' }, 'validTo', '失效日期不能早于生效日期'],
    [{ segments: [at('12:00', '08:00')] }, 'segments.0.to', '时段的结束时间应晚于开始时间'],
    [{ segments: [at('08:00', '08:00')] }, 'segments.0.to', '时段的结束时间应晚于开始时间'],
    [{ segments: [at('08:00', '12:00'), at('11:59', '17:00')] }, 'segments.1.from', '时段应按先后排列，不能重叠'],
    [{ segments: [at('14:00', '17:00'), at('08:00', '12:00')] }, 'segments.1.from', '时段应按先后排列，不能重叠'],
    [{ segments: [at('17:00', '18:00', 'linkup')] }, 'segments', '至少要有一个对外开放的时段'],
    [{ segments: [] }, 'segments', '至少要有一个时段'],
    [{ segments: [at('8:00', '12:00')] }, 'segments.0.from', '时间应写成 08:00 的样子'],
    [{ segments: [at('08:00', '24:01')] }, 'segments.0.to', '时间应写成 08:00 的样子'],
    [{ validFrom: '2026-06-31' }, 'validFrom', '日期应写成 2026-05-09 的样子'],
    [{ timetableId: '' }, 'timetableId', '作息时间需要编号'],
  ])('%j is answered at %s with %s', (changes, path, sentence) => {
    expect(complaintsAbout(changes)).toContainEqual([path, sentence])
  })
})
