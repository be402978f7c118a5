/** The number of a series: letters, year, six digits, such as SL-2026-000001. */
export function numberOfSeries(letters: string, year: number, serial: number): string {
  return `${letters}-${year}-${String(serial).padStart(6, '0')}`
}

/** Letters of the series that are no documents: 首问登记, 上门服务单, 办件, 便民联系卡, 业务交接单. */
export const seriesLetters = {
  inquiry: 'SW',
  'home-visit': 'SM',
  filing: 'BJ',
  'contact-card': 'LXK',
  handover: 'JJ',
} as const
