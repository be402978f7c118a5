import { z } from 'zod'

/** The letter a queue's numbers begin with. I and O are read as 1 and 0 on a slip of paper. */
export const queueLetter = z.string().regex(/^[A-HJ-NP-Z]$/, '队列字母应为 A 至 Z 中的一个大写字母，不用 I 和 O')
export type QueueLetter = z.infer<typeof queueLetter>
