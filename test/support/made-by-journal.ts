/** The tables that the journal makes: replayed into empty ones it gives the same rows. */
export const madeByJournal = [
  'ticket',
  'service_window',
  'hall_day',
  'publication',
  'service_item_version',
  'staff',
  'screen',
  'clock_jump',
  'first_inquiry',
  'filing',
  'one_time_notice',
  'hall_document',
  'alarm',
  'contact_card',
  'matter_entry',
  'discipline_log',
] as const
