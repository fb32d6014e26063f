import { type Route, route } from '../platform/http/route.js'
import type { NotificationPreferences, Wishes } from './preferences.js'
import { wishes } from './schema.js'

const tag = 'notifications'
const permission = 'inbox.own'

export function preferenceRoutes(preferences: NotificationPreferences): Route[] {
  const schema = wishes
  return [
    route(
      {
        method: 'get',
        path: '/notification-preferences',
        operationId: 'getNotificationPreferences',
        summary: { zh: '查看自己的通知设置', en: 'One’s own preferences' },
        permission,
        tag,
        answers: { 200: { description: { zh: '通知设置', en: 'Preferences' }, schema } },
        example: {},
      },
      async ({ actor }) => ({ body: chosen(await preferences.get(actor)) }),
    ),
    route<unknown, unknown, Wishes>(
      {
        method: 'put',
        path: '/notification-preferences',
        operationId: 'putNotificationPreferences',
        summary: { zh: '修改自己的通知设置', en: 'Replace one’s own preferences' },
        permission,
        tag,
        body: wishes,
        answers: { 200: { description: { zh: '通知设置', en: 'Preferences' }, schema } },
        example: {
          body: {
            language: 'zh',
            mail: { needs: 'off', referrals: 'at-once' },
            quiet: { from: '22:00', to: '07:00' },
            byMatching: true,
          },
        },
      },
      async ({ body, actor }) => ({ body: chosen(await preferences.put(body, actor)) }),
    ),
  ]
}

function chosen({ id: _, revision: __, ...rest }: Awaited<ReturnType<NotificationPreferences['get']>>) {
  return rest
}
