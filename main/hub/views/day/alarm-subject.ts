import type { Alarm } from '../../../../shared/vocabulary/alarm.ts'
import { sessionWords } from '../../../../shared/vocabulary/words.ts'
import type { Hub } from '../../hub.ts'

/** What an alarm is about, and one sentence that says what has come and what to do. */
export interface AlarmSubject {
  subjectNumber: string
  subjectName: string
  sentence: string
}

/** The subject of an alarm by its `about`, such as window/3 or patrol/2026-11-25/morning. */
export function dayAlarmSubject(hub: Hub, about: NonNullable<Alarm['about']>): AlarmSubject {
  const { handover, privateRecords } = hub.tables
  const [what, key = '', part = ''] = about.split('/')
  switch (what) {
    case 'handover': {
      const found = handover.find(Number(key))
      return {
        subjectNumber: found?.number ?? '',
        subjectName: found === undefined ? '' : privateRecords.nameOf(found.staffId),
        sentence:
          found?.status === 'given'
            ? '交接单已交出，到时还没有人接收，请联系原单位接收。'
            : '交接单到时还没有交出，请尽快交出，或说明原因。',
      }
    }
    case 'attendance':
      return {
        subjectNumber: key,
        subjectName: privateRecords.nameOf(part),
        sentence: '考勤有异常，请在“考勤”页核对，先听本人说明；有请假的请补批。',
      }
    case 'window':
      return {
        subjectNumber: '',
        subjectName: `${key} 号窗口`,
        sentence: '暂停超过时长，或有人等候时无人值守，请了解原因，在“在岗”页处理。',
      }
    case 'queue':
      return {
        subjectNumber: key,
        subjectName: hub.setup().queues.get(key)?.name ?? '',
        sentence: '等候人数多或等得太久，请调配窗口支援。',
      }
    case 'patrol':
      return {
        subjectNumber: key,
        subjectName: sessionWords[part === 'morning' ? 'morning' : 'afternoon'],
        sentence: '这半天的巡查轮次不够，请在日志中说明原因。',
      }
    default:
      return { subjectNumber: key, subjectName: '每日纪律日志', sentence: '到时还没有结账，请尽快填写并结账。' }
  }
}
