import type { FieldError } from '../platform/errors.js'

/**
 * What was done, in the units that the district reports. Attendances (人次) count a person each time, persons (人数)
 * once within the record: the two are never added to each other. All are whole numbers >= 0; time is in minutes.
 */
export type Work = Casework | Groupwork | Activities | Visits | Mediation | Volunteering

/** 个案. Goals are those of the cases that were closed, each counted as reached in full, in part or not. */
export interface Casework {
  readonly kind: 'case'
  readonly opened: number
  /** Meetings, calls and visits in the case (节). */
  readonly contacts: number
  readonly minutes: number
  readonly closed: number
  readonly goalsFull: number
  readonly goalsPart: number
  readonly goalsNot: number
}

/** 小组. `groups` are those that began, so that a group of six sessions counts once. */
export interface Groupwork {
  readonly kind: 'group'
  readonly groups: number
  readonly sessions: number
  readonly attendances: number
  readonly persons: number
}

/** 社区活动, counted in 场. */
export interface Activities {
  readonly kind: 'activity'
  readonly activities: number
  readonly attendances: number
  readonly persons: number
}

/** 探访. */
export interface Visits {
  readonly kind: 'visit'
  readonly visits: number
  readonly persons: number
  readonly minutes: number
}

/** 调解与信访. What has neither agreement, in full or in part, nor a failure is still under way. */
export interface Mediation {
  readonly kind: 'mediation'
  readonly mediations: number
  /** Letters and visits (信访). */
  readonly complaints: number
  readonly agreed: number
  readonly partlyAgreed: number
  readonly notAgreed: number
}

/** 志愿服务. Minutes actually served, travel not counted. */
export interface Volunteering {
  readonly kind: 'volunteering'
  /** 人次: one person at one service. */
  readonly turns: number
  readonly persons: number
  readonly minutes: number
}

export type WorkKind = Work['kind']

type MeasureOf<W> = W extends Work ? Exclude<keyof W, 'kind'> : never
export type Measure = MeasureOf<Work>

/** What each kind counts, in the order in which it is shown. */
export const measuresOf = {
  case: ['opened', 'contacts', 'minutes', 'closed', 'goalsFull', 'goalsPart', 'goalsNot'],
  group: ['groups', 'sessions', 'attendances', 'persons'],
  activity: ['activities', 'attendances', 'persons'],
  visit: ['visits', 'persons', 'minutes'],
  mediation: ['mediations', 'complaints', 'agreed', 'partlyAgreed', 'notAgreed'],
  volunteering: ['turns', 'persons', 'minutes'],
} as const satisfies { readonly [K in WorkKind]: readonly MeasureOf<Extract<Work, { kind: K }>>[] }

export const workKinds = Object.keys(measuresOf) as readonly WorkKind[]

/** Every measure once, in the order of the kinds. */
export const measures: readonly Measure[] = [...new Set(Object.values(measuresOf).flat())]

/** Counts by measure; what is missing is 0. */
export type Figures = Readonly<Partial<Record<Measure, number>>>

/** How a store keeps them. */
export const figuresShape = Object.fromEntries(measures.map((measure) => [measure, 'number'])) as {
  readonly [M in Measure]: 'number'
}

export function figuresOf(work: Work): Figures {
  const { kind: _, ...figures } = work
  return figures
}

/** The sum, or with `sign` -1 the difference, of two sets of figures; measures that come to 0 are left out. */
export function added(a: Figures, b: Figures, sign: 1 | -1 = 1): Figures {
  const sums = measures.map((measure) => [measure, (a[measure] ?? 0) + sign * (b[measure] ?? 0)] as const)
  return Object.fromEntries(sums.filter(([, sum]) => sum !== 0))
}

/** What of a piece of work contradicts itself; `field` begins with `work.`. */
export function workErrors(work: Work): FieldError[] {
  const wrong = (measure: Measure, code: string): FieldError[] => [{ field: `work.${measure}`, code }]
  switch (work.kind) {
    case 'case':
      return [
        ...(work.opened + work.contacts + work.closed > 0 ? [] : wrong('contacts', 'service.nothing')),
        ...(work.minutes > 0 && work.contacts === 0 ? wrong('minutes', 'service.minutes') : []),
        ...(work.goalsFull + work.goalsPart + work.goalsNot === work.closed
          ? []
          : wrong('closed', 'service.goals')),
      ]
    case 'group':
      return [
        ...(work.groups + work.sessions > 0 ? [] : wrong('sessions', 'service.nothing')),
        ...(work.persons > work.attendances ? wrong('persons', 'service.persons') : []),
      ]
    case 'activity':
      return [
        ...(work.activities > 0 ? [] : wrong('activities', 'service.nothing')),
        ...(work.persons > work.attendances ? wrong('persons', 'service.persons') : []),
      ]
    case 'visit':
      return work.visits > 0 ? [] : wrong('visits', 'service.nothing')
    case 'mediation': {
      const matters = work.mediations + work.complaints
      return [
        ...(matters > 0 ? [] : wrong('mediations', 'service.nothing')),
        ...(work.agreed + work.partlyAgreed + work.notAgreed > matters
          ? wrong('agreed', 'service.outcomes')
          : []),
      ]
    }
    case 'volunteering':
      return [
        ...(work.turns > 0 ? [] : wrong('turns', 'service.nothing')),
        ...(work.persons > work.turns ? wrong('persons', 'service.persons') : []),
      ]
  }
}
