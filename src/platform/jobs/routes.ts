import Joi from 'joi'
import { type Route, route } from '../http/route.js'
import type { JobState, Jobs } from './jobs.js'

const instant = Joi.string().isoDate()
const run = Joi.object({
  tick: instant.required().description('计划时刻 / the instant it was due'),
  startedAt: instant.required().description('开始时间 / when it began'),
  endedAt: instant.description('结束时间，运行中则无 / when it ended; missing while it runs'),
  ms: Joi.number().integer().min(0).description('用时（毫秒） / how long it took, in milliseconds'),
  outcome: Joi.string()
    .valid('running', 'done', 'failed', 'abandoned')
    .required()
    .description(
      'running 运行中，done 完成，failed 出错，abandoned 进程中断 / abandoned: its process died or stopped',
    ),
  counts: Joi.object().pattern(Joi.string(), Joi.number().integer()).description('处理的数量 / what it did'),
  error: Joi.string().description('错误代码 / code of the error'),
  process: Joi.string().required().description('运行它的进程 / the process that ran it'),
}).id('JobRun')

const text = Joi.object({ zh: Joi.string().required(), en: Joi.string().required() })
const job = Joi.object({
  name: Joi.string().required().description('名称 / name').example('expire'),
  summary: text.required().description('用途 / what it is for'),
  schedule: Joi.string().required().description('cron 表达式 / cron expression').example('*/10 * * * *'),
  nextTick: instant.required().description('下次时刻 / when it is due next'),
  lastRun: run.description('最近一次运行，所有进程中 / the last run, in whichever process'),
}).id('Job')

export function jobRoutes(jobs: Pick<Jobs, 'states' | 'timeZone'>): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/jobs',
        operationId: 'listJobs',
        summary: { zh: '查看定时任务', en: 'The jobs, when they are due and how they last ended' },
        permission: 'operations.read',
        tag: 'jobs',
        answers: {
          200: {
            description: { zh: '定时任务', en: 'Jobs' },
            schema: Joi.object({
              timeZone: Joi.string().required().description('cron 表达式所用时区 / zone of the schedules'),
              items: Joi.array().items(job).required(),
            }),
          },
        },
        example: {},
      },
      async () => ({ body: { timeZone: jobs.timeZone, items: (await jobs.states()).map(shown) } }),
    ),
  ]
}

function shown({ job: { name, summary, schedule }, nextTick, lastRun }: JobState) {
  if (!lastRun) return { name, summary, schedule, nextTick }
  const { id: _, revision: __, job: ___, ...told } = lastRun
  return { name, summary, schedule, nextTick, lastRun: told }
}
