/** Words of the console's reports; figures and splits have theirs in shared/vocabulary/report-figure.ts. */
export const reportsText = {
  choice: { today: '今天', yesterday: '昨天', week: '本周', month: '本月', lastMonth: '上月' },
  choices: '统计范围',
  chosen: '自选',
  tooLong: '一次最多统计一年',
  split: '分组',
  print: '打印',
  fileName: (from: string, to: string) => `业务报表 ${from} ${to}`,
  range: (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`),
  total: '合计',
  empty: '这些天没有取号，也没有窗口上岗。',
  definitions: '怎么算',
  charts: {
    hours: '各时段取号与在等',
    days: '每天的等候（分钟）',
    items: '事项占取号的比例',
    others: '其他',
  },
}
