/** How the hall says no around patrols and violations; part of `refusals`. */
export const patrolRefusals = {
  // patrols
  'patrol-outside-hours': {
    zh: '现在不是工作时间，不能巡查。',
    en: 'There is no patrol outside the hours of work.',
    clause: '篇5.7',
  },
  'patrol-under-way': {
    zh: '{day} {half}第 {ordinal} 轮巡查还没有结束，请先结束。',
    en: 'Another round has not been finished yet.',
  },
  'patrol-unknown': { zh: '没有这轮巡查。', en: 'There is no such round.' },
  'patrol-finished': { zh: '这轮巡查已经结束，不能再改。', en: 'The round is finished.' },
  'patrol-half-over': {
    zh: '这轮巡查的{half}已经过去，没有查的请写明原因后结束。',
    en: 'The half-day of this round is over: finish it with a note.',
  },
  'patrol-person-needed': {
    zh: '请写明 {windowNumber} 号窗口是谁，有问题的要落实到人。',
    en: 'Say who is at the window.',
    clause: '篇5.7',
  },
  'patrol-person-excused': {
    zh: '{staffName} 此时有批准的请假或公出，不能记为违纪。',
    en: 'The person is on approved leave.',
    clause: '篇5.7',
  },
  'patrol-windows-unchecked': {
    zh: '还有 {windows} 号窗口没有查，请查完，或写明原因再结束。',
    en: 'Some windows have not been checked: say why.',
  },
  // violations
  'violation-unknown': { zh: '没有这条违纪记录。', en: 'There is no such record.' },
  'violation-day-to-come': { zh: '{day} 还没有到，不能提请。', en: 'That day is still to come.' },
  'violation-source-unknown': {
    zh: '来源里没有查到这个人的这种情形，不能提请。',
    en: 'The source does not say this of this person.',
    clause: '篇5.7',
  },
  'violation-proposed-already': { zh: '同一件事已经提请过，不能重复。', en: 'It has been proposed already.' },
  'violation-not-yours': { zh: '这条记录不是您的，须由本人陈述、申诉。', en: 'Only the person concerned may do this.' },
  'violation-own': { zh: '不能处理自己的违纪记录，请由另一位值班主任处理。', en: 'Nobody decides his own case.' },
  'violation-status': { zh: '这条记录{status}，不能{action}。', en: 'The record is not in a state for this.' },
  'violation-stated': { zh: '已经陈述过，补充的话请在申诉中写明。', en: 'A statement has been made already.' },
  'violation-signed': { zh: '已经签过字。', en: 'It has been signed already.' },
  'person-signature-needed': { zh: '请本人在签字板上签字，或选择纸质已签。', en: 'The person has to sign.' },
  'person-not-heard': {
    zh: '本人还没有陈述，{until} 以后才能认定。',
    en: 'The person is heard first.',
    clause: '篇5.7',
  },
  'appeal-lapsed': { zh: '申诉期限到 {lastDay}，已经过了。', en: 'The time for an appeal is over.' },
  'appeal-same-person': {
    zh: '申诉要由认定人以外的值班主任复核。',
    en: 'Another supervisor decides the appeal.',
  },
  'evidence-full': { zh: '一条记录最多附 {max} 件证据。', en: 'No more evidence can be attached.' },
  'evidence-not-allowed': {
    zh: '只有提请人、本人和值班主任可以看和附证据。',
    en: 'Only those concerned may see the evidence.',
  },
} as const
