/** How the hall says no around first inquiry, filings, deadlines and results; part of `refusals`. */
export const promiseRefusals = {
  // first inquiry
  'inquiry-unknown': { zh: '没有这条首问登记。', en: 'There is no such inquiry.' },
  'ticket-has-inquiry': {
    zh: '{number} 已有首问登记 {inquiryNumber}，一个号只登记一次。',
    en: 'This number already has an entry in the register.',
    clause: '篇1.3',
  },
  'item-or-category-needed': { zh: '请选择事项；不在目录内的请写明类别。', en: 'Choose an item or name the category.' },
  'inquiry-not-yours': {
    zh: '{number} 现由 {staffName} 负责，只能由负责人办理。',
    en: 'Somebody else is responsible for this inquiry.',
    clause: '篇1.3',
  },
  'inquiry-answered': {
    zh: '{number} 已经答复，一件事只有一个答复；有误请由值班主任更正。',
    en: 'It has been answered; a supervisor may correct the answer.',
    clause: '篇1.3',
  },
  'inquiry-not-answered': { zh: '{number} 还没有答复，不用更正。', en: 'It has no answer yet.' },
  'inquiry-ended': { zh: '{number} {status}，不能进行这项操作。', en: 'This inquiry has ended.' },
  'inquiry-offered': {
    zh: '{number} 已移交 {staffName}，等对方接收或退回。',
    en: 'It waits for the receiver of the transfer.',
    clause: '篇1.3',
  },
  'inquiry-not-offered': { zh: '{number} 没有移交给您。', en: 'It was not offered to you.' },
  'offer-to-self': { zh: '不能移交给自己。', en: 'You cannot transfer it to yourself.' },
  'offers-used-up': {
    zh: '{number} 已移交 {max} 次，请值班主任确定承办人。',
    en: 'Ask the supervisor to name who handles it.',
  },
  'guide-target-needed': { zh: '请写明引导到哪个窗口或哪个单位。', en: 'Say where the person is guided to.' },
  // home visits
  'visit-unknown': { zh: '{number} 没有预约上门。', en: 'No home visit was asked for.' },
  'visit-asked': {
    zh: '{number} 已经预约上门（{visitNumber}），一条首问只登记一次上门服务。',
    en: 'A home visit was asked for already.',
    clause: '篇1.2',
  },
  'visit-not-yours': {
    zh: '{visitNumber} 由 {staffName} 负责，请由负责的人、导办或值班主任操作。',
    en: 'Somebody else answers for this visit.',
    clause: '篇1.3',
  },
  'visit-status': { zh: '{visitNumber} 现在是“{status}”，不能{action}。', en: 'The visit is not in a state for this.' },
  'visit-for-others': {
    zh: '窗口人员只能把上门服务派给自己，派给别人请找导办或值班主任。',
    en: 'A clerk takes a visit on himself; others are sent by the guide or the supervisor.',
  },
  'visit-not-due': {
    zh: '{visitNumber} 约定 {day} 上门，提前去了请先改约。',
    en: 'The visit is for {day}; move it first when somebody went earlier.',
  },
  'visit-time-past': { zh: '{time} 已经过去，请另约时间。', en: 'That time has passed; choose another.' },
  // parties
  'party-id-invalid': {
    zh: '{who}的证件号码不正确（{problem}），请核对。',
    en: 'The ID number of the {who} is not valid.',
  },
  'party-id-needed': { zh: '请填写{who}的证件号码，没有带证请选“未带证件”。', en: 'Enter the ID number.' },
  'agent-not-allowed': { zh: '“{itemName}”须由本人办理。', en: 'This item must be applied for in person.' },
  // filing
  'filing-unknown': { zh: '没有这个办件。', en: 'There is no such filing.' },
  'filing-not-yours': {
    zh: '{number} 由 {staffName} 承办，请由承办人或值班主任操作。',
    en: 'Somebody else is in charge of this filing.',
    clause: '篇1.3',
  },
  'filing-status': { zh: '{number} 现在是“{status}”，不能{action}。', en: 'The filing is not in a state for this.' },
  'material-unknown': {
    zh: '“{materialCode}”不在公布的材料目录里，不能要求目录以外的材料。',
    en: 'That material is not on the published list.',
    clause: '篇4.3',
  },
  'condition-unknown': { zh: '这个事项没有“{condition}”这个情形。', en: 'This item has no such condition.' },
  'material-problem-needed': { zh: '“{material}”不符合要求，请写明哪里不符合。', en: 'Say what is wrong with it.' },
  'material-not-tolerable': { zh: '“{material}”不能容缺受理。', en: 'That material cannot be handed in later.' },
  'material-not-promisable': {
    zh: '“{material}”不能用告知承诺代替。',
    en: 'That material cannot be replaced by a promise.',
  },
  'material-due-needed': {
    zh: '请写明“{material}”的补齐日期，不能晚于承诺期限。',
    en: 'Say by when it is handed in, not after the promised limit.',
  },
  'material-already-in-hand': {
    zh: '“{material}”已经收下，不能再次要求。',
    en: 'It was accepted before and is not asked for again.',
    clause: '篇4.3',
  },
  'material-not-in-notice': {
    zh: '“{material}”不在一次性告知书里，不能再要求补正。',
    en: 'It was not in the one-time notice.',
    clause: '篇4.3',
  },
  'materials-unchecked': { zh: '还有 {count} 项材料没有核对。', en: '{count} materials are not checked yet.' },
  'materials-missing': {
    zh: '还缺 {count} 项（{materials}），请出具一次性告知书，不能受理。',
    en: 'Some materials are missing; issue the one-time notice.',
  },
  'nothing-missing': { zh: '材料已经齐全，应当受理，不用告知补正。', en: 'Nothing is missing: accept it.' },
  'notice-already-issued': {
    zh: '{number} 已经一次性告知（{noticeNumber}），不能再次告知；确需再告知请值班主任批准。',
    en: 'The one-time notice was issued; a second one needs a supervisor.',
    clause: '篇4.3',
  },
  'second-notice-not-needed': { zh: '{number} 还没有告知过，直接告知即可。', en: 'There was no first notice yet.' },
  'second-notice-allowed': { zh: '{number} 的再次告知已经批准。', en: 'It has been allowed already.' },
  'visit-cause-needed': {
    zh: '材料仍未补齐，请选择再次跑动的原因。',
    en: 'Say why another visit is needed.',
    clause: '篇4.3',
  },
  'competent-organ-needed': { zh: '请写明应当向哪个机关申请。', en: 'Name the competent organ.' },
  'reason-needed': { zh: '请写明理由。', en: 'Please state the reason.' },
  'basis-needed': { zh: '请写明法律依据。', en: 'Please state the legal basis.' },
  // limits
  'filing-not-due-yet': { zh: '{number} 的告知期限未满，不能视为受理。', en: 'The five workdays are not over.' },
  'extension-used': { zh: '{number} 已经延期一次，不能再延。', en: 'It has been extended once already.' },
  'extension-too-long': {
    zh: '最多延长 {max} 个工作日。',
    en: 'At most {max} workdays.',
  },
  'extension-too-late': {
    zh: '{number} 已过 {dueDay} 的期限，不能再延期或转为承诺件，请写明超时原因。',
    en: 'The limit has passed; state the reason instead.',
  },
  'extension-not-asked': { zh: '{number} 没有待批准的延期申请。', en: 'No extension was asked for.' },
  'extension-asked': { zh: '{number} 的延期申请正待批准。', en: 'An extension is waiting for approval.' },
  'no-limit-to-extend': { zh: '“{itemName}”没有规定时限，不用延期。', en: 'There is no limit to extend.' },
  'not-an-instant-item': { zh: '只有即办件可以转为承诺件。', en: 'Only instant items are converted.' },
  'not-overdue': { zh: '{number} 没有超时。', en: 'It is not overdue.' },
  'overdue-reason-needed': {
    zh: '{number} 已超过{limit}，请先写明超时原因再办结。',
    en: 'It is overdue: state the reason first.',
    clause: '篇5.4',
  },
  'tolerance-open': {
    zh: '容缺材料（{materials}）还没有补齐，不能送达结果。',
    en: 'Tolerated materials are still missing.',
  },
  'no-tolerance-open': { zh: '{number} 没有待补的容缺材料。', en: 'No tolerated material is missing.' },
  // stages
  'no-stage-open': { zh: '“{itemName}”不分环节，没有要办结的环节。', en: 'This item has no stages.' },
  'last-stage': {
    zh: '“{stageName}”是最后一个环节，作出决定时一并办结。',
    en: 'The last stage ends with the decision.',
  },
  // result
  'applicant-not-told': { zh: '还没有告知申请人办理结果。', en: 'The applicant has not been told.' },
  'slip-signed': { zh: '{number} 的承办单已经签字。', en: 'The slip has been signed.' },
  'signature-needed': { zh: '请申请人在签字板上签字，或选择纸质签字。', en: 'A signature is needed.' },
  'countertop-absent': {
    zh: '前置屏未连接，请在本机签字或选纸质签字。',
    en: 'The countertop screen is not connected.',
  },
  'signature-not-asked': {
    zh: '这次签字已经结束，请等窗口人员重新发起。',
    en: 'This signature is no longer asked for.',
  },
  'witness-needed': { zh: '请写明原因和见证人。', en: 'State the reason and the witness.' },
  'relation-needed': { zh: '请写明代签人与申请人的关系。', en: 'State the relation of who signs to the applicant.' },
  'recipient-needed': {
    zh: '请写明代收人与受送达人的关系和代收原因。',
    en: 'State the relation of who receives it, and the reason.',
  },
  'post-number-needed': { zh: '请填写邮寄单号。', en: 'Enter the number of the posting.' },
  'correction-not-lapsed': {
    zh: '补正期限到 {dueDay}，没有到期不能按逾期退件。',
    en: 'The time for the correction is not over.',
  },
  'tolerance-not-lapsed': {
    zh: '容缺材料补齐期限到 {dueDay}，没有到期不能按逾期退件。',
    en: 'The tolerated time runs until {dueDay}.',
  },
  'staff-not-handler': {
    zh: '{staffName} 不是窗口人员或值班主任，不能承办。',
    en: 'That person cannot handle filings.',
  },
  'staff-owns-matters': {
    zh: '{staffName} 还有 {count} 件在办，请先全部改派。',
    en: 'Reassign the {count} open matters first.',
    clause: '篇1.3',
  },
  'nothing-to-reassign': { zh: '{staffName} 没有在办的事项。', en: 'There is nothing to reassign.' },
} as const
