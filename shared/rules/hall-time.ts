import type { ClockTime, HallDate } from '../vocabulary/hall-date.ts'

export type { ClockTime, HallDate }

export const minuteMs = 60_000
const secondMs = 1000
const dayMs = 24 * 60 * minuteMs

/**
 * Beijing time is UTC+8 all year: China has had no daylight saving time since 1991, and the
 * 夏令时制 of 篇5.7 is another timetable, not another clock. So a hall needs no time zone data
 * and does not care what zone its PCs are set to. Instants before 1992 are nobody's here.
 */
const aheadOfUtcMs = 8 * 60 * minuteMs

/** The civil day in Beijing at an instant (epoch ms). */
export function dayOf(at: number): HallDate {
  return dayNamed(wallClock(at))
}

/** Minutes since midnight in Beijing, 0 to 1439; the minute has begun but need not be over. */
export function minuteOfDay(at: number): number {
  return Math.floor(msOfDay(at) / minuteMs)
}

/** The Beijing clock at an instant, 'HH:MM:SS'. */
export function clockOf(at: number): string {
  const seconds = Math.floor(msOfDay(at) / secondMs)
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}

/** The instant (epoch ms) at which Beijing's clocks show `clock` on `day`; 24:00 is the next day's 00:00. */
export function instantOf(day: HallDate, clock: ClockTime): number {
  return midnightUtcOf(day) - aheadOfUtcMs + minutesOf(clock) * minuteMs
}

/** The day `count` days later, earlier when negative. */
export function addDays(day: HallDate, count: number): HallDate {
  return dayNamed(new Date(midnightUtcOf(day) + count * dayMs))
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: HallDate): number {
  return new Date(midnightUtcOf(day)).getUTCDay() || 7
}

export function yearOf(day: HallDate): number {
  return Number(day.slice(0, 4))
}

/** A Date whose UTC fields read as Beijing's wall clock. */
function wallClock(at: number): Date {
  return new Date(at + aheadOfUtcMs)
}

function msOfDay(at: number): number {
  const ms = (at + aheadOfUtcMs) % dayMs
  return ms < 0 ? ms + dayMs : ms
}

/** Read field by field, four times as fast as cutting toISOString: every command asks what day it is. */
function dayNamed(date: Date): HallDate {
  const year = date.getUTCFullYear()
  // False for NaN too: an instant that is none must not become the day 'NaN-NaN-NaN'.
  if (!(year >= 1000 && year <= 9999)) throw new RangeError(`not an instant a hall can live in: ${date.getTime()}`)
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`
}

function midnightUtcOf(day: HallDate): number {
  const ms = Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
  // Date.UTC takes 30 February for 2 March; a day that does not exist is our own mistake here.
  if (Number.isNaN(ms) || dayNamed(new Date(ms)) !== day) throw new RangeError(`not a day: ${day}`)
  return ms
}

function minutesOf(clock: ClockTime): number {
  const hours = Number(clock.slice(0, 2))
  const minutes = Number(clock.slice(3))
  const isClock = /^\d\d:\d\d$/.test(clock) && minutes < 60 && hours * 60 + minutes <= 24 * 60
  if (!isClock) throw new RangeError(`not a clock time: ${clock}`)
  return hours * 60 + minutes
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}
