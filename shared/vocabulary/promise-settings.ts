import { z } from 'zod'

/**
 * Settings of the promise where no statute gives the number (domain decisions with a default);
 * what the law fixes (five workdays for a notice, ten for an extension) is no setting.
 */
export const promiseSettings = z.strictObject({
  /** 补正期限 in natural days, printed on the notice; then the matter counts as given up. */
  correctionDays: z.int().min(5).max(365).default(90),
  /** Open hours after which a transfer nobody took is called out to both sides. */
  offerHoursMax: z.int().min(1).max(40).default(4),
  /** Workdays after the decision by which the applicant is told and the slip is signed. */
  tellWorkdaysMax: z.int().min(1).max(10).default(1),
  /** Transfers of an inquiry before a supervisor has to step in. */
  offersMax: z.int().min(1).max(9).default(3),
  /** Years that the personal data of an ended filing is kept, for the archive. */
  partyKeptYears: z.int().min(1).max(50).default(10),
})
export type PromiseSettings = z.infer<typeof promiseSettings>
